import LibXML2Oracle
import XMLReading

/// Outcome of this reader for a document: canonical events as PYX lines, or the refusal.
struct XMLOutcome: Equatable {
  /// The lines, each with a line feed. The attributes of an element are sorted by bytes: libxml2
  /// does not keep their order.
  var canonical: [UInt8] = []
  var error: XMLError?
  var notes: [XMLNote.Kind] = []

  init(reading bytes: [UInt8], limits: XMLLimits) {
    do throws(XMLError) {
      let document = try XMLDocument(reading: bytes.span, limits: limits)
      canonical.reserveCapacity(bytes.count + 64)
      document.writeCanonical(into: &canonical)
      notes = document.notes.map(\.kind)
    } catch {
      self.error = error
    }
  }

  /// Whether the document is refused for a limit that libxml2 does not have.
  var isLimited: Bool { error.map { "\($0.code)".hasSuffix("Limit") } ?? false }

  var lines: [String] { LibXML2.Reading.lines(canonical) }

  static func withoutLineEnds(_ line: String) -> String {
    String(decoding: line.utf8.filter { $0 != 0x0D }, as: UTF8.self).split(separator: "\\n")
      .joined()
  }
}

extension XMLDocument {
  fileprivate func writeCanonical(into out: inout [UInt8]) {
    for i in 0..<eventCount {
      switch event(i) {
      case .startElement(let e):
        Self.write(0x28, elementNameBytes(e), nil, into: &out)
        writeAttributes(of: e, into: &out)
      case .endElement(let e): Self.write(0x29, elementNameBytes(e), nil, into: &out)
      case .text(let t): Self.write(0x2D, [], textBytes(t), into: &out)
      case .processingInstruction(let p):
        Self.write(
          0x3F, processingInstructionTargetBytes(p), processingInstructionDataBytes(p), into: &out)
      }
    }
  }

  private func writeAttributes(of element: Int, into out: inout [UInt8]) {
    let attributes = attributes(of: element)
    guard attributes.count > 1 else {
      for a in attributes {
        Self.write(0x41, attributeNameBytes(a), attributeValueBytes(a), into: &out)
      }
      return
    }
    var lines: [[UInt8]] = []
    for a in attributes {
      var line: [UInt8] = []
      Self.write(0x41, attributeNameBytes(a), attributeValueBytes(a), into: &line)
      lines.append(line)
    }
    lines.sort { $0.lexicographicallyPrecedes($1) }
    for line in lines { out += line }
  }

  /// Writes the mark, the name, and the escaped value, with a space between name and value.
  private static func write(
    _ mark: UInt8, _ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>?, into out: inout [UInt8]
  ) {
    out.append(mark)
    out += name
    if let value {
      if mark != 0x2D { out.append(0x20) }
      PYX.escape(value, into: &out)
    }
    out.append(0x0A)
  }
}
