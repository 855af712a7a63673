import Foundation
package import ProcessSupport

/// The git-ignored Python environment that holds the real 3D Slicer core.
///
/// Its packages are pinned in `scripts/slicer/requirements.txt` and installed without what they ask for beside each
/// other: the core is used, not the plots of its dependencies. Once made it needs no network.
package struct SlicerEnvironment: Sendable {
  /// The checkout that holds the environment.
  package let root: RepositoryRoot

  /// The environment of that checkout, made or not.
  package init(root: RepositoryRoot) { self.root = root }

  var folder: String { root.path(".venv-slicer") }
  /// The Python that has the core.
  package var python: String { folder + "/bin/python" }
  var worker: String { root.path("scripts/slicer/reader.py") }
  private var requirements: String { root.path("scripts/slicer/requirements.txt") }

  /// What `scenefuzz slicer setup` tells.
  package struct Report: Encodable, Sendable {
    /// Path of the environment.
    package let folder: String
    /// The pinned packages with their versions.
    package let packages: [String]
    /// Bytes that it takes on the disk.
    package let bytes: Int
    /// Seconds that making it took; nil when it was there.
    package let seconds: Double?
  }

  /// Whether the pinned packages can be imported, which needs no network.
  package func isReady() async throws(RunFailure) -> Bool {
    guard SystemBridge.isFolder(python) == false else { return false }
    return try await hasPackages(python)
  }

  /// The environment, or the error that says how to make it.
  package func required() async throws(RunFailure) -> SlicerEnvironment {
    guard try await isReady() else {
      throw .environment(
        "the real 3D Slicer core is not here",
        "run 'scenefuzz slicer setup' once, with a network")
    }
    return self
  }

  /// Makes the environment when it is not there, beside and renamed. `say` gets a line for each step.
  package func make(_ say: (String) -> Void) async throws(RunFailure) -> Report {
    if try await isReady() { return try report(seconds: nil) }
    let start = ContinuousClock.now
    guard
      let system = ExecutableSearch.path(of: "python3.11") ?? ExecutableSearch.path(of: "python3")
    else {
      throw .environment(
        "there is no python3 on PATH", "install CPython 3.11 with its venv module and try again")
    }
    let new = folder + ".new"
    try? FileManager.default.removeItem(atPath: new)
    defer { try? FileManager.default.removeItem(atPath: new) }
    say("making the environment with \(system)")
    try await step(
      system, ["-m", "venv", new], limit: .seconds(300),
      "python3 cannot make a virtual environment",
      "install its venv module (Debian: apt-get install python3-venv) and try again")
    say("installing \(try pins().joined(separator: " ")) (some 200 MB to fetch, 800 MB on disk)")
    try await step(
      new + "/bin/python",
      [
        "-m", "pip", "install", "--disable-pip-version-check", "--quiet", "--no-deps",
        "--only-binary", ":all:", "--requirement", requirements,
      ], limit: .seconds(1800),
      "pip cannot install the pinned packages",
      "this needs a network once, Linux on x86-64 and a Python that the wheel is made for (CPython 3.11)"
    )
    guard try await hasPackages(new + "/bin/python") else {
      throw .environment(
        "the installed core cannot be imported",
        "try '\(new)/bin/python -c \"import slicer\"' to see why")
    }
    try replace(with: new)
    let time = (ContinuousClock.now - start).components
    return try report(seconds: Double(time.seconds) + Double(time.attoseconds) / 1e18)
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

  private func report(seconds: Double?) throws(RunFailure) -> Report {
    let bytes = InputFiles.below(folder).reduce(0) { $0 + (SystemBridge.fileSize($1) ?? 0) }
    return Report(folder: folder, packages: try pins(), bytes: bytes, seconds: seconds)
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

  /// The whole environment of the worker.
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
