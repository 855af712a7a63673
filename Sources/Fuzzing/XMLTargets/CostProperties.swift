package import TargetInterface
package import XMLReading

/// Bounds of the output for each byte of input, one factor for each format.
///
/// Growth faster than the input is thus a violated property, not only a slow run. The engine bounds
/// time (`-timeout`) and memory (`-rss_limit_mb`).
package enum CostProperties {
  /// Names, values and texts of a document come only from its bytes and from counted expansion: no
  /// parser opens an external entity (`LayoutTests`).
  ///
  /// UTF-16 and ISO-8859-1 at most double in UTF-8. A name is delivered with both of its tags.
  package static func document(_ document: XMLDocument, count: Int) throws(PropertyViolation) {
    var delivered = 0
    for element in 0..<document.elementCount {
      delivered += document.elementNameBytes(element).count
      for attribute in document.attributes(of: element) {
        delivered +=
          document.attributeNameBytes(attribute).count
          + document.attributeValueBytes(attribute).count
      }
    }
    for text in 0..<document.textCount { delivered += document.textBytes(text).count }
    for place in 0..<document.processingInstructionCount {
      delivered += document.processingInstructionDataBytes(place).count
    }
    try PropertyCheck.equal(
      document.deliveredByteCount, delivered, property: "output-is-counted", place: "document")
    try isBounded(document, count: count)
  }

  /// The bound alone, by the document's own count of what it delivers.
  static func isBounded(_ document: XMLDocument, count: Int) throws(PropertyViolation) {
    let bound = 2 * count + document.spending.bytesExpanded
    try PropertyCheck.atMost(
      document.deliveredByteCount, bound, property: "output-comes-from-input", place: "document")
  }
}
