import CLibXML2

/// libxml2 as an independent oracle for XML 1.0, for tests, fuzz targets and benchmarks; the parser
/// never uses it.
///
/// A bridge: pointers of the C library stay inside this module. The options are HUGE (no limits,
/// unless `limited`), NONET, NOERROR and NOWARNING, and the entity loader opens no file. HUGE also
/// removes the limit of entity expansion: do not pass a document that the reader under test refused
/// for expansion, and use `limited` for every refused document, because libxml2 continues after its
/// first error into content that the other reader never parsed.
package enum LibXML2 {
  /// Well-formedness according to libxml2; no DTD is validated.
  package enum Verdict: Equatable, Sendable {
    case accepted
    /// Error code of `xmlParserErrors` and line of the first fatal error.
    case refused(code: Int, line: Int)
  }

  /// A verdict and the events as canonical PYX lines. Attributes are sorted by bytes within an
  /// element because libxml2 stores namespace declarations separately, which loses the document
  /// order.
  package struct Reading: Equatable, Sendable {
    /// Verdict on the whole document, also when the lines end at an error.
    package var verdict: Verdict
    /// False when the document violates Namespaces in XML, even if it is well-formed XML 1.0.
    package var isNamespaceWellFormed: Bool
    /// Events as PYX lines up to the end or the first error, each terminated by a line feed.
    package var canonical: [UInt8]

    /// PYX lines without their line feeds.
    package var lines: [String] { Self.lines(canonical) }

    /// Splits canonical events into lines and repairs invalid UTF-8.
    package static func lines(_ canonical: [UInt8]) -> [String] {
      canonical.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// Checks well-formedness without collecting events.
  package static func verdict(of bytes: [UInt8]) -> Verdict { read(bytes, sink: nil).0 }

  /// Parses a document and collects its events up to the end or the first error.
  ///
  /// - Parameter limited: Applies the default limits of libxml2; exceeding one is a refusal.
  package static func reading(of bytes: [UInt8], limited: Bool = false) -> Reading {
    let sink = PYXSink()
    let (verdict, isNamespaceWellFormed) = read(bytes, sink: sink, limited: limited)
    return Reading(
      verdict: verdict, isNamespaceWellFormed: isNamespaceWellFormed,
      canonical: sink.finished())
  }

  /// Parses with SAX2 handlers that only count events, as a baseline for benchmarks; nil when
  /// refused.
  package static func countEvents(_ bytes: [UInt8]) -> Int? {
    let sink = CountingSink()
    guard case .accepted = read(bytes, sink: sink).0 else { return nil }
    return sink.events
  }

  /// Builds and frees the document tree; false when refused.
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

  /// Version of the headers at compile time, such as `2.9.14`.
  package static var version: String { LIBXML_DOTTED_VERSION }

  // MARK: Parsing

  private static let options = CInt(
    XML_PARSE_HUGE.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
      | XML_PARSE_NOWARNING.rawValue)

  /// One-time initialization with an entity loader that finds nothing.
  private static let library: Void = {
    xmlInitParser()
    unsafe xmlSetExternalEntityLoader { _, _, _ in nil }
  }()

  /// Installs an empty error handler for this thread: libxml2 prints validity errors despite
  /// NOERROR.
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
    // libxml2 needs a non-null address, which an empty array does not have.
    let text = bytes.isEmpty ? [0] : bytes
    let options = limited ? options & ~CInt(XML_PARSE_HUGE.rawValue) : options
    var first = FirstError()
    let document = unsafe withUnsafeMutablePointer(to: &first) { place in
      unsafe note(in: place)
      return unsafe text.withUnsafeBytes { buffer in
        unsafe xmlCtxtReadMemory(
          context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(bytes.count), nil,
          nil, options | CInt(XML_PARSE_NOENT.rawValue))
      }
    }
    silence()
    defer { unsafe xmlFreeDoc(document) }
    let isNamespaceWellFormed = unsafe context.pointee.nsWellFormed != 0
    if unsafe context.pointee.wellFormed != 0 { return (.accepted, isNamespaceWellFormed) }
    if first.code == 0 {
      unsafe (first.code, first.line) = (context.pointee.errNo, context.pointee.lastError.line)
    }
    return (.refused(code: Int(first.code), line: Int(first.line)), isNamespaceWellFormed)
  }

  /// First fatal error of a document: libxml2 goes on after it, with declarations that it drops, so
  /// later ones say less.
  private struct FirstError {
    var code: CInt = 0
    var line: CInt = 0
  }

  /// Notes the first fatal error of this thread in `place`, until `silence()`.
  private static func note(in place: UnsafeMutablePointer<FirstError>) {
    unsafe xmlSetStructuredErrorFunc(place) { place, error in
      guard let place = unsafe place?.assumingMemoryBound(to: FirstError.self),
        let error = unsafe error, unsafe error.pointee.level == XML_ERR_FATAL,
        unsafe place.pointee.code == 0
      else { return }
      unsafe place.pointee = FirstError(code: error.pointee.code, line: error.pointee.line)
    }
  }
}
