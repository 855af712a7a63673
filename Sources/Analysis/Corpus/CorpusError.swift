/// Failure to read or write a corpus, with the remedy.
package struct CorpusError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Cause of the failure. `poorer`: a replacement that would leave a corpus without inputs.
  package enum Code: String, Sendable {
    case notAFolder, cannotRead, cannotWrite, poorer
  }

  package let code: Code
  /// Cause and remedy in one sentence.
  package let description: String

  package init(_ code: Code, _ description: String) {
    self.code = code
    self.description = description
  }
}
