import ByteReading
package import FuzzTargets
import LibXML2Oracle
import XMLReading

extension FuzzTarget {
  /// A document, read by this reader by the rules of the Recommendation and by libxml2 without file
  /// and network access.
  package static let xmlDifferential = FuzzTarget(
    name: "xml-differential",
    property: "A document has the verdict and the canonical events of libxml2.",
    maximumLength: 65_536, fileExtension: "xml", linkedLibraries: ["libxml2"],
    format: "xml"
  ) { input throws(PropertyViolation) in
    var bytes: [UInt8] = []
    bytes.reserveCapacity(input.count)
    for index in input.indices { bytes.append(input[index]) }
    if let violation = XMLComparison.difference(bytes) { throw violation }
  }
}

/// Comparison of this reader with libxml2 on one document.
enum XMLComparison {
  /// Limits far below the default, so that one input costs milliseconds. libxml2 with HUGE expands
  /// entities without a limit, so it does not read documents that are refused here for their
  /// expansion.
  static let limits: XMLLimits = {
    var limits = XMLLimits()
    limits.expansion = 1 << 20
    limits.expansionFloor = 1 << 18
    return limits
  }()

  /// Returns nil when verdict and events agree, or the difference is one of `KnownXMLDifference`.
  static func difference(_ bytes: [UInt8]) -> PropertyViolation? {
    let ours = XMLOutcome(reading: bytes, limits: limits)
    if ours.isLimited || isRecursion(ours, ofMany: bytes) { return nil }
    let theirs = LibXML2.reading(of: bytes, limited: ours.error != nil)
    guard let found = difference(ours, theirs) else { return nil }
    let letters = KnownXMLDifference.letters(of: bytes)
    let isKnown = KnownXMLDifference.all.contains { $0.applies(letters, ours, theirs) }
    return isKnown ? nil : found
  }

  /// libxml2 expands everything before a recursion that it meets late, at a cost that grows with
  /// the product of the references, and its limits count bytes only. So it reads a recursion among
  /// few references only.
  private static func isRecursion(_ ours: XMLOutcome, ofMany bytes: [UInt8]) -> Bool {
    ours.error?.code == .recursiveEntity && bytes.count { $0 == UInt8(ascii: "&") } > 24
  }

  private static func difference(_ ours: XMLOutcome, _ theirs: LibXML2.Reading)
    -> PropertyViolation?
  {
    switch (theirs.verdict, ours.error) {
    case (.refused, .some): return nil
    case (.accepted, let error?):
      return PropertyViolation(
        property: "verdict-of-libxml2", place: "document", expected: "accepted",
        found: "\(error.code) at offset \(error.position.offset)")
    case (.refused(let code, let line), nil):
      return PropertyViolation(
        property: "verdict-of-libxml2", place: "document",
        expected: "refused with libxml2's error \(code) in line \(line)", found: "accepted")
    case (.accepted, nil):
      if ours.canonical == theirs.canonical { return nil }
      let (lines, others) = (ours.lines, theirs.lines)
      let same = zip(lines, others).prefix { $0 == $1 }.count
      return PropertyViolation(
        property: "events-of-libxml2", place: "event line \(same)",
        expected: same < others.count ? others[same] : "the end",
        found: same < lines.count ? lines[same] : "the end")
    }
  }
}
