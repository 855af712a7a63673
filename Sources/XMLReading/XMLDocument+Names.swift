/// The distinct names of elements, attributes and targets, each with a number: what a name means can be worked out
/// once and looked up by number for every occurrence.
extension XMLDocument {
  public var nameCount: Int { tape.names.count }
  public func nameBytes(_ n: Int) -> ArraySlice<UInt8> { tape.names.bytes(of: UInt32(n)) }
  public func elementNameIndex(_ e: Int) -> Int {
    Int(tape.elements[e - tape.droppedElements].name)
  }
  public func attributeNameIndex(_ a: Int) -> Int { Int(tape.attribute(a).name) }
}
