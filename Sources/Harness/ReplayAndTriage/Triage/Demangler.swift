package import CrashTriage
import Foundation
package import ProcessSupport

/// The toolchain's demangler, called with many names at once.
///
/// Without a demangler, or when it fails, names stay mangled.
package struct Demangler: Sendable {
  /// The toolchain whose `swift-demangle` is run.
  package let toolchain: Toolchain

  package init(toolchain: Toolchain) { self.toolchain = toolchain }

  /// Maximum bytes of names for one process; a command line holds far more.
  private static let batchBytes = 64 << 10

  /// The crash of `report`, cleaned, with readable names.
  package func crash(_ report: CrashReport) async -> Crash { await crashes([report])[0] }

  /// The crash of each report; names are demangled together.
  package func crashes(_ reports: [CrashReport]) async -> [Crash] {
    let names = await readable(reports.flatMap { $0.frames.map(\.function) })
    return Crash.clean(reports) { $0.map { names[$0] ?? $0 } }
  }

  /// The readable names of the mangled names anywhere in `texts`.
  package func readable(_ texts: [String]) async -> [String: String] {
    let mangled = Set(texts.flatMap { MangledName.tokens(in: $0) })
    var answers: [String: String] = [:]
    var batch: [String] = []
    var bytes = 0
    for name in mangled.sorted() {
      batch.append(name)
      bytes += name.utf8.count
      if bytes > Self.batchBytes {
        await demangle(batch, &answers)
        (batch, bytes) = ([], 0)
      }
    }
    if !batch.isEmpty { await demangle(batch, &answers) }
    return answers
  }

  private func demangle(_ names: [String], _ answers: inout [String: String]) async {
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
