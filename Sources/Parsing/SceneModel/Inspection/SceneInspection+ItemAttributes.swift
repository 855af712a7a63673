import XMLReading

extension SceneInspection {
  /// Notes identifiers of items that read as 0, and the second of `dataNode` and `name`.
  mutating func inspectItemAttributes() {
    let document = contents.document
    for item in contents.items + contents.droppedItems {
      var isNamed = false
      for attribute in document.attributes(of: Int(item.element)) {
        let name = document.nameBytes(document.attributeNameIndex(attribute))
        let value = document.attributeValueBytes(attribute)
        let isName = name.elementsEqual("name".utf8) || name.elementsEqual("dataNode".utf8)
        let isZero =
          name.elementsEqual("id".utf8) && VariantNumber.leadingInt(value) == 0
          && !value.elementsEqual("0".utf8)
        if isZero || isName && isNamed {
          notes.append(
            SceneNote(
              isZero ? .invalidItemID : .itemNamedTwice, node: Int(item.hierarchy),
              at: document.attributeOffset(attribute)))
        }
        isNamed = isNamed || isName
      }
    }
  }
}
