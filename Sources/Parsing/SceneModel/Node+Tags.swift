internal import ByteReading

extension Node {
  /// User tags of a node as attribute text, where they differ from its attribute: it took over
  /// content, whose tags add to its own, or its class does not read the attribute. Nil for any
  /// other.
  ///
  /// Source: vtkMRMLStorableNode copies its table of tags tag by tag; tables and sequences bypass
  /// its reader.
  var mergedTags: [UInt8]? {
    let catalog = contents.rules.catalog
    let ownType = Int(record.type)
    guard record.contentType >= 0 || !readsTags(ownType),
      catalog.attribute(Self.tagsName[...], of: ownType) != nil
    else { return nil }
    var text: [UInt8] = []
    let last = (record.content, record.contentType < 0 ? record.type : record.contentType)
    for (element, type) in (contents.earlierContents[Int32(index)] ?? []) + [last]
    where element >= 0 && readsTags(Int(type)) {
      for attribute in attributes(ofElement: Int(element))
      where attribute.nameBytes.elementsEqual(Self.tagsName) {
        text += attribute.valueBytes + [UInt8(ascii: " ")]
      }
    }
    let tags = AttributeValue.readTags(text[...])
    let words = tags.map { $0.name + [UInt8(ascii: "=")] + $0.value }
    return Array(words.joined(separator: [UInt8(ascii: " ")]))
  }

  static let tagsName = Array("userTags".utf8)

  private func readsTags(_ type: Int) -> Bool {
    let catalog = contents.rules.catalog
    return catalog.attribute(Self.tagsName[...], of: type) != nil
      && !catalog.lineages[type].contains {
        ["Table", "Sequence"].contains(catalog.types[$0].name)
      }
  }
}

extension AttributeValue {
  /// Returns the table of tags in a text: words with an equals sign, by name. A later value
  /// replaces an earlier one.
  static func readTags(_ text: ArraySlice<UInt8>) -> [NamedValue] {
    var tags: [[UInt8]: [UInt8]] = [:]
    for word in text.split(whereSeparator: \.isASCIISpace) {
      if let pair = pair(word, at: "=") { tags[pair.name] = pair.value }
    }
    return tags.map { NamedValue(name: $0.key, value: $0.value) }
      .sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }
}
