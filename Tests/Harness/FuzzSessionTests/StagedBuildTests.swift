import Foundation
import FuzzTargets
import HarnessTestSupport
import Testing

@testable import FuzzBuilds
@testable import FuzzSession
@testable import ProcessSupport

/// A toolchain whose `swift build` writes scripts with the interface of libFuzzer.
private struct FakeToolchain {
  let fake: FakeTarget
  let toolchain: Toolchain
  let root: RepositoryRoot
  let targets = ["one", "two"].map { name in
    FuzzTarget(name: name, property: "a script", maximumLength: 100, fileExtension: "txt") { _ in }
  }
  static let selfTest = "#!/bin/sh\nexit 0\n"

  init() throws {
    fake = try FakeTarget()
    root = fake.root
    toolchain = Toolchain(folder: root.path("bin"), version: "6.3")
    try WorkFolder.make(root.path("bin"))
    try WorkFolder.write(Array("name: \"scenefuzz\"".utf8), to: root.path("Package.swift"))
    try WorkFolder.write(Array(Self.selfTest.utf8), to: root.path("selftest"))
    try setTool("swift", Self.swift)
    try setTool("llvm-symbolizer", "#!/bin/sh\n")
    for target in targets { try WorkFolder.make(root.path("corpus/\(target.name)/seeds")) }
    try WorkFolder.write(Array("fine".utf8), to: root.path("corpus/one/seeds/a"))
    try WorkFolder.write(Array("fine".utf8), to: root.path("corpus/two/seeds/a"))
  }

  func setTool(_ name: String, _ script: String) throws {
    try WorkFolder.write(Array(script.utf8), to: root.path("bin/" + name))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: root.path("bin/" + name))
  }

  /// Without `--product` the build waits until the first target has been fuzzed.
  static let swift = """
    #!/bin/sh
    product=
    while [ $# -gt 0 ]; do
      case "$1" in
        --scratch-path) folder="$2/release"; shift ;;
        --product) product="$2"; shift ;;
        --package-path) root="$2"; shift ;;
      esac
      shift
    done
    mkdir -p "$folder"
    if [ -n "$product" ]; then
      echo "[1/1] Compiling $product"
      cp "$root/fuzz-fake" "$folder/$product"
      exit 0
    fi
    tries=0
    until [ -s "$folder/fuzz-one.ends" ]; do
      tries=$((tries + 1))
      [ $tries -lt 3000 ] || exit 1
      sleep 0.1
    done
    for name in one two; do
      [ -e "$folder/fuzz-$name" ] || cp "$root/fuzz-fake" "$folder/fuzz-$name"
    done
    cp "$root/selftest" "$folder/fuzz-selftest"
    chmod +x "$folder/fuzz-selftest"
    """

  func session(_ stop: StopSignal, time: Duration = .seconds(300)) -> Session {
    var options = SessionOptions(targets: targets, time: time, jobs: 2)
    options.stop = stop
    return Session(
      root: root, toolchain: toolchain, options: options,
      display: ProgressDisplay(onError: true))
  }
}

@Suite("Builds beside fuzzing", .timeLimit(.minutes(20)))
struct StagedBuildTests {
  @Test("fuzzing begins with the first target while the others are built, and then includes them")
  func staged() async throws {
    let fake = try FakeToolchain()
    defer { fake.fake.folder.remove() }
    Proof(root: fake.root, plan: BuildPlan(.address)).record(for: fake.root.path("selftest"))
    let stop = StopSignal()
    let session = fake.session(stop)
    async let running = session.run()
    let ends = fake.root.path(".build-fuzz-address/release/fuzz-two.ends")
    while (FileManager.default.contents(atPath: ends)?.count ?? 0) < 8 {
      try await Task.sleep(for: .milliseconds(20))
    }
    stop.raise()
    let summary = try await running
    #expect(summary.targets.map(\.name) == ["one", "two"])
    #expect(summary.targets.allSatisfy { $0.executions >= 100 && $0.corpus == 1 })
    #expect(SessionReport.latest(in: fake.fake.store)?.status.readyBuilds == ["address"])
  }

  @Test("a session ends when its time ends, also while targets are still being built")
  func unfinished() async throws {
    let fake = try FakeToolchain()
    defer { fake.fake.folder.remove() }
    let endless = FakeToolchain.swift.replacing("tries=0", with: "exec sleep 3000")
    try fake.setTool("swift", endless)
    let summary = try await fake.session(StopSignal(), time: .seconds(2)).run()
    #expect(summary.ending == .time)
    #expect(summary.targets.map { $0.executions > 0 } == [true, false])
    #expect(
      summary.notes == ["programs were still being built; the next session goes on"])
  }

  @Test(
    "a target that has fuzzed before the session takes at most half of its time",
    arguments: [
      (nil, 60), ("", 60), ("x", 60), ("-5", 60), ("0", 60), ("12", 48), ("30", 30), ("98", 30),
      ("99999999999", 60),
    ] as [(String?, Int)])
  func timeLeft(_ fuzzed: String?, _ seconds: Int) {
    #expect(SessionOptions.time(of: .seconds(60), fuzzed: fuzzed) == .seconds(seconds))
  }

  @Test("a proof that fails beside the fuzzing ends the session with an error that says so")
  func failedProof() async throws {
    let fake = try FakeToolchain()
    defer { fake.fake.folder.remove() }
    let session = fake.session(StopSignal())
    let failure = await #expect(throws: RunFailure.self) { try await session.run() }
    #expect(failure?.description.contains("misses failures that it must detect") == true)
  }

  @Test("a build that fails beside the fuzzing ends the session with an error that says so")
  func failedBuild() async throws {
    let fake = try FakeToolchain()
    defer { fake.fake.folder.remove() }
    let broken = FakeToolchain.swift.replacing("tries=0", with: "echo 'x: error: no'; exit 1")
    try fake.setTool("swift", broken)
    let session = fake.session(StopSignal())
    let failure = await #expect(throws: RunFailure.self) { try await session.run() }
    #expect(failure?.description.contains("the address build failed") == true)
    #expect(failure?.description.contains("x: error: no") == true)
  }
}

@Suite("Builds that end early")
struct BuilderTests {
  @Test("a build that ends at a full disk is one sentence that says so")
  func fullDisk() async throws {
    let fake = try FakeToolchain()
    defer { fake.fake.folder.remove() }
    let full = "#!/bin/sh\necho 'error: unable to write: No space left on device'\nexit 1\n"
    try WorkFolder.write(Array(full.utf8), to: fake.root.path("bin/swift"))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: fake.root.path("bin/swift"))
    let builder = Builder(root: fake.root, toolchain: fake.toolchain)
    let failure = await #expect(throws: RunFailure.self) {
      try await builder.build(BuildPlan(.address), products: ["fuzz-one"])
    }
    #expect(
      failure?.description
        == "the disk is full, so the address build ended early; free about 1 GB and run it again:"
        + " it goes on from there")
  }

  @Test("a build beyond its time limit is a failure that names the limit and the last step")
  func timeOut() async throws {
    let fake = try FakeToolchain()
    defer { fake.fake.folder.remove() }
    let slow = "#!/bin/sh\necho '[3/9] Compiling Slow File.swift'\nexec sleep 600\n"
    try WorkFolder.write(Array(slow.utf8), to: fake.root.path("bin/swift"))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: fake.root.path("bin/swift"))
    var builder = Builder(root: fake.root, toolchain: fake.toolchain)
    builder.timeLimit = .seconds(1)
    let failure = await #expect(throws: RunFailure.self) {
      try await builder.build(BuildPlan(.address), products: ["fuzz-one"])
    }
    #expect(failure?.description.contains("timed out") == true)
    #expect(failure?.description.contains("at step 3 of 9 (Compiling Slow File.swift)") == true)
    #expect(builder.timeLimit < Builder(root: fake.root, toolchain: fake.toolchain).timeLimit)
    #expect(Builder(root: fake.root, toolchain: fake.toolchain).timeLimit >= .seconds(2400))
  }
}
