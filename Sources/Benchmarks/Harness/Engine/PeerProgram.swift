import Foundation
import FuzzBuilds
import ProcessSupport

/// libxml2 under libFuzzer: a few lines of C, compiled with the toolchain's clang against the
/// system's library, which is not instrumented, or against one with our coverage.
struct PeerProgram: Sendable {
  let root: RepositoryRoot
  let toolchain: Toolchain
  static let name = "system libxml2"

  /// Compiles it for `build` into `folder`. Throws where libxml2 is not installed.
  func make(_ build: FuzzBuild, in folder: String) async throws(RunFailure) -> String {
    let program = "\(folder)/xml-peer-\(build.rawValue)"
    let outcome = try await run(
      try toolchain.tool("clang"),
      ["-O2"] + BuildFlags.clang(sanitizers: build.sanitizers)
        + [root.path("benchmarks/engine/xml_target.c")] + (await flags()) + ["-o", program])
    guard outcome.status.isSuccess else {
      throw .environment(
        "cannot compile benchmarks/engine/xml_target.c:\n\(outcome.output.suffix(1_000))",
        "install the headers of libxml2 (libxml2-dev)")
    }
    return program
  }

  /// The same around a libxml2 with our coverage flags, built from the source of the distribution's
  /// package below `.build-peers`, which is kept. Throws where that cannot be had.
  func makeInstrumented(_ build: FuzzBuild, in folder: String) async throws(RunFailure) -> String {
    let place = root.path(".build-peers/libxml2")
    let library = "\(place)/\(build.rawValue)"
    let fetched = try await run(root.path("scripts/libxml2-source"), [place])
    guard fetched.status.isSuccess else {
      throw .environment(
        "\(fetched.output.split(separator: "\n").last ?? "libxml2 cannot be fetched")",
        "the other rows need no source")
    }
    let clang = try toolchain.tool("clang")
    if !FileManager.default.fileExists(atPath: library + "/.libs/libxml2.a") {
      try WorkFolder.make(library)
      let flags = (["-O2"] + BuildFlags.clangLibrary(sanitizers: build.sanitizers))
        .joined(separator: " ")
      // The features of the distribution's library, but for compressed files and other languages.
      let script = """
        cd "$1" && "$2/source/configure" --quiet --disable-shared --without-python --without-lzma \
          --without-zlib CC="$3" CFLAGS="$4" && make -s -j2 libxml2.la
        """
      let made = try await run("/bin/sh", ["-c", script, "sh", library, place, clang, flags])
      guard made.status.isSuccess else {
        throw .environment(
          "libxml2 does not build: \(made.output.suffix(300))", "the other rows need no source")
      }
    }
    let program = "\(folder)/xml-peer-instrumented-\(build.rawValue)"
    let outcome = try await run(
      clang,
      ["-O2"] + BuildFlags.clang(sanitizers: build.sanitizers)
        + [root.path("benchmarks/engine/xml_target.c")]
        + ["-I\(library)/include", "-I\(place)/source/include", library + "/.libs/libxml2.a"]
        + ["-lm", "-o", program])
    guard outcome.status.isSuccess else {
      throw .environment(
        "cannot link libxml2 with our coverage: \(outcome.output.suffix(300))",
        "the other rows need no source")
    }
    return program
  }

  /// Flags from `pkg-config`, or the usual location.
  private func flags() async -> [String] {
    let answer = try? await run("/usr/bin/env", ["pkg-config", "--cflags", "--libs", "libxml-2.0"])
    guard let answer, answer.status.isSuccess else { return ["-I/usr/include/libxml2", "-lxml2"] }
    return answer.output.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private func run(
    _ executable: String, _ arguments: [String]
  ) async throws(RunFailure) -> ChildProcess.Outcome {
    try await ChildProcess(
      executable: executable, arguments: arguments,
      environment: ChildEnvironment.build(ProcessInfo.processInfo.environment)
        .merging(["ASAN_OPTIONS": "detect_leaks=0"]) { $1 },
      timeLimit: .seconds(600)
    ).run()
  }
}
