/// Parsed document as flat arrays of small records in document order.
///
/// Names are numbers of the name table. A value that appears in the source exactly as delivered is
/// a range of the source; any other (references, line ends, entities, defaults) is a range of
/// `changed` or `defaults`.
struct Tape: Sendable {
  struct Element {
    var name: UInt32
    var offset: UInt32
    var firstAttribute: UInt32
  }

  struct Attribute {
    static let changedFlag: UInt32 = 1 << 31
    static let defaultedFlag: UInt32 = 1 << 30
    var nameAndFlags: UInt32
    /// Offset of the value in the source.
    var offset: UInt32
    /// Length of the value, or the index of its `Change`.
    var lengthOrChange: UInt32

    var name: UInt32 { nameAndFlags & (Self.defaultedFlag - 1) }
    var isChanged: Bool { nameAndFlags & Self.changedFlag != 0 }
    var isDefaulted: Bool { nameAndFlags & Self.defaultedFlag != 0 }
  }

  /// A value that differs from its source bytes.
  struct Change {
    /// Start in `changed`, or in `defaults` for a defaulted attribute.
    var start: UInt32
    var length: UInt32
    /// Offset of the attribute's name in the source.
    var nameOffset: UInt32
  }

  struct Run {
    static let changedFlag: UInt32 = 1 << 31
    var offset: UInt32
    var start: UInt32
    var lengthAndFlag: UInt32

    var length: Int { Int(lengthAndFlag & (Self.changedFlag - 1)) }
    var isChanged: Bool { lengthAndFlag & Self.changedFlag != 0 }
  }

  struct Instruction {
    var target: UInt32
    var data: Run
  }

  var names = NameTable()
  /// Kind in the two highest bits, index in the rest.
  var events: [UInt32] = []
  var elements: [Element] = []
  var attributes = Records<Attribute>()
  var changes: [Change] = []
  /// Numbers of the namespaces of elements and attributes whose start tag is complete; empty unless
  /// namespaces are resolved.
  var elementNamespaces: [UInt32] = []
  var attributeNamespaces: [UInt32] = []
  var texts: [Run] = []
  var instructions: [Instruction] = []
  var changed: [UInt8] = []
  /// Normalized default values, each once.
  var defaults: [UInt8] = []

  /// Numbers of records that an event reader has dropped from the front; indexes keep counting.
  var droppedElements = 0
  var droppedAttributes = 0
  var droppedTexts = 0
  var droppedInstructions = 0

  static let startElement: UInt32 = 0
  static let endElement: UInt32 = 1
  static let text: UInt32 = 2
  static let instruction: UInt32 = 3
  static let indexMask: UInt32 = 1 << 30 - 1

  /// Reserves space for a document of `count` bytes, so that a small one does not grow step by
  /// step. Assumes one element in every `bytesPerElement` bytes.
  mutating func reserve(forBytes count: Int) {
    let wanted = min(max(count / Self.bytesPerElement, 8), Self.maximumReserved)
    events.reserveCapacity(4 * wanted)
    elements.reserveCapacity(wanted)
    attributes.room.reserveCapacity(4 * wanted + Self.attributesAtATime)
    texts.reserveCapacity(2 * wanted)
    names.reserve(4 * wanted)
  }

  /// Number of attributes for which room is made before a run of them is read.
  static let attributesAtATime = 32
  private static let bytesPerElement = 128
  private static let maximumReserved = 1_024

  @inline(__always)
  mutating func appendEvent(_ kind: UInt32, _ index: Int) {
    events.append(kind << 30 | UInt32(truncatingIfNeeded: index))
  }

  static func event(_ word: UInt32) -> XMLDocument.Event {
    let index = Int(word & indexMask)
    return switch word >> 30 {
    case startElement: .startElement(index)
    case endElement: .endElement(index)
    case text: .text(index)
    default: .processingInstruction(index)
    }
  }
}
