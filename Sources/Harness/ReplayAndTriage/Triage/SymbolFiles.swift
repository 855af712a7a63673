import CrashTriage
import Foundation
package import ProcessSupport

/// Binaries with debug information that name frames of which a report gives only a module and an
/// offset.
package struct SymbolFiles: Sendable {
  /// Path of the binary by the name of the module.
  private let files: [String: String]

  /// Offsets given to one process.
  private static let batch = 512

  /// What the symbolizer prints for an offset that is in no function: no name, or the last symbol
  /// that the linker made.
  private static let placeholders: Set = ["??", "_end", "_edata", "__bss_start", "_etext"]

  /// The binaries at `paths`: ELF files, Mach-O files, or `.dSYM` bundles.
  package init(_ paths: [String]) throws(RunFailure) {
    var files: [String: String] = [:]
    for path in paths {
      let url = URL(fileURLWithPath: path)
      var binary = path
      if url.pathExtension == "dSYM" {
        let folder = path + "/Contents/Resources/DWARF"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        guard let name = names.sorted().first else {
          throw .usage("'\(path)' has no binary in Contents/Resources/DWARF", "name a whole .dSYM")
        }
        binary = folder + "/" + name
      }
      guard SystemBridge.isRegularFile(binary) else {
        throw .usage("there is no binary '\(path)'", "name a file with debug information")
      }
      files[URL(fileURLWithPath: binary).lastPathComponent] = binary
    }
    self.files = files
  }

  /// Fills in function, file and line of the frames of `reports` that have none and whose module is
  /// known.
  func symbolize(_ reports: inout [CrashReport], toolchain: Toolchain) async {
    for (module, binary) in files.sorted(by: { $0.key < $1.key }) {
      var offsets: Set<UInt64> = []
      for report in reports {
        for frame in report.frames where Self.isMissing(frame, module) {
          offsets.insert(frame.offset)
        }
      }
      var names: [UInt64: StackFrame] = [:]
      let sorted = offsets.sorted()
      for start in stride(from: 0, to: sorted.count, by: Self.batch) {
        let part = Array(sorted[start..<min(start + Self.batch, sorted.count)])
        names.merge(await Self.names(of: part, in: binary, toolchain)) { first, _ in first }
      }
      for report in reports.indices {
        for index in reports[report].frames.indices {
          let frame = reports[report].frames[index]
          guard Self.isMissing(frame, module), let named = names[frame.offset] else { continue }
          reports[report].frames[index].function = named.function
          reports[report].frames[index].file = named.file
          reports[report].frames[index].line = named.line
        }
      }
    }
  }

  private static func isMissing(_ frame: StackFrame, _ module: String) -> Bool {
    guard frame.function.isEmpty, frame.offset > 0 else { return false }
    let image = frame.image[
      (frame.image.lastIndex(of: "/").map { frame.image.index(after: $0) }
        ?? frame.image.startIndex)...]
    return image == module
  }

  /// The innermost function at each offset; offsets that the symbolizer cannot name are left out.
  private static func names(
    of offsets: [UInt64], in binary: String, _ toolchain: Toolchain
  ) async -> [UInt64: StackFrame] {
    guard let tool = try? toolchain.tool("llvm-symbolizer"),
      let outcome = try? await ChildProcess(
        executable: tool,
        arguments: [
          "--obj=\(binary)", "--relative-address", "--no-inlines", "--output-style=LLVM",
          "--no-demangle",
        ] + offsets.map { "0x" + String($0, radix: 16) },
        environment: ChildEnvironment.build(ProcessInfo.processInfo.environment),
        timeLimit: .seconds(60), outputLimit: 8 << 20
      ).run(), outcome.status.isSuccess
    else { return [:] }
    // Each answer is a name, `FILE:LINE:COLUMN`, and an empty line.
    let answers = outcome.output.components(separatedBy: "\n\n")
    var names: [UInt64: StackFrame] = [:]
    for (offset, answer) in zip(offsets, answers) {
      let lines = answer.split(separator: "\n")
      guard lines.count >= 2, !Self.placeholders.contains(String(lines[0])) else { continue }
      let parts = lines[1].split(separator: ":")
      let line = parts.count >= 3 ? Int(parts[parts.count - 2]) ?? 0 : 0
      names[offset] = StackFrame(
        function: String(lines[0]), file: parts.dropLast(2).joined(separator: ":"), line: line)
    }
    return names
  }
}
