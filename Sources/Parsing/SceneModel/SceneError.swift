public import ByteReading
public import XMLReading

/// Why a scene is refused, and where: no node of it would be loaded.
public struct SceneError: Error, Equatable, Sendable {
  /// What makes the application load nothing, or a limit of the reader.
  public enum Code: Equatable, Sendable {
    /// The document is not well-formed, or beyond a limit of the XML reader.
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

  /// The first reason met.
  public let code: Code
  /// Where, in the bytes as given; for a limit, the element or attribute that reached it.
  public let position: SourcePosition

  /// A refusal at a place that the caller has worked out.
  public init(_ code: Code, at position: SourcePosition) {
    self.code = code
    self.position = position
  }

  init(_ error: XMLError) { self.init(.xml(error.code), at: error.position) }
}

extension SceneError {
  /// The name of the reason, as programs see it.
  public var name: String {
    switch code {
    case .xml(let code): "\(code)"
    default: "\(code)"
    }
  }

  /// One sentence for people.
  public var message: String {
    switch code {
    case .xml(let code): XMLError(code: code, position: position).message
    case .nodeLimit: "more nodes than the limit"
    case .itemLimit: "more subject hierarchy items than the limit"
    case .referenceLimit: "more references than the limit"
    case .referenceWorkLimit: "a 'references' attribute that would be read over and over"
    }
  }
}
