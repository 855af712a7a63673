/// A `references` attribute, read by `ReferencesGrammar`.
public struct ReferencesAttribute: Sendable {
  /// Identifier of a role, as written.
  public struct Target: Sendable {
    /// Bytes between white space, undecoded: the grammar has no escape for identifiers.
    public let id: ArraySlice<UInt8>
    /// Pairs of the braces after the identifier, in order.
    public var properties: [NamedValue] = []
  }

  /// Role with its targets. Repeated roles are left out, as in the application.
  public struct Role: Sendable {
    /// Bytes before the colon, including `;` for a run-on role.
    public let name: ArraySlice<UInt8>
    /// Targets in the order of the text; may be empty.
    public var targets: [Target]
  }

  /// Roles in the order of the text.
  public private(set) var roles: [Role] = []
  /// Offset of an empty segment or role at which reading stopped.
  public let stop: Int?
  /// Whether the work of run-on roles reached its limit before the end.
  public let isTruncated: Bool

  /// Reads an attribute's value. Any text is valid; `stop` or `isTruncated` states whether reading
  /// ended early. Cost: at most 64 times the text.
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
  /// Their names, once there are many.
  private var seen: Set<ArraySlice<UInt8>> = []

  mutating func begin(role: ArraySlice<UInt8>) -> Bool {
    if roles.count < 16 {
      guard !roles.contains(where: { $0.name == role }) else { return false }
    } else {
      if seen.isEmpty { seen = Set(roles.map(\.name)) }
      guard seen.insert(role).inserted else { return false }
    }
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
