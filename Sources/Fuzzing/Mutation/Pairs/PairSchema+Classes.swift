internal import SceneModel

extension PairSchema {
  /// For each class with at least two attributes of known values, scenes with a node of it.
  package static let classes: [PairSchema] = Words.classes.compactMap { item in
    var fields = [Field("id", ["none", "own", "other-class", "twice"])]
    for attribute in item.attributes where fields.count < maximumFields {
      let values = KindValues.all(of: attribute.kind)
      // Texts have no values of their own, and a field of one value makes no pair.
      guard values.count > 1, !fields.contains(where: { $0.name == attribute.name }) else {
        continue
      }
      let shown = spread(values.map { String(decoding: $0, as: UTF8.self) })
      fields.append(Field(attribute.name, [absent] + shown))
    }
    guard fields.count > 2 else { return nil }
    let names = fields.dropFirst().map(\.name)
    return PairSchema(
      String(decoding: item.tag, as: UTF8.self), fields,
      make: { choice in scene(of: item, names, choice) })
  }

  /// Attributes of one schema: more make an array of hundreds of rows.
  private static let maximumFields = 12
  /// Values of one attribute, spread over all of its values.
  private static let maximumValues = 5
  /// Value that stands for no attribute.
  private static let absent = "\u{0}"

  private static func spread(_ values: [String]) -> [String] {
    guard values.count > maximumValues else { return values }
    return (0..<maximumValues).map { values[$0 * (values.count - 1) / (maximumValues - 1)] }
  }

  private static func scene(
    of item: Words.Class, _ names: [String], _ choice: [String: String]
  ) -> [UInt8] {
    var node = [0x3C] + item.tag
    let own = item.className + [0x31]
    switch choice["id"] {
    case "own", "twice": node += assignment("id", own)
    case "other-class": node += assignment("id", Array("vtkMRMLModelNode1".utf8))
    default: break
    }
    for name in names {
      if let value = choice[name], value != absent { node += assignment(name, Array(value.utf8)) }
    }
    node += Array("/>\n".utf8)
    let copies = choice["id"] == "twice" ? node + node : node
    return Array("<MRML version=\"4.12\" userTags=\"\">\n".utf8) + copies + Array("</MRML>\n".utf8)
  }

  private static func assignment(_ name: String, _ value: [UInt8]) -> [UInt8] {
    let escaped = value.flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "<"): Array("&lt;".utf8)
      case UInt8(ascii: "\""): Array("&quot;".utf8)
      case UInt8(ascii: "&"): Array("&amp;".utf8)
      default: [byte]
      }
    }
    return Array(" \(name)=\"".utf8) + escaped + [0x22]
  }
}
