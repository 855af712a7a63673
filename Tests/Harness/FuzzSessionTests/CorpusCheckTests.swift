import Foundation
import HarnessTestSupport
import Testing

@testable import FuzzBuilds
@testable import FuzzSession
@testable import ProcessSupport

@Suite("Inputs that pass a checking build")
struct CorpusCheckTests {
  private let one = String(repeating: "1", count: 40)
  private let two = String(repeating: "2", count: 40)

  @Test("are remembered for this program, as long as they are in the corpus")
  func remembered() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = folder.path + "/t"
    var passed = try PassedInputs(path: path, program: "p", present: [one, two])
    #expect(passed.remaining(of: [one, two]) == [one, two])
    try passed.add([one])
    try passed.add([one, two])
    let later = try PassedInputs(path: path, program: "p", present: [one, two, "new"])
    #expect(later.remaining(of: [one, two, "new"]) == ["new"])
    let gone = try PassedInputs(path: path, program: "p", present: [two])
    #expect(gone.names == [two])
    let rebuilt = try PassedInputs(path: path, program: "q", present: [one, two])
    #expect(rebuilt.names.isEmpty)
  }

  @Test("half a name at the end, left by a killed session, is nobody's name and spoils no other")
  func killed() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = folder.path + "/t"
    try WorkFolder.write(Array("p\n\(one)\n\(two.prefix(20))".utf8), to: path)
    var passed = try PassedInputs(path: path, program: "p", present: [one, two])
    #expect(passed.remaining(of: [one, two]) == [two])
    try passed.add([two])
    let later = try PassedInputs(path: path, program: "p", present: [one, two])
    #expect(later.names == [one, two])
  }

  @Test(
    "a file that is no list counts for nothing", arguments: ["", "\n\n", "other\n1\n", "\u{0}"])
  func foreign(_ text: String) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = folder.path + "/t"
    try WorkFolder.write(Array(text.utf8), to: path)
    let passed = try PassedInputs(path: path, program: "p", present: ["1"])
    #expect(passed.names.isEmpty)
  }

  /// Runs `files`, by their contents, through a script.
  private func outcome(
    _ texts: [String], script: String? = nil
  ) async throws -> CorpusCheck.Outcome {
    let fake = try FakeTarget()
    defer { fake.folder.remove() }
    let program = try fake.checker("checker", failsOn: "leaky")
    if let script { try WorkFolder.write(Array(script.utf8), to: program) }
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    var files: [String] = []
    for (index, text) in texts.enumerated() {
      files.append(fake.root.path("input\(index)"))
      try WorkFolder.write(Array(text.utf8), to: files[index])
    }
    let check = CorpusCheck(
      program: program, environment: ["PATH": "/usr/bin:/bin"], timeout: 10, memoryLimit: 100,
      stop: StopSignal())
    return try await check.run(files, seconds: 60)
  }

  @Test("all of a batch, or those before the one that fails")
  func batches() async throws {
    #expect(try await outcome(["a", "b"]) == CorpusCheck.Outcome(passed: 2))
    #expect(
      try await outcome(["a", "leaky", "b"]) == CorpusCheck.Outcome(passed: 1, isFailure: true))
  }

  @Test("a process that runs nothing is no failure of an input")
  func complaint() async throws {
    let outcome = try await outcome(["a"], script: "#!/bin/sh\necho no library; exit 127\n")
    #expect(outcome.passed == 0)
    #expect(!outcome.isFailure)
    #expect(outcome.complaint?.contains("no library") == true)
  }

  @Test("an input cannot pass for others by what the target prints of it")
  func forged() async throws {
    let script = """
      #!/bin/sh
      for word in "$@"; do last="$word"; done
      echo "Running: $last"
      exit 0
      """
    let outcome = try await outcome(["a", "b"], script: script)
    #expect(outcome.passed == 0)
  }

  @Test("checks get slices until they have had their share, and after the main build only")
  func division() {
    var division = BuildDivision(checkShare: 0.1)
    #expect(!division.isCheckDue)
    division.spend(90, build: 0)
    #expect(division.isCheckDue)
    division.spend(5, build: 2)
    #expect(division.isCheckDue)
    division.spend(6, build: 1)
    #expect(!division.isCheckDue)
    var none = BuildDivision(checkShare: 0)
    none.spend(100, build: 0)
    #expect(!none.isCheckDue)
  }

  @Test("a short session uses one build, a long one three; each has a name")
  func usual() {
    #expect(SessionBuilds.usual(for: .seconds(299)) == .single(BuildPlan(.address)))
    let mixed = SessionBuilds.usual(for: .seconds(300))
    #expect(mixed.all.map(\.name) == ["fuzzer", "address", "fuzzer debug"])
    #expect(mixed.checkShare == SessionBuilds.defaultAddressShare)
  }
}
