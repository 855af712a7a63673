import Foundation

/// What a slice found that nobody had before.
struct NewCoverage: Equatable, Sendable {
  var edges = 0
  /// Edges with their hit counts, and compare values.
  var features = 0
  var findings = 0

  var isEmpty: Bool { self == NewCoverage() }

  /// One number to compare by. An edge is new code, a feature may be no more than another number in a compare, and a
  /// finding is what it is all for; each is about ten times as rare as the one before.
  var worth: Double { Double(features) + 10 * Double(edges) + 100 * Double(findings) }
}

/// What a target found of late for each second of process time, the reading of the corpus left out.
struct TargetYield: Equatable, Sendable {
  /// As many seconds of the prior are mixed in: what a target does in so short a time says little about it.
  private static let priorSeconds = 5.0

  private let halfLife: Double
  private(set) var worth = 0.0
  private(set) var seconds = 0.0

  /// - Parameter halfLife: Seconds of process time after which what was found counts half.
  init(halfLife: Double) { self.halfLife = halfLife }

  mutating func add(_ newCoverage: NewCoverage, seconds spent: Double) {
    let kept = exp2(-spent / halfLife)
    worth = worth * kept + newCoverage.worth
    seconds = seconds * kept + spent
  }

  /// Worth per second, drawn towards `prior` as long as little is known.
  func rate(prior: Double) -> Double {
    (worth + prior * Self.priorSeconds) / (seconds + Self.priorSeconds)
  }
}
