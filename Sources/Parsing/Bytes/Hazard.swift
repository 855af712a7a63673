/// Severity of a hazard. Raw values are stable: programs read them in JSON.
public enum HazardSeverity: String, Sendable, CaseIterable, Comparable {
  /// A deviation without danger.
  case note
  /// Readers differ, or do something that a user does not expect.
  case warning
  /// Can harm the reader or the person who opens the input.
  case danger

  private var rank: Int { self == .note ? 0 : self == .warning ? 1 : 2 }
  /// Orders by severity: note, warning, danger.
  public static func < (lhs: HazardSeverity, rhs: HazardSeverity) -> Bool { lhs.rank < rhs.rank }
}

/// Kind of a hazard, which decides severity and message. Raw values are stable names.
public protocol HazardCode: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// Severity of every hazard of this kind.
  var severity: HazardSeverity { get }
  /// The hazard in words, without bytes of the input.
  var sentence: String { get }
}

/// Something in an accepted input that is dangerous to a reader or to the person who opens it.
public protocol Hazard: Equatable, Sendable {
  /// Kinds of hazards of one reader.
  associatedtype Code: HazardCode
  /// Kind of the hazard.
  var code: Code { get }
  /// Byte offset in the input, from 0.
  var offset: Int { get }
}

extension Hazard {
  /// Severity of the hazard: that of its code.
  public var severity: HazardSeverity { code.severity }
  /// One sentence for people, without bytes of the input.
  public var message: String { code.sentence }
}
