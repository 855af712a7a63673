import Foundation
package import ProcessSupport

/// Runs a module of `scripts/slicer/realreader`, the fuzzer of the real reader, as a child process.
package struct RealReader: Sendable {
  /// Module of the Python package.
  package enum Module: String, Sendable {
    case fuzz = "realreader.session.main"
    case doctor = "realreader.doctor"
    case disclose = "realreader.triage.disclose"
    case memcheck = "realreader.memcheck"
    case bench = "realreader.bench"
  }

  /// Environment of the core. Only `doctor` runs without an installed one.
  package let environment: SlicerEnvironment

  /// Git-ignored folder for all results.
  package var privateFolder: String

  private static let queries: Set = ["--list", "--status", "--page"]

  package init(environment: SlicerEnvironment) {
    self.environment = environment
    privateFolder = environment.root.path("private/slicer")
  }

  /// Runs `module`, passes each line of its output to `onLine` and returns its exit code: 0 clean,
  /// 1 a finding, 2 wrong usage, 3 the machine lacks something.
  package func run(
    _ module: Module, _ arguments: [String], timeLimit: Duration, stop: StopSignal? = nil,
    onLine: @escaping @Sendable (String) async -> Void
  ) async throws(RunFailure) -> Int32 {
    let libraries = ReaderLibraries(root: environment.root)
    // The list of kinds, the status and the page only read what is stored.
    let onlyReads = module == .fuzz && arguments.contains { Self.queries.contains($0) }
    let needsCore = !onlyReads && module != .doctor && !arguments.contains("sample")
    // The sample reader mutates without the server, which takes minutes to build.
    let programs: [ReaderLibraries.Program] =
      needsCore ? ReaderLibraries.Program.allCases : module == .fuzz ? [.coverSolver] : []
    if !onlyReads { try await libraries.build(programs) }
    let python = try await python(needsCore: needsCore)
    var variables = SlicerEnvironment.variables
    variables["PYTHONPATH"] = environment.root.path("scripts/slicer")
    variables["PYTHONUNBUFFERED"] = "1"
    var child = ChildProcess(
      executable: python,
      arguments: [
        "-m", module.rawValue, "--libraries", libraries.folder, "--table", environment.blockTable,
        "--private", privateFolder, "--root", environment.root.path, "--mutations",
        programs.contains(.mutationServer) ? libraries.path(.mutationServer) : "",
        "--solver", programs.contains(.coverSolver) ? libraries.path(.coverSolver) : "",
      ] + arguments,
      environment: variables, timeLimit: timeLimit)
    child.stop = stop
    switch try await child.run(onLine: onLine).status {
    case .exited(let code): return code
    case .signaled(let number):
      throw .environment(
        "\(module.rawValue) ended by signal \(number)", "run the command again; it resumes")
    }
  }

  /// The sample reader needs only the standard library; everything else needs the core and its
  /// block table.
  private func python(needsCore: Bool) async throws(RunFailure) -> String {
    if needsCore {
      let ready = try await environment.required()
      try await ready.requireBlockTable()
      return ready.python
    }
    if FileManager.default.isExecutableFile(atPath: environment.python) {
      return environment.python
    }
    guard let system = ExecutableSearch.path(of: "python3") else {
      throw .environment("python3 is not on PATH", "install Python 3.11 or later")
    }
    return system
  }
}
