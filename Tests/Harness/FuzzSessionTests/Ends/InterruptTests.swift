import Foundation
import FuzzTargets
import HarnessTestSupport
import Testing

@testable import FuzzBuilds
@testable import FuzzSession
@testable import ProcessSupport

/// A session whose stand-in programs hang in one phase, after they have written their process
/// identifier.
struct HangingSession {
  enum Phase: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case building, proving, fuzzing, checking, triaging, reducing, minimizing
    var testDescription: String { rawValue }
  }

  let phase: Phase
  let fake: FakeTarget
  var hanging: String { fake.root.path("hanging") }

  init(_ phase: Phase) throws {
    self.phase = phase
    fake = try FakeTarget(body: Self.program(phase))
    _ = try fake.checker("fuzz-fake.check", failsOn: "bad")
    try fake.seed("a", "a long line with bad in it")
    try fake.seed("b", "fine")
    for (name, body) in [
      ("swift", Self.swift(phase)), ("selftest", Self.selfTest(phase)),
      ("checker", Self.checker(phase)), ("llvm-symbolizer", "#!/bin/sh\n"),
    ] {
      try WorkFolder.make(fake.root.path("bin"))
      let path = fake.root.path("bin/" + name)
      try WorkFolder.write(Array(body.utf8), to: path)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }
    try WorkFolder.write([], to: fake.root.path("Package.swift"))
  }

  private static func hang(in phase: Phase, _ now: Phase) -> String {
    phase == now ? "echo $$ >> \"$root/hanging\"; exec sleep 600" : ":"
  }

  /// Fuzzes a folder by running its files; runs a file as a checking build does.
  private static func program(_ phase: Phase) -> String {
    """
    #!/bin/sh
    root="$(dirname "$0")"
    [ -e "$root/fuzz-fake.check" ] || root="$root/../.."
    for word in "$@"; do
      case "$word" in
        -artifact_prefix=*) prefix="${word#*=}" ;;
        -merge_inner=*) \(hang(in: phase, .minimizing)); exit 1 ;;
        -*) ;;
        *) input="$word" ;;
      esac
    done
    check="$root/fuzz-fake.check"
    if [ ! -d "$input" ]; then
      \(hang(in: phase, .triaging))
      grep -q 'a long line with bad in it' "$input" || { \(hang(in: phase, .reducing)); }
      exec "$check" "$@"
    fi
    \(hang(in: phase, .fuzzing))
    for file in "$input"/*; do
      [ -f "$file" ] || continue
      if ! "$check" "$file" > "$0.log"; then
        name="crash-$(sha1sum < "$file" | cut -d' ' -f1)"
        cp "$file" "$prefix$name"
        cat "$0.log"
        echo "artifact_prefix='$prefix'; Test unit written to $prefix$name"
        exit 1
      fi
    done
    echo "#2 INITED cov: 5 ft: 6 corp: 1/2b exec/s: 0 rss: 30Mb"
    sleep 0.3
    echo "stat::number_of_executed_units: 100"
    """
  }

  private static func checker(_ phase: Phase) -> String {
    """
    #!/bin/sh
    root="$(dirname "$0")/.."
    \(hang(in: phase, .checking))
    """
  }

  private static func selfTest(_ phase: Phase) -> String {
    """
    #!/bin/sh
    root="$(dirname "$0")/../.."
    \(hang(in: phase, .proving))
    """
  }

  private static func swift(_ phase: Phase) -> String {
    """
    #!/bin/sh
    while [ $# -gt 0 ]; do
      case "$1" in
        --scratch-path) folder="$2/release"; shift ;;
        --package-path) root="$2"; shift ;;
      esac
      shift
    done
    \(hang(in: phase, .building))
    mkdir -p "$folder"
    cp "$root/fuzz-fake" "$folder/fuzz-fake"
    cp "$root/bin/selftest" "$folder/fuzz-selftest"
    """
  }

  /// Runs the session, raises its stop once a program hangs, and returns the result.
  func run() async throws -> Result<SessionSummary, RunFailure> {
    var options = SessionOptions(targets: [fake.target], time: .seconds(3000), jobs: 1)
    options.quiet = .seconds(phase == .proving || phase == .fuzzing ? 3000 : 1)
    options.findings = fake.root.path("crashes")
    options.minimization = .complete
    options.endingTime = .seconds(3000)
    if phase == .checking { options.builds = .mixed(addressShare: 0) }
    let usesBuilds = phase == .building || phase == .proving
    let toolchain =
      usesBuilds
      ? Toolchain(folder: fake.root.path("bin"), version: "6.3") : try await Toolchain.locate()
    let session = Session(
      root: fake.root, toolchain: toolchain, options: options,
      display: ProgressDisplay(onError: true))
    let programs =
      [fake.program]
      + (phase == .checking ? ["checker", "checker"] : []).map {
        fake.root.path("bin/" + $0)
      }
    async let result = Self.result { () async throws(RunFailure) in
      usesBuilds
        ? try await session.run() : try await session.fuzz(programs: programs.map { [$0] })
    }
    while FileManager.default.contents(atPath: hanging)?.contains(0x0A) != true {
      try await Task.sleep(for: .milliseconds(20))
    }
    session.stop.raise()
    return await result
  }

  private static func result(
    _ body: () async throws(RunFailure) -> SessionSummary
  ) async -> Result<SessionSummary, RunFailure> {
    do throws(RunFailure) { return .success(try await body()) } catch { return .failure(error) }
  }

  /// The programs that hung and still run.
  var leftChildren: [Int32] {
    let text = (try? String(contentsOfFile: hanging, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { Int32($0) }.filter {
      FileManager.default.fileExists(atPath: "/proc/\($0)/exe")
    }
  }
}

@Suite("Ctrl-C in each phase of a session", .timeLimit(.minutes(20)))
struct InterruptTests {
  @Test("a build that is stopped is one sentence with the next step")
  func building() async throws {
    let session = try HangingSession(.building)
    defer { session.fake.folder.remove() }
    let result = try await session.run()
    #expect(
      throws: RunFailure.environment("stopped while building", "run it again; nothing was lost")
    ) {
      _ = try result.get()
    }
    #expect(session.leftChildren.isEmpty)
  }

  @Test(
    "a stopped session ends with its summary and the next step, and leaves no child",
    arguments: [.proving, .fuzzing, .checking, .triaging, .reducing, .minimizing]
      as [HangingSession.Phase])
  func summary(_ phase: HangingSession.Phase) async throws {
    let session = try HangingSession(phase)
    defer { session.fake.folder.remove() }
    let summary = try await session.run().get()
    #expect(session.leftChildren.isEmpty)
    #expect(summary.ending == .interrupted)
    #expect(summary.text.hasPrefix("Stopped early: "))
    #expect(
      summary.text.contains("\nNothing is lost: the next session goes on from this corpus.\n"))
    // Nothing is lost: the passing input is in the corpus, the failing one is kept.
    let inputs = InputFiles.below(session.fake.store.corpus("fake")).count
    if phase == .fuzzing {
      #expect(inputs == 2)
      #expect(summary.findings.isEmpty)
    } else if phase != .proving {
      #expect(inputs == 1)
      #expect(summary.findings.map(\.target) == ["fake"])
      #expect(InputFiles.below(session.fake.store.artifacts("fake")).count == 1)
    }
    let notes = summary.notes.joined(separator: "\n")
    #expect(notes.contains("yet to pass") == (phase == .checking))
    #expect(notes.contains("the triage was stopped; the inputs are safe") == (phase == .triaging))
    #expect(notes.contains("the reduction was stopped") == (phase == .reducing))
    if phase == .reducing {
      let input = try #require(summary.findings.first?.input)
      #expect(FileManager.default.contents(atPath: input)?.count == 26)
    }
  }
}
