extension XMLWriter {
  /// Writes the document again: the same events with the same names and values, defaulted
  /// attributes written out.
  public static func bytes(of document: XMLDocument) -> [UInt8] {
    var writer = XMLWriter(expecting: document.eventCount)
    let special = writer.declareInstructions(of: document)
    for i in 0..<document.eventCount {
      switch document.event(i) {
      case .startElement(let e):
        writer.startElement(document.elementNameBytes(e))
        for a in document.attributes(of: e) {
          writer.attribute(document.attributeNameBytes(a), document.attributeValueBytes(a))
        }
      case .endElement: writer.endElement()
      case .text(let t): writer.text(document.textBytes(t))
      case .processingInstruction(let p):
        if special && writer.depth == 0 && !writer.hasRoot { continue }
        if special && document.processingInstructionDataBytes(p).contains(0x0D) {
          writer.reference("p\(p)")
        } else {
          writer.processingInstruction(
            document.processingInstructionTargetBytes(p),
            document.processingInstructionDataBytes(p))
        }
      }
    }
    return writer.bytes
  }

  /// Declares entities for processing instructions with a CR, which only replacement text can
  /// contain.
  ///
  /// One entity for each such instruction: general inside the root element, parameter before it,
  /// where all instructions then move into the internal subset to keep their order. Returns false
  /// if there is none.
  private mutating func declareInstructions(of document: XMLDocument) -> Bool {
    let all = 0..<document.processingInstructionCount
    guard all.contains(where: { document.processingInstructionDataBytes($0).contains(0x0D) })
    else { return false }
    append("<!DOCTYPE e [")
    var isBeforeRoot = true
    for i in 0..<document.eventCount {
      switch document.event(i) {
      case .startElement: isBeforeRoot = false
      case .endElement, .text: break
      case .processingInstruction(let p):
        let isSpecial = document.processingInstructionDataBytes(p).contains(0x0D)
        if isSpecial {
          declare(p, of: document, isParameter: isBeforeRoot)
        } else if isBeforeRoot {
          processingInstruction(
            document.processingInstructionTargetBytes(p),
            document.processingInstructionDataBytes(p))
        }
      }
    }
    append("]>")
    return true
  }

  private mutating func declare(_ p: Int, of document: XMLDocument, isParameter: Bool) {
    append(isParameter ? "<!ENTITY % p\(p) \"" : "<!ENTITY p\(p) \"")
    var instruction = XMLWriter()
    instruction.processingInstruction(
      document.processingInstructionTargetBytes(p), document.processingInstructionDataBytes(p))
    for byte in instruction.bytes {
      switch byte {
      case 0x0D, 0x22, 0x25, 0x26: append("&#\(byte);")
      default: append(byte)
      }
    }
    append(isParameter ? "\">%p\(p);" : "\">")
  }
}
