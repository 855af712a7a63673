/// Cost of reading a document, in counters that are the same on every machine.
///
/// Each is linear in the length of the input: a property of the fuzz target `xml`, which states the
/// factors.
public struct XMLSpending: Equatable, Sendable {
  /// Bytes of UTF-8 passed to the processor; those of an incomplete item count each time.
  public var bytesExamined = 0
  /// Bytes of replacement text and defaulted attributes, bounded by `XMLLimits.expansion`.
  public var bytesExpanded = 0
  /// Bytes of records, names and changed values kept; for an event reader, those not yet delivered.
  public var bytesStored = 0
}

extension PieceReader {
  var spending: XMLSpending {
    XMLSpending(
      bytesExamined: examined, bytesExpanded: processor.expanded,
      bytesStored: processor.tape.storedBytes)
  }
}

extension Tape {
  fileprivate var storedBytes: Int {
    events.count * MemoryLayout<UInt32>.stride
      + elements.count * MemoryLayout<Element>.stride
      + attributes.count * MemoryLayout<Attribute>.stride
      + changes.count * MemoryLayout<Change>.stride
      + texts.count * MemoryLayout<Run>.stride
      + instructions.count * MemoryLayout<Instruction>.stride
      + (elementNamespaces.count + attributeNamespaces.count) * MemoryLayout<UInt32>.stride
      + changed.count + defaults.count + names.storedBytes
  }
}

extension NameTable {
  fileprivate var storedBytes: Int { entries.count * MemoryLayout<Entry>.stride + bytes.count }
}
