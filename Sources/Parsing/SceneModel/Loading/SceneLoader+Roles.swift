/// Roles of the node whose `references` attribute is being read.
struct OpenRoles {
  /// Index of the first of them in the loader's roles.
  let first: Int
  /// Whether the limit of references was exceeded.
  var isFull = false
  /// Their names, once there are many.
  private var seen: Set<Int32> = []

  init(first: Int) { self.first = first }

  /// Returns whether the role is new; a few are compared one by one.
  mutating func insert(_ name: Int32, _ roles: [RoleRecord]) -> Bool {
    if roles.count - first < 16 {
      return !roles[first...].contains { $0.name == name }
    }
    if seen.isEmpty { seen = Set(roles[first...].map(\.name)) }
    return seen.insert(name).inserted
  }
}

extension SceneLoader: ReferencesSink {
  mutating func begin(role: ArraySlice<UInt8>) -> Bool {
    let name = strings.insert(role)
    guard openRoles.insert(name, roles) else { return false }
    roles.append(
      RoleRecord(name: name, firstTarget: Int32(targets.count), targetCount: 0))
    return true
  }

  mutating func add(target: ArraySlice<UInt8>) {
    guard targets.count < limits.maximumReferences else {
      openRoles.isFull = true
      return
    }
    targets.append(TargetRecord(id: strings.insert(target)))
    roles[roles.count - 1].targetCount += 1
  }

  mutating func add(properties block: ArraySlice<UInt8>) -> Bool {
    guard roles[roles.count - 1].targetCount > 0 else { return false }
    let found = ReferencesGrammar.properties(block)
    guard !found.isEmpty else { return true }
    let target = targets.count - 1
    if targets[target].properties < 0 {
      targets[target].properties = Int32(properties.count)
      properties.append(found)
    } else {
      properties[Int(targets[target].properties)] += found
    }
    return true
  }
}
