import Foundation
import HarnessTestSupport
import Testing

@testable import FuzzSession
@testable import ProcessSupport

@Suite("A full disk in a session", .timeLimit(.minutes(20)))
struct FullDiskTests {
  private static let full: @Sendable (String) throws -> Void = { path in
    if path.contains("/reports/") { throw CocoaError(.fileWriteOutOfSpace) }
  }

  @Test("a report that does not fit ends the session with one sentence, and the input is kept")
  func report() async throws {
    let fake = try FakeTarget()
    defer { fake.folder.remove() }
    try fake.seed("a", "bad")
    let failure = await #expect(throws: RunFailure.self) {
      try await WorkFolder.$failing.withValue(Self.full) {
        try await fake.session(seconds: 300).fuzz(programs: [[fake.program]])
      }
    }
    let text = try #require(failure).description
    #expect(failure?.kind == .environment)
    #expect(text.hasPrefix("fake failed ("))
    #expect(text.contains("its input is safe in "))
    #expect(text.hasSuffix("check the rights on the folder and the space on the disk"))
    #expect(!text.contains("\n"))
    // The next session, with space, names it.
    let inputs = InputFiles.below(fake.store.artifacts("fake"))
    #expect(inputs.map { FileManager.default.contents(atPath: $0) } == [Data("bad".utf8)])
    let summary = try await fake.sessionUntilQuiet().fuzz(programs: [[fake.program]])
    #expect(summary.findings.map(\.bytes) == [3])
  }

  @Test("an input that was cut off is a failure with the input of the log")
  func cutInput() async throws {
    let body = FakeTarget.libFuzzer.replacing(
      "cp \"$file\" \"$prefix$name\"", with: ": > \"$prefix$name\""
    ).replacing(
      "written to $prefix$name\"", with: "written to $prefix$name\"; echo \"Base64: YmFk\"")
    let fake = try FakeTarget(body: body)
    defer { fake.folder.remove() }
    try fake.seed("a", "bad")
    let failure = await #expect(throws: RunFailure.self) {
      try await fake.session(seconds: 300).fuzz(programs: [[fake.program]])
    }
    #expect(failure?.kind == .environment)
    #expect(failure?.description.contains("its input could not be saved as") == true)
    #expect(failure?.description.hasSuffix("the input in Base64 is YmFk") == true)
  }

  @Test("a digest in the name decides whether a saved input is whole")
  func savedInput() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let whole = folder.path + "/crash-a9993e364706816aba3e25717850c26c9cd0d89d"
    #expect(SavedInput.size(whole) == nil)
    try WorkFolder.write(Array("abc".utf8), to: whole)
    #expect(SavedInput.size(whole) == 3)
    try WorkFolder.write(Array("ab".utf8), to: whole)
    #expect(SavedInput.size(whole) == nil)
    try WorkFolder.write(Array("ab".utf8), to: folder.path + "/named-by-hand")
    #expect(SavedInput.size(folder.path + "/named-by-hand") == 2)
    let loss = SavedInput.loss(of: "x", "fake failed (trap)", log: "no such line")
    #expect(loss.description.hasSuffix("the corpus is safe, the input is lost"))
  }
}
