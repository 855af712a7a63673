import XMLReading

extension SceneLoader {
  /// Returns the singleton tag of a node after its attributes are read, as its class defines it; -1
  /// for none.
  mutating func singletonTag(of record: NodeRecord) -> Int32 {
    let given = record.singletonTag
    switch rules.catalog.types[Int(record.type)].singleton {
    case .attribute:
      return given
    case .tag(let tag):
      return given >= 0 ? given : strings.insert(Array(tag.utf8)[...])
    case .identifier:
      return tagFromIdentifier(of: record, after: value(of: "layoutName", record) ?? given)
    case .layoutName(let orIdentifier):
      let layoutName = value(of: "layoutName", record)
      return layoutName ?? (orIdentifier ? tagFromIdentifier(of: record, after: given) : given)
    case .activeTag:
      let prefix = Array("vtkMRMLViewNode".utf8)
      guard let tag = value(of: "activetag", record) else { return given }
      if strings[tag].isEmpty { return -1 }
      guard strings[tag].starts(with: prefix), strings[tag].count > prefix.count || given >= 0
      else {
        return given
      }
      return strings.insert(strings[tag].dropFirst(prefix.count))
    case .name:
      // The name and the tag set the same property, so the later attribute counts.
      return value(ofLast: ["name", "singletonTag"], record) ?? given
    }
  }

  /// Returns the part of the identifier after the class name, otherwise `1`. A given empty tag
  /// stays.
  private mutating func tagFromIdentifier(of record: NodeRecord, after given: Int32) -> Int32 {
    if given >= 0, strings[given].isEmpty { return given }
    let prefix = Array(rules.catalog.types[Int(record.type)].className.utf8)
    guard record.id >= 0, strings[record.id].starts(with: prefix),
      strings[record.id].count > prefix.count
    else { return strings.insert(Array("1".utf8)[...]) }
    return strings.insert(strings[record.id].dropFirst(prefix.count))
  }

  private mutating func value(of name: String, _ record: NodeRecord) -> Int32? {
    value(ofLast: [name], record)
  }

  private mutating func value(ofLast names: [String], _ record: NodeRecord) -> Int32? {
    let attributes = document.attributes(of: Int(record.content))
    let last = attributes.last { attribute in
      let name = document.nameBytes(document.attributeNameIndex(attribute))
      return names.contains { name.elementsEqual($0.utf8) }
    }
    return last.map { strings.insert(document.attributeValueBytes($0)) }
  }
}
