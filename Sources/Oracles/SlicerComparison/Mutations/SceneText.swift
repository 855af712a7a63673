import XMLReading

/// A scene as its tags in order, so that parts can be moved about and written again.
struct SceneText {
  struct Attribute {
    var name: [UInt8]
    var value: [UInt8]
  }

  enum Tag {
    case start([UInt8], [Attribute])
    case end([UInt8])
  }

  var tags: [Tag] = []

  /// Nil when the document is not well-formed.
  init?(reading bytes: [UInt8]) {
    guard let document = try? XMLDocument(reading: bytes.span, rules: .slicer) else { return nil }
    for index in 0..<document.eventCount {
      switch document.event(index) {
      case .startElement(let element):
        tags.append(
          .start(
            Array(document.elementNameBytes(element)),
            document.attributes(of: element).map {
              Attribute(
                name: Array(document.attributeNameBytes($0)),
                value: Array(document.attributeValueBytes($0)))
            }))
      case .endElement(let element): tags.append(.end(Array(document.elementNameBytes(element))))
      case .text, .processingInstruction: break
      }
    }
  }

  /// The tags as text, every character of values escaped that would not come back.
  var bytes: [UInt8] {
    var text: [UInt8] = []
    for tag in tags {
      switch tag {
      case .start(let name, let attributes):
        text += [UInt8(ascii: "<")] + name
        for attribute in attributes {
          text += [0x20] + attribute.name + Array("=\"".utf8)
          for byte in attribute.value { Self.append(byte, to: &text) }
          text.append(UInt8(ascii: "\""))
        }
        text += ">\n".utf8
      case .end(let name): text += Array("</".utf8) + name + Array(">\n".utf8)
      }
    }
    return text
  }

  private static func append(_ byte: UInt8, to text: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "&"): text += "&amp;".utf8
    case UInt8(ascii: "<"): text += "&lt;".utf8
    case UInt8(ascii: "\""): text += "&quot;".utf8
    case 0x09, 0x0A, 0x0D: text += "&#\(byte);".utf8
    default: text.append(byte)
    }
  }

  /// Places of start tags, those of the header left out.
  var starts: [Int] {
    tags.indices.filter {
      if case .start(let name, _) = tags[$0] { !name.elementsEqual("MRML".utf8) } else { false }
    }
  }

  /// The tags of the element that begins at `start`, its children included.
  func element(at start: Int) -> Range<Int> {
    var depth = 0
    for index in start..<tags.count {
      if case .start = tags[index] { depth += 1 } else { depth -= 1 }
      if depth == 0 { return start..<index + 1 }
    }
    return start..<tags.count
  }

  /// Changes the attributes of the start tag at `start`.
  mutating func change(_ start: Int, _ body: (inout [Attribute]) -> Void) {
    guard case .start(let name, var attributes) = tags[start] else { return }
    body(&attributes)
    // One element may not have an attribute twice.
    var seen: Set<[UInt8]> = []
    attributes.removeAll { !seen.insert($0.name).inserted }
    tags[start] = .start(name, attributes)
  }

  /// Gives the element at `start` another name.
  mutating func rename(_ start: Int, _ name: [UInt8]) {
    let range = element(at: start)
    guard case .start(_, let attributes) = tags[start] else { return }
    tags[start] = .start(name, attributes)
    if range.count > 1 { tags[range.upperBound - 1] = .end(name) }
  }
}
