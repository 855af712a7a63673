import Foundation
import FuzzTargets
import HarnessTestSupport
import Testing

@testable import FuzzSession
@testable import ProcessSupport

@Suite("Reduction at the end of a session", .timeLimit(.minutes(20)))
struct FindingShrinkingTests {
  /// Runs files as a checking build does; fuzzes a folder by running its files in order.
  private static let script = """
    #!/bin/sh
    for word in "$@"; do
      case "$word" in
        -artifact_prefix=*) prefix="${word#*=}" ;;
        -*) ;;
        *) input="$word" ;;
      esac
    done
    [ -d "$input" ] || exec "$0.check" "$@"
    for file in "$input"/*; do
      [ -f "$file" ] || continue
      if ! "$0.check" "$file" > "$0.log"; then
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

  private func run(_ input: String, ending: Duration) async throws -> (SessionSummary, FakeTarget) {
    let fake = try FakeTarget(body: Self.script)
    _ = try fake.checker("fuzz-fake.check", failsOn: "bad")
    try fake.seed("a", input)
    try fake.seed("b", "fine")
    let summary = try await fake.sessionUntilQuiet {
      $0.findings = fake.root.path("crashes")
      $0.endingTime = ending
    }.fuzz(programs: [[fake.program]])
    return (summary, fake)
  }

  @Test("the input of a new finding is reduced in the store, and the summary has both sizes")
  func reduced() async throws {
    let (summary, fake) = try await run("a long line with bad in it", ending: .seconds(120))
    defer { fake.folder.remove() }
    let finding = try #require(summary.findings.first)
    #expect(finding.input.hasSuffix("/input"))
    #expect(FileManager.default.contents(atPath: finding.input) == Data("bad".utf8))
    #expect(finding.bytes == 3)
    #expect(finding.bytesBefore == 26)
    #expect(summary.text.contains("3 bytes, reduced from 26"))
    #expect(finding.replay.contains(" replay fake "))
    #expect(finding.emit.hasSuffix(" emit \(finding.name.fingerprint)"))
    #expect(finding.close.hasSuffix(" crashes close \(finding.name.fingerprint)"))
    for command in [finding.replay, finding.emit, finding.close] {
      #expect(summary.text.contains(command))
    }
    #expect(summary.notes.contains { $0.contains("not reduced") } == false)
  }

  @Test("the commands about a finding in another store name that store")
  func otherStore() async throws {
    let fake = try FakeTarget()
    defer { fake.folder.remove() }
    try fake.seed("a", "bad")
    let store = fake.root.path("other")
    let summary = try await fake.sessionUntilQuiet {
      $0.store = store
      $0.findings = store + "/crashes"
    }.fuzz(programs: [[fake.program]])
    let finding = try #require(summary.findings.first)
    let words = " --store " + ShellWord.quoted(store + "/crashes")
    #expect(finding.emit.hasSuffix(" emit \(finding.name.fingerprint)" + words))
    #expect(finding.close.hasSuffix(" close \(finding.name.fingerprint)" + words))
  }

  @Test("without time for a reduction the input stays as it is")
  func noTime() async throws {
    let (summary, fake) = try await run("a long line with bad in it", ending: .zero)
    defer { fake.folder.remove() }
    let finding = try #require(summary.findings.first)
    #expect(finding.bytes == 26)
    #expect(finding.bytesBefore == nil)
    #expect(summary.text.contains("(26 bytes)"))
  }
}
