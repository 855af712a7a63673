import Foundation

/// Coverage and findings that a slice was the first to reach.
struct NewCoverage: Equatable, Sendable {
  var edges = 0
  /// Edges with their hit counts, and compare values.
  var features = 0
  var findings = 0

  var isEmpty: Bool { self == NewCoverage() }

  /// Weighted sum for comparison. A feature may be only another operand of a comparison, an edge is
  /// new code, and a finding is the goal; each is about ten times as rare as the one before.
  var worth: Double { Double(features) + 10 * Double(edges) + 100 * Double(findings) }
}

/// New coverage per second of process time, weighted towards recent slices; the time for reading
/// the corpus does not count.
struct TargetYield: Equatable, Sendable {
  /// Weight of the prior in seconds: a shorter observation says little.
  private static let priorSeconds = 5.0

  private let halfLife: Double
  private(set) var worth = 0.0
  private(set) var seconds = 0.0

  /// - Parameter halfLife: Seconds of process time after which a discovery counts half.
  init(halfLife: Double) { self.halfLife = halfLife }

  mutating func add(_ newCoverage: NewCoverage, seconds spent: Double) {
    let kept = exp2(-spent / halfLife)
    worth = worth * kept + newCoverage.worth
    seconds = seconds * kept + spent
  }

  /// Worth per second, drawn towards `prior` while the observed time is short.
  func rate(prior: Double) -> Double {
    (worth + prior * Self.priorSeconds) / (seconds + Self.priorSeconds)
  }
}
