import Corpus
import Foundation
import SetCover
import Testing

@testable import Minimization
@testable import ProcessSupport

/// A corpus whose inputs list their own features as numbers. A script replaces libFuzzer's child:
/// `die` in an input ends it, `once` adds feature 999 the first time only.
struct FakeCorpus {
  let folder: TemporaryFolder
  let corpus: Corpus
  private let base: String
  private let program: String

  init() throws {
    folder = try TemporaryFolder()
    base = folder.path + "/a corpus"
    program = base + "/fuzz"
    corpus = Corpus(folder: URL(fileURLWithPath: base + "/found"))
    for name in ["found", "seeds", "quarantine"] { try WorkFolder.make(base + "/" + name) }
    try WorkFolder.write(Array(Self.script.utf8), to: program)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
  }

  func add(_ name: String, _ text: String) throws {
    try WorkFolder.write(Array(text.utf8), to: base + "/" + name)
  }

  func names(_ folder: String) throws -> [String] {
    try Corpus(folder: URL(fileURLWithPath: base + "/" + folder)).inputs().map(\.name)
  }

  func minimize(
    _ change: (inout CorpusMinimization) -> Void = { _ in }
  ) async throws -> CorpusMinimization.Result {
    var minimization = CorpusMinimization(
      toolchain: try await .locate(), program: program, folder: corpus.folder,
      seeds: URL(fileURLWithPath: base + "/seeds"),
      quarantine: URL(fileURLWithPath: base + "/quarantine"))
    change(&minimization)
    return try await minimization.run()
  }

  private static let script = """
    #!/bin/sh
    for word in "$@"; do
      case "$word" in
        -merge_control_file=*) control="${word#*=}" ;;
      esac
    done
    count=$(sed -n 1p "$control")
    number=$(grep -c '^STARTED ' "$control")
    while [ "$number" -lt "$count" ]; do
      name=$(sed -n "$((number + 3))p" "$control")
      echo "STARTED $number $(($(wc -c < "$name")))" >> "$control"
      if grep -q die "$name"; then exit 77; fi
      more=""
      if grep -q once "$name"; then
        saw=yes
        if ! [ -f "$0.once" ]; then more=" 999"; fi
      fi
      echo "FT $number $(grep -o '[0-9][0-9]*' "$name" | sort -n | tr '\\n' ' ')$more" >> "$control"
      echo "COV $number 1" >> "$control"
      number=$((number + 1))
    done
    if [ -n "$saw" ]; then touch "$0.once"; fi
    """
}

@Suite struct CorpusMinimizationTests {
  private func filled() throws -> FakeCorpus {
    let fake = try FakeCorpus()
    try fake.add("seeds/seed", "1 2")
    try fake.add("found/a", "2 3")
    try fake.add("found/b", "3 4 5 and more")
    try fake.add("found/c", "6")
    try fake.add("found/d", "6 7 4")
    try fake.add("found/same as the seed", "1 2")
    return fake
  }

  @Test("the fewest inputs besides the seeds are kept, proven, and a second run changes nothing")
  func fewest() async throws {
    let fake = try filled()
    defer { fake.folder.remove() }
    let result = try await fake.minimize()
    #expect(try fake.names("found") == ["b", "d"])
    #expect(result.kept == ["b", "d"])
    #expect(result.isOptimal && result.lowerBound == 2)
    #expect(result.filesBefore == 4 && result.filesAfter == 2)
    #expect(result.featuresBefore == 7 && result.featuresAfter == 7)
    #expect(result.unstable.isEmpty && result.quarantined.isEmpty)
    #expect(try fake.names("seeds") == ["seed"])
    let again = try await fake.minimize()
    #expect(again.kept == result.kept && again.filesBefore == 2)
    #expect(try fake.names("found") == ["b", "d"])
  }

  @Test("the fewest bytes can be other inputs than the fewest files")
  func bytes() async throws {
    let fake = try filled()
    defer { fake.folder.remove() }
    try fake.add("found/e", "5")
    try fake.add("found/f", "3 4")
    let result = try await fake.minimize { $0.objective = .bytes }
    #expect(result.kept == ["d", "e", "f"] || result.kept == ["a", "d", "e"])
    #expect(result.isOptimal && result.weight == result.bytesAfter)
  }

  @Test("an input that kills the target goes to quarantine without loss to others, and is retried")
  func quarantine() async throws {
    let fake = try filled()
    defer { fake.folder.remove() }
    try fake.add("found/bad", "8 die")
    let result = try await fake.minimize()
    let name = SHA1.name(of: Array("8 die".utf8))
    #expect(result.quarantined == [name])
    #expect(result.kept == ["b", "d"])
    #expect(try fake.names("quarantine") == [name])
    #expect(try await fake.minimize().quarantined == [name])
    try fake.add("quarantine/" + name, "8 lives")
    let released = try await fake.minimize()
    #expect(released.released.count == 1 && released.quarantined.isEmpty)
    #expect(try fake.names("quarantine").isEmpty)
    #expect(try fake.names("found").count == 3)
  }

  @Test("a feature that does not recur is reported as unstable and keeps no input")
  func unstable() async throws {
    let fake = try filled()
    defer { fake.folder.remove() }
    try fake.add("found/o", "3 once")
    let result = try await fake.minimize()
    #expect(result.unstable == [999])
    #expect(result.kept == ["b", "d"])
    #expect(result.featuresBefore == 7 && result.featuresAfter == 7)
  }

  @Test("a protected input is kept; a missing one is an error")
  func protected() async throws {
    let fake = try filled()
    defer { fake.folder.remove() }
    #expect(try await fake.minimize { $0.protected = ["c"] }.kept == ["b", "c", "d"])
    await #expect(throws: CorpusError.self) {
      try await fake.minimize { $0.protected = ["nothing"] }
    }
  }

  @Test("a dry run and a stopped run change nothing")
  func changesNothing() async throws {
    let fake = try filled()
    defer { fake.folder.remove() }
    try fake.add("found/bad", "die")
    let before = try fake.names("found")
    #expect(try await fake.minimize { $0.isDryRun = true }.kept == ["b", "d"])
    let stop = StopSignal()
    stop.raise()
    await #expect(throws: RunFailure.self) { try await fake.minimize { $0.stop = stop } }
    #expect(try fake.names("found") == before)
    #expect(try fake.names("quarantine").isEmpty)
  }

  @Test("inputs of another folder are merged under the names of their contents")
  func added() async throws {
    let fake = try filled()
    defer { fake.folder.remove() }
    try WorkFolder.make(fake.folder.path + "/more")
    try WorkFolder.write(Array("3 4 5 6 7".utf8), to: fake.folder.path + "/more/x")
    let result = try await fake.minimize {
      $0.added = [URL(fileURLWithPath: fake.folder.path + "/more")]
    }
    #expect(result.kept == [SHA1.name(of: Array("3 4 5 6 7".utf8))])
    #expect(try fake.names("found") == result.kept)
  }
}
