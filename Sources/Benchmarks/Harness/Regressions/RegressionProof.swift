import Corpus
import CrashTriage
import Foundation
import FuzzBuilds
import FuzzSession
package import FuzzTargets
import Minimization
package import ProcessSupport
import ReplayAndTriage

/// Planted bugs on the whole way: crash, finding, smaller input, emitted test that sees the bug, bug gone, guard.
package struct RegressionProof: Sendable {
  /// What came of one bug.
  package struct Row: Codable, Sendable {
    /// Name of the demo bug.
    package let bug: String
    /// The finding's name; empty when the bug gave none.
    package var finding = ""
    /// What and where, in one line; empty when the bug gave no finding.
    package var title = ""
    /// Bytes of the input before it was reduced.
    package var bytesBefore = 0
    /// Bytes of the input after it was reduced.
    package var bytesAfter = 0
    /// While the finding is open: the test meets the known issue with the bug, and says so when the bug is gone.
    package var seesBug = false
    /// Whether the test of the open finding says so when the bug is gone.
    package var saysFixed = false
    /// After it was closed: the test fails with the bug and passes without it.
    package var guards = false
    /// Whether the test of the closed finding passes without the bug.
    package var passes = false

    /// Whether the bug went the whole way.
    package var isComplete: Bool {
      !finding.isEmpty && bytesAfter <= bytesBefore && seesBug && saysFixed && guards && passes
    }
  }

  let root: RepositoryRoot
  let toolchain: Toolchain
  /// The built `scenefuzz`.
  let program: String
  /// Where everything is written.
  let folder: String
  /// Wall clock for the reduction of one input.
  package var budget: Duration = .seconds(4)

  /// A proof that writes into `folder`; `program` is the built `scenefuzz` that its children are.
  package init(root: RepositoryRoot, toolchain: Toolchain, program: String, folder: String) {
    self.root = root
    self.toolchain = toolchain
    self.program = program
    self.folder = folder
  }

  /// Shows every bug: a list that declares more numbers than it has.
  static let input = Array(
    """
    <MRML version="Slicer4.4.0" userTags="">
      <Camera id="vtkMRMLCameraNode1" name="Default" position="0 500 0" focalPoint="0 0 0"/>
      <VolumeProperty id="vtkMRMLVolumePropertyNode1" name="Colors" scalarOpacity="4 0 0 255 1"/>
      <VolumeProperty id="vtkMRMLVolumePropertyNode2" name="More" scalarOpacity="9 0 0 255 1"/>
      <View id="vtkMRMLViewNode1" name="View" backgroundColor="0.75 0.76 0.91"/>
    </MRML>
    """.utf8)

  /// Takes `bugs` the whole way; `tell` hears of each when its input is reduced.
  package func run(
    _ bugs: [DemoBug], tell: (String) -> Void
  ) async throws -> [Row] {
    let target = FuzzTarget.demo.name
    let built = try await Builder(root: root, toolchain: toolchain)
      .build(BuildPlan(.address), products: ["fuzz-" + target])[0]
    let store = FindingStore(folder: URL(fileURLWithPath: folder + "/crashes"))
    var rows: [Row] = []
    for bug in bugs {
      var row = Row(bug: bug.rawValue)
      if let finding = try await finding(bug, built, store, &row) {
        row.finding = finding.fingerprint
        row.title = finding.title
      }
      tell("\(row.bug): \(row.title), \(row.bytesBefore) bytes to \(row.bytesAfter)")
      rows.append(row)
    }
    try await test(&rows, store, .open) { row, met, gone in
      row.seesBug = met.passes && met.output.contains("known issue")
      row.saysFixed = !gone.passes && gone.output.contains("crashes close \(row.finding)")
    }
    try await test(&rows, store, .closed) { row, met, gone in
      row.guards = !met.passes
      row.passes = gone.passes
    }
    return rows
  }

  /// Crash, finding, smaller input.
  private func finding(
    _ bug: DemoBug, _ built: String, _ store: FindingStore, _ row: inout Row
  ) async throws -> Finding? {
    let target = FuzzTarget.demo.name
    let file = folder + "/input"
    try WorkFolder.write(Self.input, to: file)
    var replay = CrashReplay(toolchain: toolchain, program: built)
    replay.environment = CommandWords.bug(named: bug.rawValue)
    var plain = PlainReplay(program: program)
    plain.environment = replay.environment
    let seen = try await InputTriage(target: target, replay: replay, plain: plain).triage([file])
    guard let input = seen.first, let crash = input.crash, let fingerprint = input.fingerprint
    else {
      return nil
    }
    let found = Finding(crash, fingerprint: fingerprint, target: target, firstSeen: "2026-01-01")
    var stored = try store.record(found, evidence: input.evidence).finding
    var minimization = InputMinimization(target: target, replay: replay)
    minimization.budget = budget
    let smaller = try await minimization.run(Self.input) { _ in }?.input ?? Self.input
    try store.replaceInput(of: stored, by: smaller, name: SHA1.name(of: smaller))
    stored = try store.finding(beginning: stored.fingerprint)
    row.bytesBefore = Self.input.count
    row.bytesAfter = smaller.count
    return stored
  }

  /// Emits a test for each finding, compiles them as one program, and runs each with its bug and without.
  private func test(
    _ rows: inout [Row], _ store: FindingStore, _ status: Finding.Status,
    judge: (
      _ row: inout Row, _ met: (passes: Bool, output: String),
      _ gone: (passes: Bool, output: String)
    ) -> Void
  ) async throws {
    let emission = TestEmission(folder: folder + "/tests-" + status.rawValue)
    var files: [String] = []
    for row in rows where !row.finding.isEmpty {
      let finding = try store.set(status, of: try store.finding(beginning: row.finding))
      let input = Fingerprint(row.finding).flatMap { store.input(of: $0) }
      if case .written(let path) = try emission.emit(finding, input: input) { files.append(path) }
    }
    guard !files.isEmpty else { return }
    let test = EmittedTestProgram(toolchain: toolchain, program: program)
    let compiled = folder + "/emitted-\(status.rawValue)"
    try await test.compile(files, to: compiled)
    for index in rows.indices where !rows[index].finding.isEmpty {
      let filter = "Finding_" + rows[index].finding
      let met = try await test.run(
        compiled, only: filter, environment: CommandWords.bug(named: rows[index].bug))
      let gone = try await test.run(compiled, only: filter, environment: [:])
      judge(&rows[index], met, gone)
    }
  }
}
