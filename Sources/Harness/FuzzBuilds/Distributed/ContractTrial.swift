import Foundation
package import ProcessSupport

/// A trial of the distributed engine's contract on this machine: environment, build script, checks.
///
/// OSS-Fuzz and ClusterFuzzLite build in one container and run the programs in another. Here
/// `$SRC`, `$OUT` and `$WORK` are folders, a substitute for `precompile_swift` copies the
/// toolchain's symbolizer, and `$OUT` moves to another folder before its programs run, in an
/// environment without a toolchain.
package struct ContractTrial: Sendable {
  package let root: RepositoryRoot
  /// Substitute for the toolchain of the image.
  package let toolchain: Toolchain
  /// Ends the trial when raised.
  package var stop: StopSignal?
  /// Time limit of the build: debug and release of every target take minutes on two cores.
  package var buildTimeLimit: Duration = .seconds(3600)

  package init(root: RepositoryRoot, toolchain: Toolchain) {
    self.root = root
    self.toolchain = toolchain
  }

  /// Builds into `$OUT` and checks each of `targets` in debug and release. `say` receives progress.
  ///
  /// - Parameter kept: Folder for the programs afterwards; nil removes them.
  package func run(
    targets: [String], keeping kept: String? = nil, say: @escaping @Sendable (String) -> Void
  ) async throws(RunFailure) -> ContractReport {
    let base = try TemporaryFolder()
    defer { base.remove() }
    let clock = ContinuousClock()
    let begin = clock.now
    let out = base.path + "/out"
    try prepare(base.path)
    say("building as the engine does: debug and release of \(targets.count) targets …")
    try await build(in: base.path, say: say)
    let moved = base.path + "/moved"
    try Self.attempt("move \(out)") { try FileManager.default.moveItem(atPath: out, toPath: moved) }
    var report = ContractReport()
    report.buildSeconds = (clock.now - begin).seconds
    for target in targets {
      for configuration in BuildConfiguration.allCases {
        if stop?.isRaised == true { throw .environment("stopped", "run it again") }
        let name = "\(target)-\(configuration.rawValue)"
        let check = ContractCheck(
          folder: moved, name: name, expectedSeeds: committedInputs(of: target),
          toolchain: toolchain)
        let row = try await check.run()
        say("\(name): \(row.faults.isEmpty ? "ok" : row.faults.joined(separator: "; "))")
        report.rows.append(row)
      }
    }
    report.checkSeconds = (clock.now - begin).seconds - report.buildSeconds
    if let kept {
      try Self.attempt("write \(kept)") {
        try? FileManager.default.removeItem(atPath: kept)
        try FileManager.default.moveItem(atPath: moved, toPath: kept)
      }
    }
    return report
  }

  private func committedInputs(of target: String) -> Int {
    ["seeds", "found"].map { folder in
      InputFiles.below(root.path("corpus/\(target)/\(folder)")).count {
        InputFiles.lastComponent($0) != "README.md"
      }
    }.reduce(0, +)
  }

  private func prepare(_ base: String) throws(RunFailure) {
    let symbolizer = try toolchain.tool("llvm-symbolizer")
    // The build script sources it, as in the container; the path is quoted for the shell.
    let quoted = "'" + symbolizer.replacing("'", with: "'\\''") + "'"
    let script = "cp \(quoted) \"$OUT/llvm-symbolizer\"\nexport SWIFTFLAGS=\n"
    try Self.attempt("make folders in \(base)") {
      for folder in ["src", "out", "work", "bin"] {
        try FileManager.default.createDirectory(
          atPath: "\(base)/\(folder)", withIntermediateDirectories: true)
      }
      try FileManager.default.createSymbolicLink(
        atPath: base + "/src/scenefuzz", withDestinationPath: root.path)
      try script.write(toFile: base + "/bin/precompile_swift", atomically: true, encoding: .utf8)
    }
  }

  private func build(
    in base: String, say: @escaping @Sendable (String) -> Void
  ) async throws(RunFailure) {
    let inherited = ProcessInfo.processInfo.environment
    let environment = ChildEnvironment.build(inherited).merging([
      "SRC": base + "/src", "OUT": base + "/out", "WORK": base + "/work", "SANITIZER": "address",
      "FUZZING_ENGINE": "libfuzzer", "FUZZING_LANGUAGE": "swift", "ARCHITECTURE": Self.architecture,
      "CC": "clang", "CXX": "clang++", "CFLAGS": "", "CXXFLAGS": "",
      "LIB_FUZZING_ENGINE": BuildFlags.clang(sanitizers: ["fuzzer"])[0],
      "PATH": "\(base)/bin:\(toolchain.folder):" + (inherited["PATH"] ?? "/usr/bin:/bin"),
    ]) { $1 }
    var child = ChildProcess(
      executable: "/bin/bash", arguments: [root.path("scripts/oss-fuzz/build.sh")],
      environment: environment, directory: base + "/src", timeLimit: buildTimeLimit)
    child.stop = stop
    let outcome = try await child.run { line in
      if line.hasPrefix("Build complete!") { say(line) }
    }
    guard outcome.status.isSuccess else {
      let shown = outcome.output.split(separator: "\n").suffix(8).joined(separator: "\n  ")
      throw .environment(
        "the engine's build script failed:\n  \(shown)\n",
        "see scripts/oss-fuzz/build.sh, which 'scenefuzz oss-fuzz write' writes")
    }
  }

  static var architecture: String {
    #if arch(arm64)
      "aarch64"
    #else
      "x86_64"
    #endif
  }

  private static func attempt(_ what: String, _ body: () throws -> Void) throws(RunFailure) {
    do {
      try body()
    } catch {
      throw .environment(
        "cannot \(what) (\(error.localizedDescription))", "check the space and the rights there")
    }
  }
}
