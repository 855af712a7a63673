package import CrashTriage
import Foundation
import FuzzTargets
import OracleTargets
package import ProcessSupport

/// Writes regression tests into a folder, never over a file that a person has edited.
package struct TestEmission: Sendable {
  /// What became of one finding.
  package enum Outcome: Equatable, Sendable {
    case written(path: String)
    /// The file was there with the same bytes.
    case unchanged(path: String)
    /// The file was there and a person had edited it.
    case edited(path: String)
  }

  /// The folder of the tests.
  package let folder: String

  /// Emits into that folder, which is made when it is needed.
  package init(folder: String) { self.folder = folder }

  /// Where the test of `finding` lies or would lie.
  package func path(of finding: Finding) -> String {
    folder + "/" + RegressionTest(finding, input: nil).fileName
  }

  /// Writes the test of `finding`, and beside it the file that declares the tags of all tests.
  package func emit(_ finding: Finding, input: [UInt8]?) throws(RunFailure) -> Outcome {
    let test = RegressionTest(finding, input: input)
    let path = folder + "/" + test.fileName
    try WorkFolder.make(folder)
    try writeTags()
    if let there = FileManager.default.contents(atPath: path) {
      let text = String(decoding: there, as: UTF8.self)
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
