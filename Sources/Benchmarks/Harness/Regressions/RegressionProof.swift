import Corpus
import CrashTriage
import Foundation
import FuzzBuilds
import FuzzSession
package import FuzzTargets
import Minimization
package import ProcessSupport
import ReplayAndTriage

/// Takes demo bugs through every step: crash, finding, reduced input, emitted test that sees the
/// bug, bug fixed, regression guard.
package struct RegressionProof: Sendable {
  /// Result for one bug.
  package struct Row: Codable, Sendable {
    /// Name of the demo bug.
    package let bug: String
    /// Fingerprint of the finding; empty when there was none.
    package var finding = ""
    /// Title of the finding; empty when there was none.
    package var title = ""
    /// Size of the input before reduction, in bytes.
    package var bytesBefore = 0
    /// Size of the input after reduction, in bytes.
    package var bytesAfter = 0
    /// Open finding, bug present: the test reports a known issue.
    package var seesBug = false
    /// Open finding, bug fixed: the test says so.
    package var saysFixed = false
    /// Closed finding, bug present: the test fails.
    package var guards = false
    /// Closed finding, bug fixed: the test passes.
    package var passes = false

    /// Whether every step succeeded.
    package var isComplete: Bool {
      !finding.isEmpty && bytesAfter <= bytesBefore && seesBug && saysFixed && guards && passes
    }
  }

  let root: RepositoryRoot
  let toolchain: Toolchain
  /// The built `scenefuzz`.
  let program: String
  /// Working folder.
  let folder: String
  /// Time limit for reducing one input.
  package var budget: Duration = .seconds(4)

  /// - Parameters: the working folder, and the built `scenefuzz`, which the children run.
  package init(root: RepositoryRoot, toolchain: Toolchain, program: String, folder: String) {
    self.root = root
    self.toolchain = toolchain
    self.program = program
    self.folder = folder
  }

  /// Triggers every bug: a list that declares more numbers than it has.
  static let input = Array(
    """
    <MRML version="Slicer4.4.0" userTags="">
      <Camera id="vtkMRMLCameraNode1" name="Default" position="0 500 0" focalPoint="0 0 0"/>
      <VolumeProperty id="vtkMRMLVolumePropertyNode1" name="Colors" scalarOpacity="4 0 0 255 1"/>
      <VolumeProperty id="vtkMRMLVolumePropertyNode2" name="More" scalarOpacity="9 0 0 255 1"/>
      <View id="vtkMRMLViewNode1" name="View" backgroundColor="0.75 0.76 0.91"/>
    </MRML>
    """.utf8)

  /// Takes `bugs` through every step; calls `say` after each reduction.
  package func run(
    _ bugs: [DemoBug], say: (String) -> Void
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
      say("\(row.bug): \(row.title), \(row.bytesBefore) bytes to \(row.bytesAfter)")
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

  /// Crash, finding, reduced input.
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

  /// Emits a test for each finding, compiles all of them as one program, and runs each with and
  /// without its bug.
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
