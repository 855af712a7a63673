public import ByteReading

/// A declaration or reference that the reader skipped.
public struct XMLNote: Equatable, Sendable {
  /// Kind of a skipped part, and its effect on later declarations (XML 1.0, 4.4.3 and 5.1).
  public enum Kind: UInt8, CaseIterable, Sendable {
    /// The external subset of the document type declaration was not read.
    case externalSubsetSkipped
    /// An external parameter entity was not read; declarations after it do not count unless
    /// `standalone="yes"`.
    case externalParameterEntitySkipped
    /// A parameter entity that was not declared in what was read was skipped, with the same
    /// consequence.
    case undeclaredParameterEntitySkipped
    /// A reference to an external general entity was skipped and contributes nothing.
    case externalEntitySkipped
    /// A reference to an entity that may be declared in what was not read was skipped and
    /// contributes nothing.
    case undeclaredEntitySkipped
  }
  /// Kind of the note.
  public let kind: Kind
  /// The skipped reference or declaration, in the bytes as given.
  public let position: SourcePosition

  /// A note at a given position.
  public init(kind: Kind, position: SourcePosition) {
    self.kind = kind
    self.position = position
  }
}

extension XMLNote.Kind {
  /// The note in one sentence for people, without the position.
  public var sentence: String {
    switch self {
    case .externalSubsetSkipped: "the external subset of the document type was not opened"
    case .externalParameterEntitySkipped: "an external parameter entity was not opened"
    case .undeclaredParameterEntitySkipped:
      "a parameter entity that is not declared was passed over"
    case .externalEntitySkipped: "an external entity was not opened; the reference gave nothing"
    case .undeclaredEntitySkipped:
      "an entity that may be declared in what was not read gave nothing"
    }
  }
}
