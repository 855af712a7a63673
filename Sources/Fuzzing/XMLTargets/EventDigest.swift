internal import ByteReading
internal import StableNumbers
package import XMLReading

/// Accessors that documents and event readers share.
protocol EventSource {
  func elementNameBytes(_ e: Int) -> ArraySlice<UInt8>
  func attributes(of e: Int) -> Range<Int>
  func attributeNameBytes(_ a: Int) -> ArraySlice<UInt8>
  func attributeValueBytes(_ a: Int) -> ArraySlice<UInt8>
  func textBytes(_ t: Int) -> ArraySlice<UInt8>
  func processingInstructionTarget(_ p: Int) -> String
  func processingInstructionData(_ p: Int) -> String
}

extension XMLDocument: EventSource {}
extension XMLEventReader: EventSource {}

/// Running digest of events: FNV-1a over words of eight bytes, without an allocation for each
/// event.
///
/// A collision hides a difference in one input, not in others.
package struct EventDigest: Equatable {
  private var hash = FNV1a()
  package var value: UInt64 { hash.value }
  private(set) var events = 0

  mutating func add(_ event: XMLDocument.Event, of source: some EventSource) {
    events += 1
    switch event {
    case .startElement(let element):
      add(0x28)
      add(source.elementNameBytes(element))
      for attribute in source.attributes(of: element) {
        add(0x41)
        add(source.attributeNameBytes(attribute))
        add(source.attributeValueBytes(attribute))
      }
    case .endElement(let element):
      add(0x29)
      add(source.elementNameBytes(element))
    case .text(let text):
      add(0x2D)
      add(source.textBytes(text))
    case .processingInstruction(let instruction):
      add(0x3F)
      add(Array(source.processingInstructionTarget(instruction).utf8)[...])
      add(Array(source.processingInstructionData(instruction).utf8)[...])
    }
  }

  /// Creates the digest of a document.
  init(of document: XMLDocument) {
    for index in 0..<document.eventCount { add(document.event(index), of: document) }
  }

  init() {}

  /// Creates the digest of bytes.
  package init(ofBytes bytes: ArraySlice<UInt8>) { add(bytes) }

  private mutating func add(_ word: UInt64) {
    hash.combine(word)
    // A product carries changes to higher bits only: this step brings them down again.
    hash.value ^= hash.value >> 32
  }

  /// Adds the bytes, eight at a time, and their count.
  private mutating func add(_ bytes: ArraySlice<UInt8>) {
    let span = bytes.span
    var index = 0
    while index &+ 8 <= span.count {
      add(span.word(at: index))
      index &+= 8
    }
    while index < span.count {
      add(UInt64(span[index]))
      index &+= 1
    }
    add(UInt64(span.count))
  }
}
