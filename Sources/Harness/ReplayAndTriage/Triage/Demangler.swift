package import CrashTriage
import Foundation
package import ProcessSupport

/// The toolchain's own demangler, asked in bulk: never a process for a frame.
///
/// A demangler that is missing or fails gives no names; crashes then keep the compiler's.
package struct Demangler: Sendable {
  /// The toolchain whose `swift-demangle` is asked.
  package let toolchain: Toolchain

  /// A demangler of that toolchain. Nothing is started.
  package init(toolchain: Toolchain) { self.toolchain = toolchain }

  /// Most bytes of names for one process; a command line holds far more.
  private static let batchBytes = 64 << 10

  /// The crash that `report` tells of, cleaned, with readable names.
  package func crash(_ report: CrashReport) async -> Crash { await crashes([report])[0] }

  /// The crash of each report, demangled together.
  package func crashes(_ reports: [CrashReport]) async -> [Crash] {
    let names = await readable(reports.flatMap { $0.frames.map(\.function) })
    return Crash.clean(reports) { $0.map { names[$0] ?? $0 } }
  }

  /// The readable names of those among `names` that are mangled.
  package func readable(_ names: [String]) async -> [String: String] {
    let mangled = Set(names).filter { name in
      ["$s", "$S", "_$s", "_T"].contains { name.hasPrefix($0) } && Self.isPlain(name)
    }
    var answers: [String: String] = [:]
    var batch: [String] = []
    var bytes = 0
    for name in mangled.sorted() {
      batch.append(name)
      bytes += name.utf8.count
      if bytes > Self.batchBytes {
        await ask(batch, &answers)
        (batch, bytes) = ([], 0)
      }
    }
    if !batch.isEmpty { await ask(batch, &answers) }
    return answers
  }

  /// A name as a compiler writes it: anything else in a report is text, and not worth a look.
  private static func isPlain(_ name: String) -> Bool {
    name.utf8.count <= 4096 && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }

  private func ask(_ names: [String], _ answers: inout [String: String]) async {
    guard let tool = try? toolchain.tool("swift-demangle"),
      let outcome = try? await ChildProcess(
        executable: tool, arguments: ["--compact"] + names,
        environment: ChildEnvironment.build(ProcessInfo.processInfo.environment),
        timeLimit: .seconds(20), outputLimit: 8 << 20
      ).run(), outcome.status.isSuccess
    else { return }
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= names.count else { return }
    for (name, line) in zip(names, lines) { answers[name] = String(line) }
  }
}
