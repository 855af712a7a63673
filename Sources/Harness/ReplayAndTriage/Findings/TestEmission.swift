package import CrashTriage
import Foundation
import FuzzTargets
import OracleTargets
package import ProcessSupport

/// Writes regression tests into a folder; a file that a person edited is never overwritten.
package struct TestEmission: Sendable {
  /// Result for one finding.
  package enum Outcome: Equatable, Sendable {
    case written(path: String)
    /// The file existed with the same bytes.
    case unchanged(path: String)
    /// The file existed and a person had edited it.
    case edited(path: String)
    /// No test is written, for the reason given.
    case refused(reason: String)
  }

  /// The folder of the tests.
  package let folder: String
  /// Whether tests of findings without a frame of the project are written: only into a folder that
  /// a person named.
  package var allowsForeign = false

  /// Emits into `folder`, which is made when it is needed.
  package init(folder: String) { self.folder = folder }

  /// The path of the test of `finding`, whether or not it exists.
  package func path(of finding: Finding) -> String {
    folder + "/Finding_\(finding.fingerprint).swift"
  }

  /// Writes the test of `finding`, and beside it the file that declares the tags of all tests.
  ///
  /// Refused are findings of other programs, whose behaviour on hostile input is private, and
  /// findings whose test could not say where the bug is.
  package func emit(_ finding: Finding, input: [UInt8]?) throws(RunFailure) -> Outcome {
    let module = FullCatalog[finding.target]?.module
    if !allowsForeign, finding.project == nil, module == nil {
      return .refused(reason: "no frame of this project is in it (SECURITY.md); name --into FOLDER")
    }
    if RegressionTest.place(of: finding) == nil {
      return .refused(reason: "the report names no place, so a test could not tell what it guards")
    }
    let test = RegressionTest(finding, input: input, module: module)
    let path = path(of: finding)
    try WorkFolder.make(folder)
    try writeTags()
    if let existing = FileManager.default.contents(atPath: path) {
      let text = String(decoding: existing, as: UTF8.self)
      if text == test.text { return .unchanged(path: path) }
      if !RegressionTest.isUntouched(text) { return .edited(path: path) }
    }
    try WorkFolder.write(Array(test.text.utf8), to: path)
    return .written(path: path)
  }

  /// The file of tags, which every emitted test needs to compile.
  package var tagsPath: String { folder + "/" + FindingTags.fileName }

  private func writeTags() throws(RunFailure) {
    let text = FindingTags.text(targets: FullCatalog.all.map(\.name))
    if FileManager.default.contents(atPath: tagsPath) == Data(text.utf8) { return }
    try WorkFolder.write(Array(text.utf8), to: tagsPath)
  }
}
