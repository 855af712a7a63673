import Foundation
import Testing

@testable import FuzzSession
@testable import HarnessBenchmarks
@testable import ProcessSupport

@Suite struct CanaryFileTests {
  @Test("a new file has no records")
  func empty() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try CanaryFile(creating: folder.path + "/canaries")
    let seen = file.read()
    #expect(!seen.hasStarted)
    #expect(seen[1] == BugTrial.Sighting(reached: nil, triggered: nil))
    #expect(seen[255] == BugTrial.Sighting(reached: nil, triggered: nil))
    #expect(file.environment == ["SCENEFUZZ_CANARIES": file.path])
  }

  @Test("times count from the first start of a process, in seconds")
  func times() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try CanaryFile(creating: folder.path + "/canaries")
    var bytes = try #require(FileManager.default.contents(atPath: file.path).map { [UInt8]($0) })
    func put(_ word: UInt64, _ record: Int, _ index: Int) {
      for byte in 0..<8 {
        bytes[record * 32 + index * 8 + byte] = UInt8(truncatingIfNeeded: word >> (8 * byte))
      }
    }
    put(5_000_000_000, 0, 0)
    put(6_500_000_000, 7, 0)
    put(605_000_000_000, 7, 2)
    put(4_000_000_000, 8, 0)
    try WorkFolder.write(bytes, to: file.path)
    let seen = file.read()
    #expect(seen.hasStarted)
    #expect(seen[7] == BugTrial.Sighting(reached: 1.5, triggered: 600))
    #expect(seen[7].within(599) == BugTrial.Sighting(reached: 1.5, triggered: nil))
    #expect(seen[8].reached == 0)
    try WorkFolder.write(Array(bytes.prefix(100)), to: file.path)
    #expect(file.read()[7] == BugTrial.Sighting(reached: nil, triggered: nil))
  }
}

@Suite struct BugTrialStoreTests {
  static func settings(seconds: Double) throws -> BugTrialSettings {
    BugTrialSettings(
      seconds: seconds, jobs: 2,
      set: try InjectedBugSet(root: RepositoryRoot(path: repositoryPath)))
  }

  @Test("the inputs that failed in a session are kept with the trials")
  func inputs() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let store = try BugTrialStore(
      creating: folder.path + "/trials", settings: try Self.settings(seconds: 60))
    let session = SessionStore(folder: folder.path + "/store")
    for target in ["xml", "zip"] { try WorkFolder.make(session.artifacts(target)) }
    try WorkFolder.write([7, 8], to: session.artifacts("zip") + "/crash-1")
    #expect(try store.keepInputs(of: ["xml", "zip", "mrb"], in: session) == 1)
    let kept = store.folder + "/inputs/zip/crash-1"
    #expect(FileManager.default.contents(atPath: kept) == Data([7, 8]))
    #expect(!FileManager.default.fileExists(atPath: store.folder + "/inputs/xml"))
  }

  @Test("added trials are found by number when the folder is opened again")
  func resuming() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let settings = try Self.settings(seconds: 60)
    let store = try BugTrialStore(creating: folder.path + "/new/trials", settings: settings)
    for number in [10, 2] { try store.add(BugReportTests.trial(.full, number, ["a": 1])) }
    try store.add(BugReportTests.trial(.plain, 1, ["a": nil]))
    let again = try BugTrialStore(resuming: store.folder, settings: settings)
    #expect(again.trials(of: .full).map(\.number) == [2, 10])
    #expect(again.trials(of: .plain) == [BugReportTests.trial(.plain, 1, ["a": nil])])
  }

  @Test("trials of other settings are not mixed, and no trial is overwritten")
  func refusals() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let settings = try Self.settings(seconds: 60)
    _ = try BugTrialStore(creating: folder.path, settings: settings)
    #expect(throws: RunFailure.self) {
      try BugTrialStore(creating: folder.path, settings: settings)
    }
    #expect(throws: RunFailure.self) {
      try BugTrialStore(resuming: folder.path, settings: try Self.settings(seconds: 61))
    }
    #expect(throws: RunFailure.self) {
      try BugTrialStore(resuming: folder.path + "/none", settings: settings)
    }
  }
}
