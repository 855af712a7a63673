import ByteReading

/// Access to the content of records. Numbers count through the whole document; the window must
/// contain the source bytes that the records point to.
extension Tape {
  func elementName(_ e: Int) -> ArraySlice<UInt8> {
    names.bytes(of: elements[e - droppedElements].name)
  }

  @inline(__always)
  func elementOffset(_ e: Int, _ window: Window) -> Int {
    window.givenOffset(Int(elements[e - droppedElements].offset))
  }

  func elementPosition(_ e: Int, _ window: Window) -> SourcePosition {
    window.position(Int(elements[e - droppedElements].offset))
  }

  func attributeRange(of e: Int) -> Range<Int> {
    let index = e - droppedElements
    let first = Int(elements[index].firstAttribute)
    let end =
      index + 1 < elements.count
      ? Int(elements[index + 1].firstAttribute)
      : droppedAttributes + attributes.count
    return first..<end
  }

  func attribute(_ a: Int) -> Attribute { attributes[a - droppedAttributes] }

  func attributeName(_ a: Int) -> ArraySlice<UInt8> { names.bytes(of: attribute(a).name) }

  @inline(__always)
  func attributeValue(_ a: Int, _ window: Window) -> ArraySlice<UInt8> {
    let attribute = attribute(a)
    if !attribute.isChanged {
      return window.bytes(Int(attribute.offset), Int(attribute.lengthOrChange))
    }
    let change = changes[Int(attribute.lengthOrChange)]
    let range = Int(change.start)..<Int(change.start) + Int(change.length)
    return attribute.isDefaulted ? defaults[range] : changed[range]
  }

  @inline(__always)
  private func utf8AttributeOffset(_ a: Int, _ window: Window) -> Int {
    let attribute = attribute(a)
    if attribute.isChanged { return Int(changes[Int(attribute.lengthOrChange)].nameOffset) }
    let nameLength = names.length(of: attribute.name)
    return Self.nameOffset(
      window.storage.span, valueOffset: Int(attribute.offset) - window.base,
      nameLength: nameLength) + window.base
  }

  @inline(__always)
  func attributeOffset(_ a: Int, _ window: Window) -> Int {
    window.givenOffset(utf8AttributeOffset(a, window))
  }

  func attributePosition(_ a: Int, _ window: Window) -> SourcePosition {
    window.position(utf8AttributeOffset(a, window))
  }

  /// Number of the namespace of an element; nil if namespaces are not resolved.
  func elementNamespace(_ e: Int) -> UInt32? {
    let index = e - droppedElements
    return elementNamespaces.indices.contains(index) ? elementNamespaces[index] : nil
  }

  func attributeNamespace(_ a: Int) -> UInt32? {
    let index = a - droppedAttributes
    return attributeNamespaces.indices.contains(index) ? attributeNamespaces[index] : nil
  }

  func text(_ t: Int, _ window: Window) -> ArraySlice<UInt8> {
    bytes(texts[t - droppedTexts], window)
  }

  func instructionTarget(_ p: Int) -> ArraySlice<UInt8> {
    names.bytes(of: instructions[p - droppedInstructions].target)
  }

  func instructionData(_ p: Int, _ window: Window) -> ArraySlice<UInt8> {
    bytes(instructions[p - droppedInstructions].data, window)
  }

  private func bytes(_ run: Run, _ window: Window) -> ArraySlice<UInt8> {
    let start = Int(run.start)
    return run.isChanged
      ? changed[start..<start + run.length] : window.bytes(start, run.length)
  }
}
