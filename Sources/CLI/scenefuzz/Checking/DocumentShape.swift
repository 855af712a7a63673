import ByteReading
import Preflight
import XMLReading

/// Properties of a document that no ordinary scene has, whatever its nodes.
struct DocumentShape {
  /// Nesting above which recursive readers are at risk; scenes of 3D Slicer nest about 20 deep.
  private static let maximumDepth = 50

  private let document: XMLDocument
  private let bytes: [UInt8]

  init(_ document: XMLDocument, _ bytes: [UInt8]) {
    self.document = document
    self.bytes = bytes
  }

  /// Linear in the document.
  func hazards(member: String?) -> [ReportedHazard] {
    var found: [ReportedHazard] = []
    func add(
      _ code: String, _ message: String, at offset: Int, node: String? = nil,
      severity: HazardSeverity = .warning
    ) {
      found.append(
        ReportedHazard(
          .scene, code, severity, message: message, offset: offset, member: member, node: node))
    }
    if let (depth, offset) = deepest, depth > Self.maximumDepth {
      add("nestedElements", "elements are nested \(depth) deep", at: offset)
    }
    if document.spending.bytesExpanded > 0, bytes.prefix(4096).containsText("<!DOCTYPE") {
      let count = document.spending.bytesExpanded
      add(
        "entityExpansion", "entities and defaults of the document type give \(count) bytes", at: 0)
    }
    if let encoding = otherEncoding {
      add(
        "otherEncoding", "the text is encoded as \(encoding), not as UTF-8", at: 0,
        severity: isSettled(encoding) ? .note : .warning)
    }
    for attribute in 0..<document.attributeCount
    where Self.hasInvisible(document.attributeValueBytes(attribute)) {
      add(
        "invisibleCharacter", "a value has invisible characters or ones that change the direction",
        at: document.attributeOffset(attribute), node: document.attributeName(attribute))
    }
    return found
  }

  private var deepest: (depth: Int, offset: Int)? {
    var (depth, maximum, element) = (0, 0, 0)
    for index in 0..<document.eventCount {
      switch document.event(index) {
      case .startElement(let started):
        depth += 1
        if depth > maximum { (maximum, element) = (depth, started) }
      case .endElement: depth -= 1
      case .text, .processingInstruction: break
      }
    }
    return maximum == 0 ? nil : (maximum, document.elementOffset(element))
  }

  /// Name of the encoding when it is not UTF-8: by the byte order mark, otherwise as declared.
  private var otherEncoding: String? {
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) { return "UTF-16" }
    if bytes.starts(with: [0, 0x3C]) || bytes.starts(with: [0x3C, 0]) { return "UTF-16" }
    let head = String(decoding: bytes.prefix(256), as: UTF8.self)
    guard head.hasPrefix("<?xml") || head.hasPrefix("\u{FEFF}<?xml"),
      let declaration = head.split(separator: ">", maxSplits: 1).first,
      let mark = declaration.firstRange(of: "encoding")
    else { return nil }
    let words = declaration[mark.upperBound...].split { "= \t\r\n\"'".contains($0) }
    guard let name = words.first.map(String.init) else { return nil }
    return ["utf-8", "utf8", "us-ascii", "ascii"].contains(name.lowercased()) ? nil : name
  }

  /// Whether the encoding cannot change what is shown: the text is ASCII and declared as
  /// ISO-8859-1, as some versions of 3D Slicer wrote it, without a byte order mark.
  private func isSettled(_ encoding: String) -> Bool {
    encoding.lowercased() == "iso-8859-1" && bytes.allSatisfy { $0 < 0x80 }
  }

  /// Whether UTF-8 text has zero-width, direction or C1 control characters. Other controls cannot
  /// occur in XML, except for tabs and line ends.
  private static func hasInvisible(_ text: ArraySlice<UInt8>) -> Bool {
    guard var index = text.firstIndex(where: { $0 >= 0xC2 }) else { return false }
    while index < text.endIndex {
      let byte = text[index]
      let next = index + 1 < text.endIndex ? text[index + 1] : 0
      let third = index + 2 < text.endIndex ? text[index + 2] : 0
      switch (byte, next) {
      case (0xC2, 0x80...0x9F): return true
      case (0xE2, 0x80) where (0x8B...0x8F).contains(third) || (0xA8...0xAE).contains(third):
        return true
      case (0xE2, 0x81) where (0xA0...0xAF).contains(third): return true
      case (0xEF, 0xBB) where third == 0xBF: return true
      default: index += 1
      }
    }
    return false
  }
}

extension Collection where Element == UInt8 {
  fileprivate func containsText(_ text: StaticString) -> Bool {
    String(decoding: self, as: UTF8.self).contains("\(text)")
  }
}
