import LibXML2Oracle
import XMLReading

/// What came of reading a document by our reader: canonical events as PYX lines, or the refusal.
struct XMLOutcome: Equatable {
  var lines: [String] = []
  var error: XMLError?
  var remarks: [XMLRemark.Kind] = []

  init(reading bytes: [UInt8], limits: XMLLimits) {
    do throws(XMLError) {
      let document = try XMLDocument(reading: bytes.span, limits: limits)
      lines = document.pyxLines()
      remarks = document.remarks.map(\.kind)
    } catch {
      self.error = error
    }
  }

  /// Did a limit of ours end it, of which libxml2 knows nothing?
  var isLimited: Bool { error.map { "\($0.code)".hasSuffix("Limit") } ?? false }

  /// The lines with the attributes of each element in order of bytes: libxml2 loses the document's order.
  static func sortingAttributes(_ lines: [String]) -> [String] {
    var out: [String] = []
    var attributes: [String] = []
    for line in lines {
      if line.hasPrefix("A") {
        attributes.append(line)
      } else {
        out += attributes.sorted()
        attributes = []
        out.append(line)
      }
    }
    return out + attributes.sorted()
  }

  static func withoutLineEnds(_ line: String) -> String {
    String(decoding: line.utf8.filter { $0 != 0x0D }, as: UTF8.self).split(separator: "\\n")
      .joined()
  }
}
