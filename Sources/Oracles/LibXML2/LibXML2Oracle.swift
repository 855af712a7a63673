import CLibXML2

/// libxml2 as a second opinion on XML 1.0, for tests, targets and benchmarks; the parser never uses it.
///
/// A bridge: pointers of the C library stay inside this module. Every reading has HUGE (no limits of its own, unless
/// asked for), NONET, NOERROR and NOWARNING, and a loader that opens no file. Entities are expanded without end under HUGE:
/// give it no document that the reader under test refused for expansion, and leave HUGE out where it refused at all,
/// since libxml2 reads on behind its first error and may meet there what the other reader never saw.
package enum LibXML2 {
  /// Whether libxml2 takes the document, as well-formedness only: no DTD is validated.
  package enum Verdict: Equatable, Sendable {
    case accepted
    /// The number of `xmlParserErrors` and the line where it stopped.
    case refused(code: Int, line: Int)
  }

  /// A verdict and the canonical events as PYX lines, attributes sorted by bytes within an element:
  /// libxml2 keeps namespace declarations apart, so the order of the document is lost.
  package struct Reading: Equatable, Sendable {
    /// The verdict on the whole document, also when the lines end early.
    package var verdict: Verdict
    /// False when only a rule of Namespaces in XML is broken.
    package var isNamespaceWellFormed: Bool
    /// The events as PYX lines, up to the end or the error, each with a line feed behind it.
    package var canonical: [UInt8]

    /// The lines one by one.
    package var lines: [String] { Self.lines(canonical) }

    /// Takes canonical events apart; what is no UTF-8 is repaired.
    package static func lines(_ canonical: [UInt8]) -> [String] {
      canonical.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// Is the document well-formed?
  package static func verdict(of bytes: [UInt8]) -> Verdict { read(bytes, sink: nil).0 }

  /// The verdict with the events up to the end or the error.
  ///
  /// - Parameter limited: With the limits of libxml2, which count as a refusal.
  package static func reading(of bytes: [UInt8], limited: Bool = false) -> Reading {
    let sink = PYXSink()
    let (verdict, isNamespaceWellFormed) = read(bytes, sink: sink, limited: limited)
    return Reading(
      verdict: verdict, isNamespaceWellFormed: isNamespaceWellFormed,
      canonical: sink.finished())
  }

  /// Parses with SAX2 handlers that only count: what a benchmark compares with. Nil when refused.
  package static func countEvents(_ bytes: [UInt8]) -> Int? {
    let sink = CountingSink()
    guard case .accepted = read(bytes, sink: sink).0 else { return nil }
    return sink.events
  }

  /// Builds and frees the tree; false when refused.
  package static func buildTree(_ bytes: [UInt8]) -> Bool {
    silence()
    let document = unsafe bytes.withUnsafeBytes { buffer in
      unsafe xmlReadMemory(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(buffer.count), nil, nil,
        options)
    }
    guard let document = unsafe document else { return false }
    unsafe xmlFreeDoc(document)
    return true
  }

  /// The version that this was compiled against, such as `2.9.14`.
  package static var version: String { LIBXML_DOTTED_VERSION }

  // MARK: One reading

  private static let options = CInt(
    XML_PARSE_HUGE.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
      | XML_PARSE_NOWARNING.rawValue)

  /// Initialized once, with a loader that finds nothing.
  private static let library: Void = {
    xmlInitParser()
    unsafe xmlSetExternalEntityLoader { _, _, _ in nil }
  }()

  /// Validity messages are printed in spite of NOERROR; the handler belongs to the thread.
  private static func silence() {
    _ = library
    unsafe xmlSetStructuredErrorFunc(nil) { _, _ in }
  }

  private static func read(
    _ bytes: [UInt8], sink: Sink?, limited: Bool = false
  ) -> (Verdict, Bool) {
    silence()
    guard let context = unsafe xmlNewParserCtxt() else {
      return (.refused(code: Int(XML_ERR_NO_MEMORY.rawValue), line: 0), false)
    }
    defer { unsafe xmlFreeParserCtxt(context) }
    if let sink { unsafe sink.attach(to: context) }
    // An empty array has no address; the library wants one.
    let text = bytes.isEmpty ? [0] : bytes
    let options = limited ? options & ~CInt(XML_PARSE_HUGE.rawValue) : options
    let document = unsafe text.withUnsafeBytes { buffer in
      unsafe xmlCtxtReadMemory(
        context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(bytes.count), nil,
        nil, options | CInt(XML_PARSE_NOENT.rawValue))
    }
    defer { unsafe xmlFreeDoc(document) }
    let isNamespaceWellFormed = unsafe context.pointee.nsWellFormed != 0
    if unsafe context.pointee.wellFormed != 0 { return (.accepted, isNamespaceWellFormed) }
    let line = unsafe context.pointee.lastError.line
    return unsafe (
      .refused(code: Int(context.pointee.errNo), line: Int(line)), isNamespaceWellFormed
    )
  }
}
