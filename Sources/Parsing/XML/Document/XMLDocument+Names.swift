/// The distinct names of elements, attributes and targets, each with a number: what a name means can be worked out
/// once and looked up by number for every occurrence.
extension XMLDocument {
  /// How many distinct names the document has. Numbers run from 0, in the order of first use.
  public var nameCount: Int { tape.names.count }
  /// The name with the number `n`, in UTF-8, as written with its prefix. Constant time.
  public func nameBytes(_ n: Int) -> ArraySlice<UInt8> { tape.names.bytes(of: UInt32(n)) }
  /// The number of the name of element `e`: equal names have equal numbers.
  public func elementNameIndex(_ e: Int) -> Int {
    Int(tape.elements[e - tape.droppedElements].name)
  }
  /// The number of the name of attribute `a`, from the same numbers as those of elements.
  public func attributeNameIndex(_ a: Int) -> Int { Int(tape.attribute(a).name) }
}
