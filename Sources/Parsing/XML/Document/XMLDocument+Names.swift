/// Distinct names of elements, attributes and targets, each with a number: a caller can compute
/// what a name means once and look it up by number.
extension XMLDocument {
  /// Number of distinct names. They are numbered from 0, in the order of first use.
  public var nameCount: Int { contents.tape.names.count }
  /// Returns the name with the number `n`, in UTF-8, as written with its prefix. Constant time.
  public func nameBytes(_ n: Int) -> ArraySlice<UInt8> { contents.tape.names.bytes(of: UInt32(n)) }
  /// Returns the number of the name of element `e`: equal names have equal numbers.
  public func elementNameIndex(_ e: Int) -> Int {
    Int(contents.tape.elements[e - contents.tape.droppedElements].name)
  }
  /// Returns the number of the name of attribute `a`, in the same numbering as elements.
  public func attributeNameIndex(_ a: Int) -> Int { Int(contents.tape.attribute(a).name) }
}
