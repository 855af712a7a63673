public import ByteReading
public import XMLReading

/// Refusal of a scene: no node would be loaded.
public struct SceneError: TextParseError {
  /// Reason why the application loads nothing, or a limit of the reader.
  public enum Code: ParseErrorCode {
    /// The document is not well-formed, or exceeds a limit of the XML reader.
    case xml(XMLError.Code)
    /// More nodes than ``SceneLimits/maximumNodes``.
    case nodeLimit
    /// More subject hierarchy items than ``SceneLimits/maximumItems``.
    case itemLimit
    /// More references than ``SceneLimits/maximumReferences``.
    case referenceLimit
    /// A `references` attribute whose run-on roles would be read over and over.
    case referenceWorkLimit
  }

  /// First reason.
  public let code: Code
  /// Position in the bytes as given; for a limit, the element or attribute that exceeds it.
  public let position: SourcePosition

  /// A refusal at a given position.
  public init(_ code: Code, at position: SourcePosition) {
    self.code = code
    self.position = position
  }

  init(_ error: XMLError) { self.init(.xml(error.code), at: error.position) }
}

extension SceneError.Code {
  /// Name of the reason; for a document that is not XML, that of the XML error.
  public var name: String {
    if case .xml(let code) = self { code.name } else { "\(self)" }
  }

  /// The reason in words.
  public var sentence: String {
    switch self {
    case .xml(let code): code.sentence
    case .nodeLimit: "more nodes than the limit"
    case .itemLimit: "more subject hierarchy items than the limit"
    case .referenceLimit: "more references than the limit"
    case .referenceWorkLimit: "a 'references' attribute that would be read over and over"
    }
  }
}
