internal import ByteReading
internal import XMLReading

/// What a document and a reader fed in pieces both know of an event.
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

/// A running digest of events (FNV-1a over words of eight bytes): equal for equal events, and no allocation for each of them.
///
/// A collision hides a difference; the fuzzer meets the next one.
struct EventDigest: Equatable {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
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

  /// The digest of a whole document.
  init(of document: XMLDocument) {
    for index in 0..<document.eventCount { add(document.event(index), of: document) }
  }

  init() {}

  /// The digest of some bytes alone.
  init(ofBytes bytes: ArraySlice<UInt8>) { add(bytes) }

  private mutating func add(_ word: UInt64) {
    value = (value ^ word) &* 0x100_0000_01B3
    value ^= value >> 32
  }

  /// The bytes, eight at a time, and how many they are.
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
