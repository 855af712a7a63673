internal import SceneModel
internal import XMLReading
internal import ZipReading

extension InputProvider {
  /// A well-formed scene of at most `maximumNodes` nodes: classes and attribute names of the
  /// catalogue, identifiers that may refer to each other, values from the input.
  public mutating func scene(maximumNodes: Int = 8) -> [UInt8] {
    let catalog = NodeCatalog.slicer
    let classes = catalog.types.indices.filter { !catalog.types[$0].tags.isEmpty }
    var writer = XMLWriter()
    writer.startElement("MRML")
    if let version = choice(of: ["", "Slicer4.4.0", "3.1"]), !version.isEmpty {
      writer.attribute("version", version)
    }
    let count = integer(in: 0...max(maximumNodes, 0))
    var identifiers: [String] = []
    for _ in 0..<count {
      guard let type = choice(of: classes), let tag = choice(of: catalog.types[type].tags) else {
        break
      }
      writer.startElement(tag)
      let id = "\(catalog.types[type].className)\(integer(in: 1...UInt8(3)))"
      writer.attribute("id", id)
      identifiers.append(id)
      addAttributes(of: type, catalog, identifiers, to: &writer)
      writer.endElement()
    }
    writer.endElement()
    return writer.bytes
  }

  private mutating func addAttributes(
    of type: Int, _ catalog: NodeCatalog, _ identifiers: [String], to writer: inout XMLWriter
  ) {
    let attributes = catalog.attributes(of: type)
    var names: Set<String> = ["id"]
    for _ in 0..<integer(in: 0...UInt8(6)) {
      guard let attribute = choice(of: attributes), names.insert(attribute.name).inserted else {
        continue
      }
      let value =
        flag() ? choice(of: identifiers) ?? "" : Self.printable(text(atMost: 40))
      writer.attribute(attribute.name, value)
    }
  }

  /// Without the characters that XML 1.0 forbids.
  private static func printable(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars
    where scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF {
      out.unicodeScalars.append(scalar)
    }
    return out
  }

  /// An archive that any zip reader accepts, of at most `maximumMembers` members with names of the
  /// input; the first may be a scene.
  public mutating func archive(maximumMembers: Int = 4) -> [UInt8] {
    var writer = ZipWriter(style: flag() ? .slicer : .plain)
    for number in 0..<integer(in: 0...max(maximumMembers, 0)) {
      let isScene = number == 0 && flag()
      let name = isScene ? "case/case.mrml" : "case/\(number)-" + text(atMost: 24)
      let isDirectory = name.hasSuffix("/")
      let contents = isDirectory ? [] : isScene ? scene() : bytes(atMost: 200)
      writer.add(
        name: name, contents: contents, method: flag() ? .deflated(.fast) : .stored)
    }
    return writer.finish()
  }
}
