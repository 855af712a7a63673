import Foundation
import HarnessTestSupport
import Testing

@testable import FuzzBuilds
@testable import FuzzSession
@testable import ProcessSupport

@Suite("Corpus checks")
struct CorpusCheckTests {
  private let one = String(repeating: "1", count: 40)
  private let two = String(repeating: "2", count: 40)

  @Test("passed inputs are recorded for one program while they are in the corpus")
  func recorded() throws {
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

  @Test(
    "a partial name at the end, left by a killed session, counts for no input and harms no other")
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
    "a file that is no list of names gives no passed input",
    arguments: ["", "\n\n", "other\n1\n", "\u{0}"])
  func foreign(_ text: String) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = folder.path + "/t"
    try WorkFolder.write(Array(text.utf8), to: path)
    let passed = try PassedInputs(path: path, program: "p", present: ["1"])
    #expect(passed.names.isEmpty)
  }

  /// Runs inputs with the contents `texts` through a script.
  private func outcome(
    _ texts: [String], script: String? = nil
  ) async throws -> BatchRun.Outcome {
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
    let check = BatchRun(
      program: program, environment: ["PATH": "/usr/bin:/bin"], timeout: 10, memoryLimit: 100,
      stop: StopSignal())
    return try await check.run(files, seconds: 60)
  }

  @Test("all inputs of a batch pass, or those before the first that fails")
  func batches() async throws {
    #expect(try await outcome(["a", "b"]) == BatchRun.Outcome(passed: 2))
    #expect(
      try await outcome(["a", "leaky", "b"]) == BatchRun.Outcome(passed: 1, isFailure: true))
  }

  @Test("a process that runs nothing gives a complaint, not a failure of an input")
  func complaint() async throws {
    let outcome = try await outcome(["a"], script: "#!/bin/sh\necho no library; exit 127\n")
    #expect(outcome.passed == 0)
    #expect(!outcome.isFailure)
    #expect(outcome.complaint?.contains("no library") == true)
  }

  @Test("a target that prints the name of a later input makes no input pass")
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

  @Test("a check is due until the checks have used their share, and after the main build only")
  func division() {
    var division = BuildDivision(of: .mixed(addressShare: 0.1))
    #expect(!division.isCheckDue)
    division.spend(90, build: 0)
    #expect(division.isCheckDue)
    division.spend(5, build: 2)
    #expect(division.isCheckDue)
    division.spend(6, build: 1)
    #expect(!division.isCheckDue)
    var none = BuildDivision(of: .mixed(addressShare: 0))
    none.spend(100, build: 0)
    #expect(!none.isCheckDue)
  }

  @Test("comparisons are due until they have used their share, and never without their build")
  func comparisons() {
    var division = BuildDivision(of: .mixed(addressShare: 0.1, comparisonShare: 0.1))
    #expect(!division.areComparisonsDue)
    division.spend(80, build: 0)
    division.spend(10, build: 1)
    #expect(division.areComparisonsDue)
    division.spend(9, build: 3)
    #expect(division.areComparisonsDue)
    division.spend(2, build: 3)
    #expect(!division.areComparisonsDue)
    // 10 of 101 seconds are less than a tenth.
    #expect(division.isCheckDue)
    var none = BuildDivision(of: .single(BuildPlan(.fuzzer)))
    none.spend(100, build: 0)
    #expect(!none.areComparisonsDue)
  }

  @Test("a session under five minutes uses one build, a longer one four")
  func usual() {
    #expect(SessionBuilds.usual(for: .seconds(299)) == .single(BuildPlan(.address)))
    let mixed = SessionBuilds.usual(for: .seconds(300))
    #expect(mixed.all.map(\.name) == ["fuzzer", "address", "fuzzer debug", "comparisons"])
    #expect(mixed.checkIndices == 1..<3)
    #expect(mixed.comparisonIndex == 3)
    #expect(SessionBuilds.mixed(comparisonShare: 0).comparisonIndex == nil)
    #expect(mixed.checkShare == SessionBuilds.defaultAddressShare)
  }
}
