import XMLReading

extension SceneInspection {
  /// Decodes every attribute of every node that a scene or a view holds, as its class does.
  mutating func inspectValues() {
    let document = contents.document
    for (index, record) in contents.records.enumerated()
    where record.content >= 0 && !record.flags.contains(.merged) {
      var colors = ColorTableShape()
      var lines = PointLinesShape()
      for attribute in document.attributes(of: Int(record.content)) {
        let offset = document.attributeOffset(attribute)
        let name = document.nameBytes(document.attributeNameIndex(attribute))
        let text = document.attributeValueBytes(attribute)
        if text.count > 1 << 20 { find(.longAttribute, Int32(index), at: offset) }
        if document.isDefaulted(attribute) { find(.defaultedAttribute, Int32(index), at: offset) }
        guard let known = contents.rules.catalog.attribute(name, of: Int(record.type)) else {
          if !isRole(name, record) { note(.unknownAttribute, index, offset) }
          continue
        }
        let value = AttributeValue(reading: text, as: known.kind)
        inspect(value, of: known, text, index, offset)
        colors.note(known.name, value, at: offset)
        lines.note(known.name, value, at: offset)
      }
      for (code, offset) in lines.hazards { find(code, Int32(index), at: offset) }
      for (code, offset) in colors.hazards { find(code, Int32(index), at: offset) }
    }
  }

  private func isRole(_ name: ArraySlice<UInt8>, _ record: NodeRecord) -> Bool {
    contents.rules.catalog.setsRole(name, of: Int(record.type))
  }

  private mutating func note(_ code: SceneNote.Code, _ node: Int, _ offset: Int) {
    notes.append(SceneNote(code, node: node, at: offset))
  }

  private mutating func inspect(
    _ value: AttributeValue, of attribute: NodeAttribute, _ text: ArraySlice<UInt8>, _ index: Int,
    _ offset: Int
  ) {
    let node = Int32(index)
    if value == .rejected { note(.rejectedValue, index, offset) }
    if value == .unspecified { note(.unspecifiedValue, index, offset) }
    switch (attribute.kind, value) {
    case (.vector, .unspecified), (.stream, .unspecified): find(.shortNumbers, node, at: offset)
    case (_, .real(let number)) where !number.isFinite: find(.nonFiniteNumber, node, at: offset)
    case (.path, .text(let path)):
      for code in PathShape.hazards(of: path) { find(code, node, at: offset) }
    case (.uri, .text(let uri)):
      for code in PathShape.hazards(ofURI: uri) { find(code, node, at: offset) }
    case (.format, .text(let format)):
      for code in FormatShape.hazards(of: format) { find(code, node, at: offset) }
    case (.record(.piecewiseFunction), .unspecified), (.record(.piecewiseFunction), .rejected),
      (.record(.colorTransferFunction), .unspecified), (.record(.colorTransferFunction), .rejected):
      find(.countMismatch, node, at: offset)
    case (.record(.customAttributes), _):
      let custom = CustomAttributes(reading: text)
      if custom.emptyKeys > 0 { note(.emptyAttributeKey, index, offset) }
      if custom.duplicates > 0 { note(.repeatedAttributeKey, index, offset) }
    default: break
    }
  }
}
