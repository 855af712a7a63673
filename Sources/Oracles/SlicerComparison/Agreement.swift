/// How far two readers agree on some scenes, in the form of `scenefuzz slicer compare --json`.
package struct Agreement: Encodable, Sendable {
  /// Equal, different, and left out for a reason of the table of excuses.
  package struct Tally: Encodable, Equatable, Sendable {
    /// Comparisons in which both readers agree.
    package var equal = 0
    /// Comparisons in which they do not, and no excuse says why.
    package var different = 0
    /// Comparisons that do not count; why is in `excuses`.
    package var excused = 0

    /// Of those that count, how many are equal; 1 when none counts.
    package var share: Double {
      equal + different == 0 ? 1 : Double(equal) / Double(equal + different)
    }

    static func += (lhs: inout Tally, rhs: Tally) {
      lhs.equal += rhs.equal
      lhs.different += rhs.different
      lhs.excused += rhs.excused
    }
  }

  /// One difference, with the smallest description that explains it.
  package struct Difference: Encodable, Equatable, Sendable {
    /// The scene, by the name that the caller gave it.
    package var file: String
    /// What the readers differ in.
    package var level: Level
    /// Identifier of the node, or empty.
    package var node: String
    /// What the model has, in words, short.
    package var ours: String
    /// What the real reader has, in the same form.
    package var slicer: String
  }

  /// What is compared. Lists of nodes are only where the outcomes agree, and what nodes hold only where the lists
  /// agree.
  package enum Level: String, Encodable, Sendable, CaseIterable {
    /// One for each file: what comes of the scene, data files aside.
    case outcome
    /// One for each file that both accept: class, identifier, name of every node in order, and the items.
    case nodes
    /// One for each node: flags, description, singleton tag, map of attributes.
    case attributes
    /// One for each node: identifiers by role.
    case references
    /// One for each value of each node of the scene.
    case values
  }

  /// Scenes compared, those without an answer included.
  package var files = 0
  /// What comes of each scene.
  package var outcome = Tally()
  /// The list of nodes and items of each scene that both accept.
  package var nodes = Tally()
  /// What each node has beside references and values.
  package var attributes = Tally()
  /// The references of each node.
  package var references = Tally()
  /// The values of each node.
  package var values = Tally()
  /// Files that the real reader gave no answer to within its limits; they are kept apart and not described.
  package var unanswered = 0
  /// Files whose data the real reader could not read: no bar, since the files of a scene need not be there.
  package var dataErrors = 0
  /// What the tables of tags say differently.
  package var tags: [String] = []
  /// Excuses that were used, with how often.
  package var excuses: [String: Int] = [:]
  /// In the order found, at most `listed`.
  package var differences: [Difference] = []
  /// Differences beyond those listed.
  package var further = 0

  /// Most differences that are listed.
  package var listed = 1000

  /// Nothing compared yet.
  package init() {}

  private enum Key: String, CodingKey {
    case files, outcome, nodes, attributes, references, values, unanswered, dataErrors, tags,
      excuses
    case differences, further
  }

  /// Writes what `--json` shows; how many differences were to be listed is left out.
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

  /// Tallies by level.
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

  /// Whether no level has a difference. Excused comparisons do not count.
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

  /// What was found in other files, added.
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
