/// XML writer in UTF-8 that escapes what a reader would change, so that reading returns what was
/// written.
///
/// The caller passes valid names and closes what it opens; nothing is checked. Linear.
public struct XMLWriter: Sendable {
  /// Bytes written so far; a complete document once every element is closed.
  public private(set) var bytes: [UInt8] = []
  private var isTagOpen = false
  private var open: [ArraySlice<UInt8>] = []
  /// Whether an element was started.
  private(set) var hasRoot = false

  /// An empty document in UTF-8, without an XML declaration.
  public init() {}

  /// An empty document with space reserved for `events` events.
  init(expecting events: Int) {
    bytes.reserveCapacity(min(events, 4_096) * 32 + 64)
    open.reserveCapacity(8)
  }

  /// Writes `<?xml version="1.0" encoding="UTF-8"?>` and a line end.
  public mutating func xmlDeclaration() {
    bytes.append(contentsOf: #"<?xml version="1.0" encoding="UTF-8"?>"#.utf8)
    bytes.append(0x0A)
  }

  /// Opens an element. The name is written unchanged and must be valid (production 5).
  public mutating func startElement(_ name: String) { startElement(Array(name.utf8)[...]) }

  /// Opens an element with a name in UTF-8, prefix included.
  public mutating func startElement(_ name: ArraySlice<UInt8>) {
    closeTag()
    bytes.append(0x3C)
    bytes.append(contentsOf: name)
    isTagOpen = true
    hasRoot = true
    open.append(name)
  }

  /// Writes an attribute of the last started element; only before its content.
  public mutating func attribute(_ name: String, _ value: String) {
    attribute(Array(name.utf8)[...], Array(value.utf8)[...])
  }

  /// Writes an attribute in UTF-8. TAB and LF become references, since they would be normalized to
  /// spaces (XML 1.0, 3.3.3).
  public mutating func attribute(_ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) {
    bytes.append(0x20)
    bytes.append(contentsOf: name)
    bytes.append(0x3D)
    bytes.append(0x22)
    append(escaping: value, inAttribute: true)
    bytes.append(0x22)
  }

  /// Writes character data of the innermost element, escaped. Adjacent texts are read back as one.
  public mutating func text(_ value: String) { text(Array(value.utf8)[...]) }

  /// Writes character data in UTF-8, escaped.
  public mutating func text(_ value: ArraySlice<UInt8>) {
    closeTag()
    append(escaping: value, inAttribute: false)
  }

  /// Writes white space between markup outside the root element, where references are not allowed.
  public mutating func lineEnd() {
    closeTag()
    bytes.append(0x0A)
  }

  /// Writes a processing instruction. The data must contain neither `?>` nor a CR, which cannot be
  /// escaped.
  public mutating func processingInstruction(_ target: String, _ data: String) {
    processingInstruction(Array(target.utf8)[...], Array(data.utf8)[...])
  }

  /// Writes a processing instruction in UTF-8.
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

  /// Closes the innermost element; one without content becomes an empty-element tag.
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

  /// Writes a reference to an entity that the caller has declared.
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

  /// Appends bytes with references where needed; runs of other bytes are copied at once.
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
