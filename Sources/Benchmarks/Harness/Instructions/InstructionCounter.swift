import Foundation
package import ProcessSupport

/// Counts the user-mode instructions of a program: nearly independent of the load of the machine.
package enum InstructionCounter: String, CaseIterable, Sendable {
  /// The processor's counter, through Linux's `perf stat`. Many virtual machines do not provide it.
  case perf
  /// `valgrind --tool=cachegrind`: about thirty times slower, but independent of the processor.
  case valgrind

  /// The first of `candidates` that can count here; nil when none can.
  package static func available(
    among candidates: [InstructionCounter] = allCases
  ) async -> InstructionCounter? {
    for counter in candidates {
      if let count = try? await counter.count("/bin/true", [], timeLimit: .seconds(60)), count > 0 {
        return counter
      }
    }
    return nil
  }

  /// Runs `program` to its end and returns its instructions. Throws when the program fails.
  package func count(
    _ program: String, _ arguments: [String], timeLimit: Duration
  ) async throws(RunFailure) -> Int {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let log = folder.path + "/count"
    let (tool, words) = command(log)
    guard let path = Self.path(of: tool) else {
      throw .environment("no \(tool) on PATH", "install it")
    }
    var environment = ProcessInfo.processInfo.environment
    environment["SWIFT_BACKTRACE"] = "enable=no"
    // Valgrind counts an instruction that clears or copies a block once for each byte.
    environment["GLIBC_TUNABLES"] = Self.withoutBlockInstructions
    let outcome = try await ChildProcess(
      executable: path, arguments: words + [program] + arguments, environment: environment,
      timeLimit: timeLimit
    ).run()
    let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
    guard outcome.status.isSuccess, let count = number(in: text) else {
      throw .environment(
        "\(tool) printed no number of instructions", "run \(tool) by hand to see why")
    }
    return count
  }

  private static let withoutBlockInstructions = ["stosb", "movsb"].map {
    "glibc.cpu.x86_rep_\($0)_threshold=1000000000"
  }.joined(separator: ":")

  private func command(_ log: String) -> (tool: String, words: [String]) {
    switch self {
    case .perf: ("perf", ["stat", "-e", "instructions:u", "-x", ",", "-o", log, "--"])
    case .valgrind:
      (
        "valgrind",
        [
          "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null",
          "--log-file=\(log)",
        ]
      )
    }
  }

  /// Reads the count from the tool's output: `123,,instructions:u,…` for perf, `I   refs:  1,234`
  /// for valgrind.
  func number(in text: String) -> Int? {
    for line in text.split(separator: "\n") {
      switch self {
      case .perf:
        let fields = line.split(separator: ",", omittingEmptySubsequences: false)
        if fields.count > 2, fields[2].hasPrefix("instructions") { return Int(fields[0]) }
      case .valgrind:
        guard let mark = line.range(of: "refs:"), line.contains(" I ") else { continue }
        return Int(line[mark.upperBound...].filter { $0 != " " && $0 != "," })
      }
    }
    return nil
  }

  private static func path(of tool: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/\(tool)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
