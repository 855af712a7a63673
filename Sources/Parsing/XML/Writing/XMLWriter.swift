/// Builds the bytes of a document in UTF-8, escaping what must be escaped so that reading gives back what was written.
///
/// The caller gives names that are names and closes what it opens; nothing is checked. The cost is linear.
public struct XMLWriter: Sendable {
  /// What was written so far; whole once every element is ended.
  public private(set) var bytes: [UInt8] = []
  private var isTagOpen = false
  private var open: [ArraySlice<UInt8>] = []
  /// An element was started.
  private(set) var hasRoot = false

  /// An empty document in UTF-8; the XML declaration is written only when asked for.
  public init() {}

  /// The same with room for a document of so many events, so that it grows in few steps.
  init(expecting events: Int) {
    bytes.reserveCapacity(min(events, 4_096) * 32 + 64)
    open.reserveCapacity(8)
  }

  /// `<?xml version="1.0" encoding="UTF-8"?>` and a line end.
  public mutating func xmlDeclaration() {
    bytes.append(contentsOf: #"<?xml version="1.0" encoding="UTF-8"?>"#.utf8)
    bytes.append(0x0A)
  }

  /// Opens an element of that name, which must be a name (production 5): it is written as it is.
  public mutating func startElement(_ name: String) { startElement(Array(name.utf8)[...]) }

  /// The same for a name in UTF-8, also one with its prefix.
  public mutating func startElement(_ name: ArraySlice<UInt8>) {
    closeTag()
    bytes.append(0x3C)
    bytes.append(contentsOf: name)
    isTagOpen = true
    hasRoot = true
    open.append(name)
  }

  /// An attribute of the element that was started last; only before its content.
  public mutating func attribute(_ name: String, _ value: String) {
    attribute(Array(name.utf8)[...], Array(value.utf8)[...])
  }

  /// The same in UTF-8. TAB and LF become references, as they would be normalized to spaces (XML 1.0, 3.3.3).
  public mutating func attribute(_ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) {
    bytes.append(0x20)
    bytes.append(contentsOf: name)
    bytes.append(0x3D)
    bytes.append(0x22)
    append(escaping: value, inAttribute: true)
    bytes.append(0x22)
  }

  /// Character data of the innermost element, escaped. Adjacent texts are read back as one.
  public mutating func text(_ value: String) { text(Array(value.utf8)[...]) }

  /// The same in UTF-8.
  public mutating func text(_ value: ArraySlice<UInt8>) {
    closeTag()
    append(escaping: value, inAttribute: false)
  }

  /// White space between markup outside the root element, where references are not allowed.
  public mutating func lineEnd() {
    closeTag()
    bytes.append(0x0A)
  }

  /// The data must hold neither `?>` nor a CR, which no escape could bring through.
  public mutating func processingInstruction(_ target: String, _ data: String) {
    processingInstruction(Array(target.utf8)[...], Array(data.utf8)[...])
  }

  /// The same in UTF-8.
  public mutating func processingInstruction(
    _ target: ArraySlice<UInt8>, _ data: ArraySlice<UInt8>
  ) {
    closeTag()
    bytes.append(contentsOf: "<?".utf8)
    bytes.append(contentsOf: target)
    if !data.isEmpty { bytes.append(0x20) }
    bytes.append(contentsOf: data)
    bytes.append(contentsOf: "?>".utf8)
  }

  /// Ends the innermost open element; an element without content becomes an empty-element tag.
  public mutating func endElement() {
    guard let name = open.popLast() else { return }
    if isTagOpen {
      bytes.append(contentsOf: "/>".utf8)
      isTagOpen = false
      return
    }
    bytes.append(contentsOf: "</".utf8)
    bytes.append(contentsOf: name)
    bytes.append(0x3E)
  }

  /// A reference to an entity that the caller has declared.
  mutating func reference(_ name: String) {
    closeTag()
    append("&\(name);")
  }

  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  var depth: Int { open.count }

  private mutating func closeTag() {
    if isTagOpen { bytes.append(0x3E) }
    isTagOpen = false
  }

  /// The bytes with references for some of them; runs of the others are copied whole.
  private mutating func append(escaping text: ArraySlice<UInt8>, inAttribute: Bool) {
    var start = text.startIndex
    for index in text.indices {
      guard let reference = Self.reference(for: text[index], inAttribute) else { continue }
      bytes.append(contentsOf: text[start..<index])
      bytes.append(contentsOf: reference.utf8)
      start = index + 1
    }
    bytes.append(contentsOf: text[start...])
  }

  private static func reference(for byte: UInt8, _ inAttribute: Bool) -> String? {
    switch byte {
    case 0x26: "&amp;"
    case 0x3C: "&lt;"
    case 0x3E: "&gt;"
    case 0x0D: "&#13;"
    case 0x22: inAttribute ? "&quot;" : nil
    // White space other than spaces would be normalized to spaces.
    case 0x09: inAttribute ? "&#9;" : nil
    case 0x0A: inAttribute ? "&#10;" : nil
    default: nil
    }
  }
}
