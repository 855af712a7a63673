/// The `references` attribute by itself, read as `ReferencesGrammar` says.
public struct ReferencesAttribute: Sendable {
  /// One identifier of a role, as written.
  public struct Target: Sendable {
    /// The bytes between blanks, undecoded: the grammar has no escape for identifiers.
    public let id: ArraySlice<UInt8>
    /// The pairs of the braces behind the identifier, in order.
    public var properties: [NamedValue] = []
  }

  /// One role with its targets. Repeated roles are left out, as the application skips them.
  public struct Role: Sendable {
    /// The bytes before the colon; of a run-on role, `;` included.
    public let name: ArraySlice<UInt8>
    /// In the order of the text; may be empty.
    public var targets: [Target]
  }

  /// In the order of the text.
  public private(set) var roles: [Role] = []
  /// Where reading stopped before the end, at an empty segment or role.
  public let stop: Int?
  /// Whether the work of run-on roles reached its limit before the end.
  public let isTruncated: Bool

  /// Reads an attribute's value. Any text is one; where reading ends early, `stop` or `isTruncated` says so. Cost: at
  /// most 64 times the text.
  public init(reading text: ArraySlice<UInt8>) {
    var sink = RoleSink()
    var grammar = ReferencesGrammar()
    grammar.read(text, into: &sink)
    roles = sink.roles
    stop = grammar.stop
    isTruncated = grammar.isTruncated
  }
}

private struct RoleSink: ReferencesSink {
  var roles: [ReferencesAttribute.Role] = []
  private var seen: Set<ArraySlice<UInt8>> = []

  mutating func begin(role: ArraySlice<UInt8>) -> Bool {
    guard seen.insert(role).inserted else { return false }
    roles.append(ReferencesAttribute.Role(name: role, targets: []))
    return true
  }

  mutating func add(target: ArraySlice<UInt8>) {
    roles[roles.count - 1].targets.append(ReferencesAttribute.Target(id: target))
  }

  mutating func add(properties: ArraySlice<UInt8>) -> Bool {
    let role = roles.count - 1
    let target = roles[role].targets.count - 1
    guard target >= 0 else { return false }
    roles[role].targets[target].properties += ReferencesGrammar.properties(properties)
    return true
  }
}
