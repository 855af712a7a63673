package import FuzzBuilds

/// One row of `scenefuzz bench run`.
package struct EngineRow: Codable, Equatable, Sendable {
  /// What is measured.
  package let name: String
  /// The build that is measured; the peer is built alike.
  package let build: FuzzBuild
  /// What the numbers count, such as executions per second.
  package let unit: String
  /// A median over the rounds.
  package let value: Double
  /// The same of libxml2 under the same driver, measured in turn; nil where it is not compared.
  package let peer: Double?
  /// `value` over `peer`.
  package let ratio: Double?
  /// What must hold, in words; nil where nothing must.
  package let bar: String?
  /// Whether the bar holds; nil where there is none.
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

  /// A bound on the ratio where there is a peer, on the value where there is none.
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

  /// Whole numbers where they are large, three digits behind the point where they are small.
  private static func rounded(_ value: Double) -> Double {
    value >= 100 ? value.rounded() : (value * 1_000).rounded() / 1_000
  }
}
