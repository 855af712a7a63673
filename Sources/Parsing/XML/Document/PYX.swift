/// Canonical events in PYX notation, one line each: `(name`, `Aname value`, `-text`, `)name`,
/// `?target data`, with line end, TAB and backslash escaped.
public enum PYX {
  /// Appends `value` with LF as `\n`, TAB as `\t` and backslash as `\\`; other bytes, CR included,
  /// stay as they are.
  public static func escape(_ value: ArraySlice<UInt8>, into out: inout [UInt8]) {
    for byte in value {
      switch byte {
      case 0x0A: out.append(contentsOf: #"\n"#.utf8)
      case 0x09: out.append(contentsOf: #"\t"#.utf8)
      case 0x5C: out.append(contentsOf: #"\\"#.utf8)
      default: out.append(byte)
      }
    }
  }

  /// Returns one line: mark, name and, after a space, value.
  public static func line(
    _ mark: Unicode.Scalar, name: ArraySlice<UInt8>, value: ArraySlice<UInt8>? = nil
  ) -> String {
    var out = Array(String(mark).utf8)
    out.append(contentsOf: name)
    if let value {
      out.append(0x20)
      escape(value, into: &out)
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Returns the line of character data: `-` and the escaped value. Bytes that are not UTF-8 are
  /// repaired.
  public static func text(_ value: ArraySlice<UInt8>) -> String {
    var out: [UInt8] = [0x2D]
    escape(value, into: &out)
    return String(decoding: out, as: UTF8.self)
  }
}

extension XMLDocument {
  /// Events as PYX lines: attributes in document order, defaulted ones last, adjacent text joined.
  public func pyxLines() -> [String] {
    var lines: [String] = []
    for i in 0..<eventCount {
      switch event(i) {
      case .startElement(let e):
        lines.append(PYX.line("(", name: elementNameBytes(e)))
        for a in attributes(of: e) {
          lines.append(
            PYX.line("A", name: attributeNameBytes(a), value: attributeValueBytes(a)))
        }
      case .endElement(let e): lines.append(PYX.line(")", name: elementNameBytes(e)))
      case .text(let t): lines.append(PYX.text(textBytes(t)))
      case .processingInstruction(let p):
        lines.append(
          PYX.line(
            "?", name: processingInstructionTargetBytes(p),
            value: processingInstructionDataBytes(p)))
      }
    }
    return lines
  }
}

extension XMLEventReader {
  /// Returns the last event as PYX lines.
  public func pyxLines(of event: XMLDocument.Event) -> [String] {
    switch event {
    case .startElement(let e):
      [PYX.line("(", name: elementNameBytes(e))]
        + attributes(of: e).map { a in
          PYX.line("A", name: attributeNameBytes(a), value: attributeValueBytes(a))
        }
    case .endElement(let e): [PYX.line(")", name: elementNameBytes(e))]
    case .text(let t): [PYX.text(textBytes(t))]
    case .processingInstruction(let p):
      [
        PYX.line(
          "?", name: Array(processingInstructionTarget(p).utf8)[...],
          value: Array(processingInstructionData(p).utf8)[...])
      ]
    }
  }
}
