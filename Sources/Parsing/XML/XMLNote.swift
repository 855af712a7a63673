public import ByteReading

/// Something that a reader passed over and a caller may want to know of.
public struct XMLNote: Equatable, Sendable {
  /// What was not read, and what follows for declarations after it (XML 1.0, 4.4.3 and 5.1).
  public enum Kind: UInt8, CaseIterable, Sendable {
    /// The external subset of the document type declaration was not read.
    case externalSubsetSkipped
    /// An external parameter entity was not read; declarations after it do not count unless `standalone="yes"`.
    case externalParameterEntitySkipped
    /// A parameter entity that was not declared in what was read was passed over, with the same consequence.
    case undeclaredParameterEntitySkipped
    /// A reference to an external general entity gave nothing.
    case externalEntitySkipped
    /// A reference to an entity that may be declared in what was not read gave nothing.
    case undeclaredEntitySkipped
  }
  /// What was passed over.
  public let kind: Kind
  /// The reference or declaration that was passed over, in the bytes as given.
  public let position: SourcePosition

  /// A note at a place that the caller has worked out.
  public init(kind: Kind, position: SourcePosition) {
    self.kind = kind
    self.position = position
  }
}

extension XMLNote.Kind {
  /// One sentence for people; the position is told beside it.
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
