import ByteReading

/// Attribute-value normalization: section 3.3.3.
extension Processor {
  /// Reads a value from after its opening quote to after the closing one, normalized as CDATA.
  ///
  /// References are expanded; each white-space character becomes a space, a CRLF of the document
  /// one space. The result is the scratch buffer; the caller returns it.
  mutating func readNormalizedValue(
    _ s: Span<UInt8>, _ i: inout Int, _ quote: UInt8
  ) throws(ParseSuspension) -> [UInt8] {
    var out = scratch
    scratch = []
    out.removeAll(keepingCapacity: true)
    var j = i
    while true {
      let byte = s[j]
      if byte == quote { break }
      switch byte {
      case 0x26: try appendReference(s, &j, to: &out)
      case 0x0D:
        out.append(0x20)
        j += !isInEntity && s[j + 1] == 0x0A ? 2 : 1
      case 0x09, 0x0A:
        out.append(0x20)
        j += 1
      case 0x3C: throw refusal(.lessThanInAttributeValue, j)
      default:
        let length = try lengthOfAnyCharacter(s, j)
        for k in j..<(j + length) { out.append(s[k]) }
        j += length
      }
      if out.count > limits.valueLength { throw refusal(.valueLengthLimit, i) }
    }
    i = j + 1
    return out
  }

  private mutating func appendReference(
    _ s: Span<UInt8>, _ i: inout Int, to out: inout [UInt8]
  ) throws(ParseSuspension) {
    let start = i
    switch try readReference(s, &i) {
    case .character(let scalar): out.appendUTF8(scalar)
    case .entity(let entity): try appendEntity(entity, start, to: &out)
    // WFC: No External Entity References
    case .external: throw refusal(.externalEntityInAttribute, start)
    case .skipped: note(.undeclaredEntitySkipped, at: offset(start))
    }
  }

  /// Expands an entity inside a value, with nested entities on an explicit stack. Its characters
  /// were checked when it was declared, and quotes in it are data.
  private mutating func appendEntity(
    _ entity: Int, _ index: Int, to out: inout [UInt8]
  ) throws(ParseSuspension) {
    let text = doctype.text
    let saved = (origin, limit, isFinal)
    isCountedBefore = !isInEntity && offset(index) <= lastCharged
    if !isInEntity { lastCharged = max(lastCharged, offset(index)) }
    origin = offset(index)
    isFinal = true
    var frames: [EntityFrame] = []
    try push(entity, onto: &frames)
    while var frame = frames.last {
      limit = frame.end
      guard frame.next < frame.end else {
        doctype.entities[frame.entity].isOpen = false
        frames.removeLast()
        continue
      }
      let byte = text[frame.next]
      switch byte {
      case 0x26:
        let reference = try readReference(text.span, &frame.next)
        frames[frames.count - 1].next = frame.next
        switch reference {
        case .character(let scalar): out.appendUTF8(scalar)
        case .entity(let nested): try push(nested, onto: &frames)
        case .external: throw refusal(.externalEntityInAttribute, index)
        case .skipped: note(.undeclaredEntitySkipped, at: origin)
        }
        if out.count > limits.valueLength { throw refusal(.valueLengthLimit, index) }
        continue
      // WFC: No < in Attribute Values, for the replacement text too.
      case 0x3C: throw refusal(.lessThanInAttributeValue, index)
      case 0x09, 0x0A, 0x0D: out.append(0x20)
      default: out.append(byte)
      }
      frames[frames.count - 1].next += 1
    }
    (origin, limit, isFinal) = saved
    isCountedBefore = false
  }

  /// Type-dependent normalization: no spaces at the ends, one between tokens.
  static func collapsingSpaces(_ value: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    for byte in value {
      if byte != 0x20 {
        out.append(byte)
      } else if let last = out.last, last != 0x20 {
        out.append(byte)
      }
    }
    if out.last == 0x20 { out.removeLast() }
    return out
  }
}
