internal import ByteReading
import XMLReading

extension SceneLoader {
  /// Reads the references of every node with content: the `references` attribute, then the
  /// attributes that set one role each, for roles not set yet.
  mutating func readReferences() throws(SceneError) {
    for index in records.indices
    where records[index].content >= 0 && !records[index].flags.contains(.merged) {
      let first = roles.count
      try readReferencesAttribute(of: index)
      if records[index].flags.contains(.hasRoleAttributes)
        || records[index].content != records[index].element
      {
        try readRoleAttributes(of: index, after: first)
      }
      if !rules.catalog.types[Int(records[index].type)].impliedReferences.isEmpty {
        readImpliedReferences(of: index, after: first)
      }
      // The map of roles is ordered by name.
      if roles.count > first + 1 {
        roles[first...].sort {
          strings[$0.name].lexicographicallyPrecedes(strings[$1.name])
        }
      }
      records[index].firstRole = Int32(first)
      records[index].roleCount = Int32(roles.count - first)
    }
  }

  private mutating func readReferencesAttribute(of index: Int) throws(SceneError) {
    let record = records[index]
    guard record.references >= 0 else { return }
    let value = document.attributeValueBytes(Int(record.references))
    var grammar = ReferencesGrammar()
    openRoles = OpenRoles(first: roles.count)
    grammar.read(value, into: &self)
    guard !grammar.isTruncated else { throw error(.referenceWorkLimit, Int(record.content)) }
    guard !openRoles.isFull else { throw error(.referenceLimit, Int(record.content)) }
    guard
      grammar.stop != nil
        || grammar.runOnRoles + grammar.repeatedRoles + grammar.strayProperties > 0
    else { return }
    let offset = document.attributeOffset(Int(record.references))
    func note(_ code: SceneNote.Code) { notes.append(SceneNote(code, node: index, at: offset)) }
    if grammar.stop != nil { note(.referencesCutShort) }
    if grammar.runOnRoles > 0 { note(.runOnRole) }
    if grammar.repeatedRoles > 0 { note(.repeatedRole) }
    if grammar.strayProperties > 0 { note(.strayReferenceProperties) }
  }

  private mutating func readRoleAttributes(of index: Int, after first: Int) throws(SceneError) {
    let record = records[index]
    var seen = Set(roles[first...].map(\.name))
    for attribute in document.attributes(of: Int(record.content)) {
      let name = document.attributeNameIndex(attribute)
      guard let role = names.role(name, in: document, ofType: Int(record.type)) else { continue }
      let key = strings.insert(role[...])
      guard seen.insert(key).inserted else { continue }
      // The only class that writes a word for "none".
      if Int(record.type) == types.selection,
        document.attributeValueBytes(attribute).elementsEqual("NULL".utf8)
      {
        continue
      }
      let words = document.attributeValueBytes(attribute).split(whereSeparator: \.isASCIISpace)
      try append(role: key, words.map { ReferencesAttribute.Target(id: $0) }, of: index)
    }
  }

  private mutating func append(
    role: Int32, _ found: [ReferencesAttribute.Target], of index: Int
  ) throws(SceneError) {
    guard targets.count + found.count <= limits.maximumReferences else {
      throw error(.referenceLimit, Int(records[index].content))
    }
    roles.append(
      RoleRecord(
        name: role, firstTarget: Int32(targets.count), targetCount: Int32(found.count)))
    for target in found {
      var record = TargetRecord(id: strings.insert(target.id))
      if !target.properties.isEmpty {
        record.properties = Int32(properties.count)
        properties.append(target.properties)
      }
      targets.append(record)
    }
  }

  /// Adds targets that other attributes set: after those of the role's own attributes, each once.
  private mutating func readImpliedReferences(of index: Int, after first: Int) {
    let implied = rules.catalog.types[Int(records[index].type)].impliedReferences
    for attribute in document.attributes(of: Int(records[index].content)) {
      let name = document.nameBytes(document.attributeNameIndex(attribute))
      guard let found = implied.first(where: { name.elementsEqual($0.attribute.utf8) }),
        VariantNumber.int(document.attributeValueBytes(attribute)) != nil
      else { continue }
      let role = strings.insert(Array(found.role.utf8)[...])
      let id = strings.insert(Array(found.target.utf8)[...])
      var known: [TargetRecord] = []
      if let position = roles[first...].firstIndex(where: { $0.name == role }) {
        let old = roles.remove(at: position)
        known = Array(targets[Int(old.firstTarget)..<Int(old.firstTarget + old.targetCount)])
      }
      if !known.contains(where: { $0.id == id }) { known.append(TargetRecord(id: id)) }
      roles.append(
        RoleRecord(
          name: role, firstTarget: Int32(targets.count), targetCount: Int32(known.count)))
      targets.append(contentsOf: known)
    }
  }

  /// Drops references to nodes that the file does not contain, and updates those to renamed nodes.
  /// Applies to nodes of the scene itself, not to those of scene views.
  mutating func repairReferences() {
    let known = idsOfFile
    let moves = MovedIDs(movedIDs, strings)
    var dropped: [Int32] = []
    var moved: [Int32] = []
    for index in main {
      keepTargets(of: index) { target in
        guard known.contains(target.id) else {
          dropped.append(index)
          return nil
        }
        let id = moves.follow(target.id)
        guard id != target.id else { return target }
        moved.append(index)
        return TargetRecord(id: id, properties: target.properties)
      }
    }
    for index in dropped { note(.danglingReference, node: index) }
    for index in moved { note(.movedReference, node: index) }
  }

  /// Renames nodes of scene views and updates their references. A node whose own identifier follows
  /// a renaming does not apply that renaming to its references.
  mutating func moveNodesOfViews() {
    let moves = MovedIDs(movedIDs, strings)
    guard !moves.isEmpty else { return }
    // Of several nodes of one view with the same identifier, the last is found and renamed.
    var last: [Int64: Int] = [:]
    func key(_ record: NodeRecord) -> Int64 { Int64(record.owner) << 32 | Int64(record.id) }
    for index in records.indices where records[index].owner >= 0 && records[index].id >= 0 {
      last[key(records[index])] = index
    }
    for index in records.indices where records[index].owner >= 0 {
      let isFound = records[index].id >= 0 && last[key(records[index])] == index
      let path = isFound ? moves.path(from: records[index].id) : []
      keepTargets(of: Int32(index)) { target in
        TargetRecord(id: moves.follow(target.id, without: path), properties: target.properties)
      }
      if let id = path.last.map(moves.next) { records[index].id = id }
    }
  }

  /// Replaces each target of a node by the result of `change`; nil drops it.
  mutating func keepTargets(of index: Int32, _ change: (TargetRecord) -> TargetRecord?) {
    let record = records[Int(index)]
    for role in Int(record.firstRole)..<Int(record.firstRole + record.roleCount) {
      let first = Int(roles[role].firstTarget)
      var kept = first
      for position in first..<first + Int(roles[role].targetCount) {
        guard let target = change(targets[position]) else { continue }
        targets[kept] = target
        kept += 1
      }
      roles[role].targetCount = Int32(kept - first)
    }
  }
}
