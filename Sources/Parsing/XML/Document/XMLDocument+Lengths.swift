extension XMLDocument {
  /// Number of bytes of all element names, attribute names and values, texts, and data of
  /// processing instructions, each name as often as it occurs. Linear, without a slice for each.
  package var deliveredByteCount: Int { contents.tape.deliveredByteCount }
}

extension Tape {
  var deliveredByteCount: Int {
    var count = 0
    for index in 0..<elements.count { count += names.length(of: elements[index].name) }
    for index in 0..<attributes.count {
      let attribute = attributes[index]
      count += names.length(of: attribute.name)
      count += Int(
        attribute.isChanged
          ? changes[Int(attribute.lengthOrChange)].length : attribute.lengthOrChange)
    }
    for index in 0..<texts.count { count += texts[index].length }
    for index in 0..<instructions.count { count += instructions[index].data.length }
    return count
  }
}
