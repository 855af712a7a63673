/// Counts and differences of a comparison of two readers; encoded by `scenefuzz slicer compare
/// --json`.
package struct Agreement: Encodable, Sendable {
  /// Results of the comparisons of one level.
  package struct Tally: Encodable, Equatable, Sendable {
    /// Comparisons in which both readers agree.
    package var equal = 0
    /// Comparisons in which the readers differ and no `Excuse` applies.
    package var different = 0
    /// Comparisons left out for a reason counted in `excuses`.
    package var excused = 0

    /// `equal` divided by `equal + different`; 1 when both are zero.
    package var share: Double {
      equal + different == 0 ? 1 : Double(equal) / Double(equal + different)
    }

    static func += (lhs: inout Tally, rhs: Tally) {
      lhs.equal += rhs.equal
      lhs.different += rhs.different
      lhs.excused += rhs.excused
    }
  }

  /// One difference between the readers.
  package struct Difference: Encodable, Equatable, Sendable {
    /// `SlicerInput.name` of the scene.
    package var file: String
    /// Level of comparison at which the difference appeared.
    package var level: Level
    /// Identifier of the node; empty when the difference belongs to no node.
    package var node: String
    /// Short text of the model's value.
    package var ours: String
    /// Short text of the real reader's value.
    package var slicer: String
  }

  /// Level of comparison. Node lists are compared when the outcomes agree; the content of nodes is
  /// compared when the node lists agree.
  package enum Level: String, Encodable, Sendable, CaseIterable {
    /// Outcome of loading: one comparison for each file. Errors about data files do not count.
    case outcome
    /// Class, identifier and name of every node in order, and the hierarchy items: one comparison
    /// for each file that both readers accept.
    case nodes
    /// Flags, description, singleton tag and custom attributes: one comparison for each node.
    case attributes
    /// Identifiers by role: one comparison for each node.
    case references
    /// Attribute values: one comparison for each value of each node.
    case values
  }

  /// Number of scenes compared, including those without an answer.
  package var files = 0
  /// Tally of `Level.outcome`.
  package var outcome = Tally()
  /// Tally of `Level.nodes`.
  package var nodes = Tally()
  /// Tally of `Level.attributes`.
  package var attributes = Tally()
  /// Tally of `Level.references`.
  package var references = Tally()
  /// Tally of `Level.values`.
  package var values = Tally()
  /// Number of files without an answer from the real reader within its limits. They are stored
  /// separately and not described.
  package var unanswered = 0
  /// Number of scenes with data files that the real reader could not read. Not a difference: the
  /// data files of a scene are usually absent.
  package var dataErrors = 0
  /// Differences between the tag tables of the readers, one sentence each.
  package var tags: [String] = []
  /// Number of uses by `Excuse.rawValue`.
  package var excuses: [String: Int] = [:]
  /// Differences in the order of the scenes, at most `listed`.
  package var differences: [Difference] = []
  /// Number of differences after the first `listed`.
  package var further = 0

  /// Maximum length of `differences`.
  package var listed = 1000

  package init() {}

  private enum Key: String, CodingKey {
    case files, outcome, nodes, attributes, references, values, unanswered, dataErrors, tags,
      excuses
    case differences, further
  }

  /// Encodes everything but `listed`.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(files, forKey: .files)
    try container.encode(outcome, forKey: .outcome)
    try container.encode(nodes, forKey: .nodes)
    try container.encode(attributes, forKey: .attributes)
    try container.encode(references, forKey: .references)
    try container.encode(values, forKey: .values)
    try container.encode(unanswered, forKey: .unanswered)
    try container.encode(dataErrors, forKey: .dataErrors)
    try container.encode(tags, forKey: .tags)
    try container.encode(excuses, forKey: .excuses)
    try container.encode(differences, forKey: .differences)
    try container.encode(further, forKey: .further)
  }

  package subscript(level: Level) -> Tally {
    get {
      switch level {
      case .outcome: outcome
      case .nodes: nodes
      case .attributes: attributes
      case .references: references
      case .values: values
      }
    }
    set {
      switch level {
      case .outcome: outcome = newValue
      case .nodes: nodes = newValue
      case .attributes: attributes = newValue
      case .references: references = newValue
      case .values: values = newValue
      }
    }
  }

  /// True when no level has a difference. Excused comparisons do not count.
  package var isWhole: Bool { Level.allCases.allSatisfy { self[$0].different == 0 } }

  mutating func equal(_ level: Level) { self[level].equal += 1 }

  mutating func excuse(_ level: Level, _ excuse: Excuse) {
    self[level].excused += 1
    excuses[excuse.rawValue, default: 0] += 1
  }

  mutating func differ(
    _ level: Level, _ file: String, node: String = "", ours: String, slicer: String
  ) {
    self[level].different += 1
    guard differences.count < listed else {
      further += 1
      return
    }
    differences.append(
      Difference(file: file, level: level, node: node, ours: ours, slicer: slicer))
  }

  /// Adds the counts and differences of other scenes.
  package mutating func add(_ other: Agreement) {
    files += other.files
    for level in Level.allCases { self[level] += other[level] }
    unanswered += other.unanswered
    dataErrors += other.dataErrors
    excuses.merge(other.excuses, uniquingKeysWith: +)
    let room = max(listed - differences.count, 0)
    differences += other.differences.prefix(room)
    further += other.further + max(other.differences.count - room, 0)
  }
}
