import Foundation
package import ProcessSupport

/// The git-ignored Python environment with the real 3D Slicer core.
///
/// Its packages are pinned in `scripts/slicer/requirements.txt` and installed without their
/// dependencies, which only plotting needs. An installed environment works without a network.
package struct SlicerEnvironment: Sendable {
  /// Checkout that contains the environment.
  package let root: RepositoryRoot

  /// The environment of `root`, installed or not.
  package init(root: RepositoryRoot) { self.root = root }

  var folder: String { root.path(".venv-slicer") }
  /// Python interpreter of the environment.
  package var python: String { folder + "/bin/python" }
  var worker: String { root.path("scripts/slicer/reader.py") }
  private var requirements: String { root.path("scripts/slicer/requirements.txt") }

  /// Result of `scenefuzz slicer setup`.
  package struct Report: Encodable, Sendable {
    /// Path of the environment.
    package let folder: String
    /// Pinned packages, each as `NAME==VERSION`.
    package let packages: [String]
    /// Totals of a newly written block table; nil when it was up to date.
    package var blockTable: TableReport.Totals?
    /// Size on disk in bytes.
    package let bytes: Int
    /// Duration of the installation in seconds; nil when it existed.
    package let seconds: Double?
  }

  /// Checks the pinned versions and imports the core, without a network.
  package func isReady() async throws(RunFailure) -> Bool {
    guard SystemBridge.isFolder(python) == false else { return false }
    return try await hasPackages(python)
  }

  /// Returns the environment, or throws an error with the command that installs it.
  package func required() async throws(RunFailure) -> SlicerEnvironment {
    guard try await isReady() else {
      throw .environment(
        "the real 3D Slicer core is not installed",
        "run 'scenefuzz slicer setup' once, with a network")
    }
    return self
  }

  /// Installs the environment unless it exists: into a new folder that is renamed when complete.
  /// Calls `say` with a line for each step.
  package func make(_ say: (String) -> Void) async throws(RunFailure) -> Report {
    if try await isReady() { return try await report(seconds: nil, say) }
    let start = ContinuousClock.now
    guard
      let system = ExecutableSearch.path(of: "python3.11") ?? ExecutableSearch.path(of: "python3")
    else {
      throw .environment(
        "python3 is not on PATH", "install CPython 3.11 with its venv module and try again")
    }
    let new = folder + ".new"
    try? FileManager.default.removeItem(atPath: new)
    defer { try? FileManager.default.removeItem(atPath: new) }
    say("creating the environment with \(system)")
    try await step(
      system, ["-m", "venv", new], limit: .seconds(300),
      "python3 cannot make a virtual environment",
      "install its venv module (Debian: apt-get install python3-venv) and try again")
    say(
      "installing \(try pins().joined(separator: " ")) (about 200 MB of downloads, 900 MB on disk)")
    try await step(
      new + "/bin/python",
      [
        "-m", "pip", "install", "--disable-pip-version-check", "--quiet", "--no-deps",
        "--only-binary", ":all:", "--requirement", requirements,
      ], limit: .seconds(1800),
      "pip cannot install the pinned packages",
      "the installation needs a network, Linux on x86-64 and the Python of the wheel (CPython 3.11)"
    )
    guard try await hasPackages(new + "/bin/python") else {
      throw .environment(
        "the installed core cannot be imported",
        "run '\(new)/bin/python -c \"import slicer\"' for the reason")
    }
    try replace(with: new)
    let time = (ContinuousClock.now - start).components
    return try await report(
      seconds: Double(time.seconds) + Double(time.attoseconds) / 1e18, say)
  }

  private func replace(with new: String) throws(RunFailure) {
    do {
      try? FileManager.default.removeItem(atPath: folder)
      try FileManager.default.moveItem(atPath: new, toPath: folder)
    } catch {
      throw .environment(
        "cannot move the new environment to \(folder) (\(error.localizedDescription))",
        "check the rights on the checkout")
    }
  }

  private func pins() throws(RunFailure) -> [String] {
    guard let text = try? String(contentsOfFile: requirements, encoding: .utf8) else {
      throw .environment("\(requirements) is missing", "restore it: git checkout scripts/slicer")
    }
    return text.split(separator: "\n").map(String.init)
  }

  private func report(
    seconds: Double?, _ say: (String) -> Void
  ) async throws(RunFailure) -> Report {
    say("checking the block table (about a minute when it is written)")
    let table = try await makeBlockTable().written
    let bytes = InputFiles.below(folder).reduce(0) { $0 + (SystemBridge.fileSize($1) ?? 0) }
    return Report(
      folder: folder, packages: try pins(), blockTable: table, bytes: bytes, seconds: seconds)
  }

  private func hasPackages(_ python: String) async throws(RunFailure) -> Bool {
    let script = """
      import sys, importlib.metadata as m
      for pin in sys.argv[1:]:
          name, version = pin.split("==")
          if m.version(name) != version: sys.exit(1)
      import slicer
      """
    let child = ChildProcess(
      executable: python, arguments: ["-c", script] + (try pins()), environment: Self.variables,
      timeLimit: .seconds(120))
    return try await child.run().status.isSuccess
  }

  private func step(
    _ program: String, _ arguments: [String], limit: Duration, _ what: String, _ remedy: String
  ) async throws(RunFailure) {
    let child = ChildProcess(
      executable: program, arguments: arguments,
      environment: ChildEnvironment.build(ProcessInfo.processInfo.environment), timeLimit: limit)
    let outcome = try await child.run()
    guard outcome.status.isSuccess else {
      let last = outcome.output.split(separator: "\n").suffix(3).joined(separator: " / ")
      throw .environment(what + (last.isEmpty ? "" : " (\(last))"), remedy)
    }
  }

  /// Environment variables of the worker; nothing else is inherited.
  static var variables: [String: String] {
    let inherited = ProcessInfo.processInfo.environment
    var variables = inherited.filter { ["PATH", "TMPDIR", "LD_LIBRARY_PATH"].contains($0.key) }
    variables["LC_ALL"] = "C.UTF-8"
    variables["HOME"] = "/nonexistent"
    variables["PYTHONDONTWRITEBYTECODE"] = "1"
    variables["PYTHONNOUSERSITE"] = "1"
    return variables
  }
}
