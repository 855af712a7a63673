package import ByteReading

/// Answer to the question whether a file is safe to open, from best to worst.
package enum Verdict: String, Encodable, Sendable, CaseIterable, Comparable {
  /// No hazard was found.
  case safe = "SAFE"
  /// A reader or another system may treat it differently than expected.
  case caution = "CAUTION"
  /// The reader refuses it: it cannot be opened.
  case broken = "BROKEN"
  /// It can harm the program or the person that opens it.
  case dangerous = "DANGEROUS"
  /// The file itself could not be read.
  case unreadable = "UNREADABLE"

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  package static func < (lhs: Verdict, rhs: Verdict) -> Bool { lhs.rank < rhs.rank }
}

extension HazardSeverity: Encodable {}
