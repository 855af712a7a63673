import CrashTriage
import Foundation
import FuzzTargets
import OracleTargets
import ProcessSupport
import TestSupport
import Testing

@testable import ReplayAndTriage

@Suite("Emitted tests") struct EmittedTestTests {
  private static func finding(target: String, number: Int = 0) -> Finding {
    let crash = Crash(
      CrashReport(
        format: .libFuzzer, kind: .indexOutOfRange,
        frames: [StackFrame(function: "Module.Reader.item\(number)(_:)")])
    ) { $0 }
    return Finding(
      crash, fingerprint: Fingerprint(crash), target: target, firstSeen: "2026-11-24")
  }

  @Test("a closed finding of every target gives a test that compiles, runs and passes")
  func everyTarget() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let emission = TestEmission(folder: folder.path + "/tests")
    var files: [String: String] = [:]
    for (number, target) in FullCatalog.all.enumerated() {
      var finding = Self.finding(target: target.name, number: number)
      finding.status = .closed
      let outcome = try emission.emit(finding, input: [])
      guard case .written(let path) = outcome else {
        Issue.record("\(target.name): \(outcome)")
        continue
      }
      files[finding.fingerprint] = path
    }
    #expect(files.count == FullCatalog.all.count)
    let products = try #require(Repository.products)
    let program = EmittedTestProgram(
      toolchain: try await .locate(), products: products,
      root: RepositoryRoot(path: Repository.root.path))
    let compiled = folder.path + "/compiled"
    try await program.compile(files.values.sorted(), to: compiled)
    for (fingerprint, path) in files.sorted(by: { $0.key < $1.key }) {
      let run = try await program.run(compiled, only: "Finding_" + fingerprint, environment: [:])
      #expect(run.passes, "\(path): \(run.output)")
    }
  }

  @Test("objects of deleted sources are left out where the linker wrote its list")
  func staleObjects() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    for name in ["SceneModel.build/Now.swift.o", "SceneModel.build/Before.swift.o"] {
      try WorkFolder.make(folder.path + "/SceneModel.build")
      try WorkFolder.write([], to: folder.path + "/" + name)
    }
    let program = EmittedTestProgram(
      toolchain: try await .locate(), products: folder.path, root: nil)
    #expect(program.objects(of: ["SceneModel", "JSONReading"]).count == 2)
    let now = folder.path + "/SceneModel.build/Now.swift.o"
    try WorkFolder.make(folder.path + "/scenefuzz.product")
    try WorkFolder.write(
      Array("\(now)\n\(folder.path)/Corpus.build/Other.swift.o\n".utf8),
      to: folder.path + "/scenefuzz.product/Objects.LinkFileList")
    #expect(program.objects(of: ["SceneModel", "JSONReading"]) == [now])
    let quoted = "'/a b/SceneModel.build/It'\\''s.swift.o'"
    try WorkFolder.write(
      Array(quoted.utf8), to: folder.path + "/scenefuzz.product/Objects.LinkFileList")
    #expect(program.objects(of: ["SceneModel"]) == ["/a b/SceneModel.build/It's.swift.o"])
  }

  @Test("a finding without a frame of the project gives a test only into a named folder")
  func foreign() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    var emission = TestEmission(folder: folder.path)
    let finding = Self.finding(target: "")
    guard case .refused(let reason) = try emission.emit(finding, input: nil) else {
      Issue.record("the test of another program was emitted")
      return
    }
    #expect(reason.contains("SECURITY.md"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    emission.allowsForeign = true
    guard case .written(let path) = try emission.emit(finding, input: nil) else {
      Issue.record("a named folder was refused")
      return
    }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains(".disabled("))
    #expect(text.contains("no index-out-of-range in Module.Reader.item0(_:)"))
  }

  @Test("a finding without a function, a place or a target gives no test")
  func withoutPlace() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let crash = Crash(CrashReport(format: .swiftMessage, kind: .fatalError)) { $0 }
    var finding = Finding(
      crash, fingerprint: Fingerprint(crash), target: "", firstSeen: "2026-11-24")
    finding.project = "scenefuzz"
    guard case .refused = try TestEmission(folder: folder.path).emit(finding, input: nil) else {
      Issue.record("a test without a place was emitted")
      return
    }
  }

  @Test("the name of a C function is the place of its finding")
  func functionWithoutModule() {
    let crash = Crash(
      CrashReport(
        format: .gdb, kind: .segmentationFault, frames: [StackFrame(function: "copy_row")])
    ) { $0 }
    let finding = Finding(
      crash, fingerprint: Fingerprint(crash), target: "", firstSeen: "2026-11-24")
    #expect(RegressionTest.place(of: finding) == "copy_row")
  }
}
