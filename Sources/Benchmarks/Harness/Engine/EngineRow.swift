package import FuzzBuilds

/// One row of `scenefuzz bench run`.
package struct EngineRow: Codable, Equatable, Sendable {
  /// Name of the measurement.
  package let name: String
  /// The measured build; the peer has the same sanitizer.
  package let build: FuzzBuild
  /// Unit of the numbers, such as executions per second.
  package let unit: String
  /// Median over the rounds.
  package let value: Double
  /// Median of libxml2 under the same driver, measured alternately; nil without a comparison.
  package let peer: Double?
  /// `value` divided by `peer`.
  package let ratio: Double?
  /// The bar in words; nil when there is none.
  package let bar: String?
  /// Whether the bar is met; nil when there is none.
  package let isMet: Bool?

  init(
    _ name: String, _ build: FuzzBuild, _ unit: String, _ value: Double, peer: Double? = nil,
    bar: Bar? = nil
  ) {
    self.name = name
    self.build = build
    self.unit = unit
    self.value = Self.rounded(value)
    self.peer = peer.map(Self.rounded)
    ratio = peer.map { Self.rounded(value / max($0, .leastNormalMagnitude)) }
    self.bar = bar?.words
    let judged = ratio ?? self.value
    isMet = bar.map { $0.isMet(by: judged) }
  }

  /// Bound on the ratio when there is a peer, otherwise on the value.
  enum Bar: Equatable, Sendable {
    case atLeast(Double)
    case atMost(Double)

    var words: String {
      switch self {
      case .atLeast(let bound): "at least \(bound)"
      case .atMost(let bound): "at most \(bound)"
      }
    }

    func isMet(by value: Double) -> Bool {
      switch self {
      case .atLeast(let bound): value >= bound
      case .atMost(let bound): value <= bound
      }
    }
  }

  /// Rounds large values to whole numbers and small ones to three decimal places.
  private static func rounded(_ value: Double) -> Double {
    value >= 100 ? value.rounded() : (value * 1_000).rounded() / 1_000
  }
}
