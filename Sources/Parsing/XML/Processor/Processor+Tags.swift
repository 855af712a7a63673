import ByteReading

/// STag ::= '<' Name (S Attribute)* S? '>' ; EmptyElemTag ends with '/>' ; ETag ::= '</' Name S?
/// '>'
extension Processor {
  mutating func readStartTag(_ s: Span<UInt8>, _ i: inout Int) throws(ParseSuspension) {
    var j = i &+ 1
    let name = try readName(s, &j)
    try flushText(i)
    try countEvent(i)
    if open.count >= limits.depth { throw refusal(.depthLimit, i) }
    tagName = name
    lastName = name
    tagSerial &+= 1
    tape.elements.append(
      Tape.Element(
        name: name, offset: UInt32(truncatingIfNeeded: offset(i)),
        firstAttribute: UInt32(
          truncatingIfNeeded: tape.droppedAttributes &+ tape.attributes.count)))
    state = .tag
    i = j
    try readAttributes(s, &i)
  }

  /// Continues after the name or an attribute; each complete attribute moves the cursor.
  mutating func readAttributes(_ s: Span<UInt8>, _ i: inout Int) throws(ParseSuspension) {
    while true {
      readPlainAttributes(s, &i)
      var j = i
      let hadSpace = skipSpace(s, &j)
      switch s[j] {
      case 0x3E:
        try finishStartTag(s, j)
        i = j &+ 1
        open.append(OpenElement(name: tagName, element: lastElement))
        state = .content
        return
      case 0x2F:
        guard s[j &+ 1] == 0x3E else { throw unexpected(s, j &+ 1, .malformedStartTag) }
        try finishStartTag(s, j)
        try countEvent(j)
        i = j &+ 2
        tape.appendEvent(Tape.endElement, Int(lastElement))
        if rules.namespaces { scopes.close(depth: open.count) }
        state = open.isEmpty ? .epilog : .content
        return
      default:
        guard hadSpace else {
          let isQuote = s[j] == 0x22 || s[j] == 0x27
          throw unexpected(s, j, isQuote ? .malformedStartTag : .missingWhitespace)
        }
        try readAttribute(s, &j)
        i = j
      }
    }
  }

  var lastElement: UInt32 {
    UInt32(truncatingIfNeeded: tape.droppedElements &+ tape.elements.count &- 1)
  }

  private mutating func finishStartTag(_ s: Span<UInt8>, _ index: Int) throws(ParseSuspension) {
    if doctype.hasAttributeLists { try applyAttributeList(s, index) }
    if rules.namespaces { try resolveNamespaces(s) }
    tape.appendEvent(Tape.startElement, Int(lastElement))
  }

  mutating func readEndTag(_ s: Span<UInt8>, _ i: inout Int) throws(ParseSuspension) {
    guard open.count > floor else { throw refusal(.entityNotNested, i) }
    let element = open[open.count &- 1]
    let start = i &+ 2
    let length = Int(tape.names.entries[Int(element.name)].length)
    guard tape.names.matches(element.name, s, start, length) else { throw endTagFault(s, start) }
    var j = start &+ length
    if s[j] != 0x3E {
      if !skipSpace(s, &j) { throw endTagFault(s, start) }
      if s[j] != 0x3E { throw unexpected(s, j, .malformedEndTag) }
    }
    try flushText(i)
    try countEvent(i)
    open.removeLast()
    if rules.namespaces { scopes.close(depth: open.count) }
    tape.appendEvent(Tape.endElement, Int(element.element))
    i = j &+ 1
  }

  /// Returns the error for an end tag whose name at `start` is not that of the open element:
  /// another name, or none.
  @inline(never)
  private func endTagFault(_ s: Span<UInt8>, _ start: Int) -> ParseSuspension {
    do {
      let end = try endOfName(s, start)
      if end == start { return unexpected(s, start, .malformedName) }
      let element = open[open.count - 1]
      let isSame = tape.names.matches(element.name, s, start, end - start)
      return isSame
        ? unexpected(s, end, .malformedEndTag) : refusal(.mismatchedEndTag, start)
    } catch {
      return error
    }
  }
}
