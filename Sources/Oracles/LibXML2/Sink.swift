import CLibXML2

/// Receiver of libxml2 events, stored in the `_private` field of the parser context.
class Sink {
  func startElement(_ name: [UInt8], _ attributes: [(name: [UInt8], value: [UInt8])]) {}
  func endElement(_ name: [UInt8]) {}
  func characters(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func instruction(_ target: [UInt8], _ data: [UInt8]) {}
  /// False when the handlers may skip names and values.
  var wantsContent: Bool { true }

  func attach(to context: xmlParserCtxtPtr) {
    unsafe context.pointee._private = Unmanaged.passUnretained(self).toOpaque()
    let sax = unsafe context.pointee.sax!
    unsafe sax.pointee.startElementNs = startElementHandler
    unsafe sax.pointee.endElementNs = endElementHandler
    unsafe sax.pointee.characters = charactersHandler
    unsafe sax.pointee.ignorableWhitespace = charactersHandler
    unsafe sax.pointee.cdataBlock = charactersHandler
    unsafe sax.pointee.processingInstruction = instructionHandler
    unsafe sax.pointee.comment = nil
    unsafe sax.pointee.reference = nil
  }

  static func of(_ context: UnsafeMutableRawPointer?) -> Sink? {
    guard let context = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self),
      let sink = unsafe context.pointee._private
    else { return nil }
    return unsafe Unmanaged<Sink>.fromOpaque(sink).takeUnretainedValue()
  }
}

private func bytes(_ pointer: UnsafePointer<xmlChar>?) -> [UInt8] {
  guard let pointer = unsafe pointer else { return [] }
  return unsafe Array(UnsafeBufferPointer(start: pointer, count: Int(xmlStrlen(pointer))))
}

private func qualified(
  _ prefix: UnsafePointer<xmlChar>?, _ local: UnsafePointer<xmlChar>?
) -> [UInt8] {
  guard let prefix = unsafe prefix else { return unsafe bytes(local) }
  return unsafe bytes(prefix) + [0x3A] + bytes(local)
}

private let startElementHandler: startElementNsSAX2Func = {
  context, local, prefix, _, namespaceCount, namespaces, attributeCount, _, attributes in
  guard let sink = unsafe Sink.of(context) else { return }
  var found: [(name: [UInt8], value: [UInt8])] = []
  if sink.wantsContent {
    for k in 0..<Int(namespaceCount) {
      let declared = unsafe namespaces?[2 * k]
      let name = unsafe Array("xmlns".utf8) + (declared == nil ? [] : [0x3A] + bytes(declared))
      unsafe found.append((name, bytes(namespaces?[2 * k + 1])))
    }
    for k in 0..<Int(attributeCount) {
      guard let start = unsafe attributes?[5 * k + 3], let end = unsafe attributes?[5 * k + 4]
      else { continue }
      let value = unsafe Array(UnsafeBufferPointer(start: start, count: end - start))
      unsafe found.append((qualified(attributes?[5 * k + 1], attributes?[5 * k]), value))
    }
    return unsafe sink.startElement(qualified(prefix, local), found)
  }
  sink.startElement([], found)
}

private let endElementHandler: endElementNsSAX2Func = { context, local, prefix, _ in
  guard let sink = unsafe Sink.of(context) else { return }
  unsafe sink.endElement(sink.wantsContent ? qualified(prefix, local) : [])
}

private let charactersHandler: charactersSAXFunc = { context, start, length in
  guard let sink = unsafe Sink.of(context) else { return }
  unsafe sink.characters(UnsafeBufferPointer(start: start, count: Int(length)))
}

private let instructionHandler: processingInstructionSAXFunc = { context, target, data in
  guard let sink = unsafe Sink.of(context) else { return }
  unsafe sink.instruction(bytes(target), bytes(data))
}

/// Counts events without their content.
final class CountingSink: Sink {
  private(set) var events = 0
  override var wantsContent: Bool { false }
  override func startElement(_ name: [UInt8], _ attributes: [(name: [UInt8], value: [UInt8])]) {
    events += 1
  }
  override func endElement(_ name: [UInt8]) { events += 1 }
  override func characters(_ bytes: UnsafeBufferPointer<UInt8>) { events += 1 }
  override func instruction(_ target: [UInt8], _ data: [UInt8]) { events += 1 }
}

/// Writes events as PYX lines and joins adjacent text.
final class PYXSink: Sink {
  private var out: [UInt8] = []
  private var text: [UInt8] = []

  func finished() -> [UInt8] {
    flush()
    return out
  }

  private func flush() {
    if text.isEmpty { return }
    out.append(0x2D)
    Self.escape(text, into: &out)
    out.append(0x0A)
    text.removeAll(keepingCapacity: true)
  }

  private static func escape(_ value: [UInt8], into out: inout [UInt8]) {
    for byte in value {
      switch byte {
      case 0x0A: out += [0x5C, 0x6E]
      case 0x09: out += [0x5C, 0x74]
      case 0x5C: out += [0x5C, 0x5C]
      default: out.append(byte)
      }
    }
  }

  /// One line: mark, name and, after a space, the escaped value.
  private static func line(_ mark: UInt8, _ name: [UInt8], _ value: [UInt8]? = nil) -> [UInt8] {
    var line = [mark]
    line += name
    if let value {
      line.append(0x20)
      escape(value, into: &line)
    }
    line.append(0x0A)
    return line
  }

  override func startElement(_ name: [UInt8], _ attributes: [(name: [UInt8], value: [UInt8])]) {
    flush()
    out += Self.line(0x28, name)
    let lines = attributes.map { Self.line(0x41, $0.name, $0.value) }
    for line in lines.sorted(by: { $0.lexicographicallyPrecedes($1) }) { out += line }
  }

  override func endElement(_ name: [UInt8]) {
    flush()
    out += Self.line(0x29, name)
  }

  override func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
    unsafe text.append(contentsOf: bytes)
  }

  override func instruction(_ target: [UInt8], _ data: [UInt8]) {
    flush()
    out += Self.line(0x3F, target, data)
  }
}
