public import CrashTriage
import Foundation

/// Writes regression tests into a folder, never over a file that a person has edited.
public struct TestEmission: Sendable {
  /// What became of one finding.
  public enum Outcome: Equatable, Sendable {
    case written(path: String)
    /// The file was there with the same bytes.
    case unchanged(path: String)
    /// The file was there and a person had edited it.
    case edited(path: String)
    /// No input, or no target to run it on.
    case impossible(reason: String)
  }

  public let folder: String

  public init(folder: String) { self.folder = folder }

  public func emit(_ finding: Finding, input: [UInt8]?) throws(RunFailure) -> Outcome {
    guard let input else { return .impossible(reason: "no input of it is known") }
    guard !finding.target.isEmpty else { return .impossible(reason: "its target is not known") }
    let test = RegressionTest(finding, input: input)
    let path = folder + "/" + test.fileName
    if let there = FileManager.default.contents(atPath: path) {
      let text = String(decoding: there, as: UTF8.self)
      if text == test.text { return .unchanged(path: path) }
      if !RegressionTest.isUntouched(text) { return .edited(path: path) }
    }
    try WorkFolder.make(folder)
    try WorkFolder.write(Array(test.text.utf8), to: path)
    return .written(path: path)
  }
}
