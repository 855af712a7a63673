/// What kept a corpus from being read or written, as one sentence with what to do.
public struct CorpusError: Error, Equatable, Sendable, CustomStringConvertible {
  public enum Code: String, Sendable {
    case notAFolder, cannotRead, cannotWrite, poorer
  }

  public let code: Code
  public let description: String

  public init(_ code: Code, _ description: String) {
    self.code = code
    self.description = description
  }
}
