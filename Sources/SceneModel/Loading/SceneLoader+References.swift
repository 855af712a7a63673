import XMLReading

extension SceneLoader {
  /// Reads the references of every node that has content: the `references` attribute, then the attributes that set
  /// one role each, for roles not set already.
  mutating func readReferences() throws(SceneError) {
    for index in records.indices where !records[index].flags.contains(.merged) {
      let first = roles.count
      try readReferencesAttribute(of: index)
      if records[index].flags.contains(.hasRoleAttributes)
        || records[index].content != records[index].element
      {
        try readRoleAttributes(of: index, after: first)
      }
      // The map of roles is ordered by name.
      roles[first...].sort {
        strings[$0.name].lexicographicallyPrecedes(strings[$1.name])
      }
      records[index].firstRole = Int32(first)
      records[index].roleCount = Int32(roles.count - first)
    }
  }

  private mutating func readReferencesAttribute(of index: Int) throws(SceneError) {
    let record = records[index]
    guard record.references >= 0 else { return }
    let value = document.attributeValueBytes(Int(record.references))
    let offset = document.attributeOffset(Int(record.references))
    let attribute = ReferencesAttribute(reading: value)
    guard !attribute.isTruncated else {
      throw error(.referenceWorkLimit, Int(record.content))
    }
    for role in attribute.roles {
      try append(role: strings.insert(role.name), role.targets, of: index)
    }
    func remark(_ code: Remark.Code) { remarks.append(Remark(code, node: index, at: offset)) }
    if attribute.stop != nil { remark(.referencesCutShort) }
    if attribute.runOnRoles > 0 { remark(.runOnRole) }
    if attribute.repeatedRoles > 0 { remark(.repeatedRole) }
    if attribute.strayProperties > 0 { remark(.strayReferenceProperties) }
  }

  private mutating func readRoleAttributes(of index: Int, after first: Int) throws(SceneError) {
    let record = records[index]
    var seen = Set(roles[first...].map(\.name))
    for attribute in document.attributes(of: Int(record.content)) {
      let name = document.attributeNameIndex(attribute)
      guard names.attribute(name, in: document) == .role,
        let role = names.role(name, ofType: Int(record.type))
      else { continue }
      let key = strings.insert(role[...])
      guard seen.insert(key).inserted else { continue }
      let words = document.attributeValueBytes(attribute).split(whereSeparator: isBlank)
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

  /// Drops references to nodes that the file does not hold, and moves those to nodes that got a new identifier.
  /// Only nodes of the scene itself are repaired, not those of scene views.
  mutating func repairReferences() {
    for index in main {
      let record = records[Int(index)]
      for role in Int(record.firstRole)..<Int(record.firstRole + record.roleCount) {
        let first = Int(roles[role].firstTarget)
        var kept = first
        for position in first..<first + Int(roles[role].targetCount) {
          var target = targets[position]
          guard idsOfFile.contains(target.id) else {
            remark(.danglingReference, node: index)
            continue
          }
          if let moved = movedIDs[target.id] {
            target.id = moved
            remark(.movedReference, node: index)
          }
          targets[kept] = target
          kept += 1
        }
        roles[role].targetCount = Int32(kept - first)
      }
    }
  }
}
