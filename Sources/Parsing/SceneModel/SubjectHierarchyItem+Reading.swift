import XMLReading

extension SceneContents {
  func item(_ record: ItemRecord) -> SubjectHierarchyItem { .reading(document, record) }
}

extension SubjectHierarchyItem {
  /// Decodes one item from its element.
  static func reading(_ document: XMLDocument, _ record: ItemRecord) -> SubjectHierarchyItem {
    let element = Int(record.element)
    var item = SubjectHierarchyItem(
      hierarchy: Int(record.hierarchy), offset: document.elementOffset(element))
    for attribute in document.attributes(of: element) {
      let value = document.attributeValueBytes(attribute)
      let name = document.nameBytes(document.attributeNameIndex(attribute))
      switch String(decoding: name.prefix(16), as: UTF8.self) {
      case "id": item.id = VariantNumber.leadingInt(value)
      case "parent": item.parent = VariantNumber.leadingInt(value)
      // The first of the two counts.
      case "dataNode": if item.name == nil { item.dataNode = Array(value) }
      case "name": if item.dataNode == nil { item.name = Array(value) }
      case "type": item.type = Array(value)
      case "expanded": item.isExpanded = value.elementsEqual("true".utf8)
      case "uids": item.uids = SubjectHierarchyItem.readPairs(value)
      case "attributes": item.attributes = SubjectHierarchyItem.readPairs(value)
      default: break
      }
    }
    return item
  }
}
