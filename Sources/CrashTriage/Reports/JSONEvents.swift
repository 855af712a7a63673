/// What a JSON text consists of, in order.
enum JSONEvent: Equatable {
  case beginObject, endObject, beginArray, endArray
  case key(String)
  case string(String)
  /// A number, `true`, `false` or `null`, as written.
  case word(String)
}

/// Reads JSON (RFC 8259) as events, with the nesting on an explicit stack; stops at the first mistake.
///
/// Lenient where it does no harm: commas are skipped wherever they stand. A text that ends early gives the events
/// up to there, since a crash report may have been cut off.
struct JSONEvents: IteratorProtocol {
  private var rest: ArraySlice<UInt8>
  /// One entry per open container: whether it is an object.
  private var open: [Bool] = []
  private var expectsKey = false
  private let maximumDepth: Int

  init(_ bytes: ArraySlice<UInt8>, maximumDepth: Int = 64) {
    rest = bytes
    self.maximumDepth = maximumDepth
  }

  mutating func next() -> JSONEvent? {
    rest = rest.drop { ASCII.isSpace($0) || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ":") }
    guard let byte = rest.first else { return nil }
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard open.count < maximumDepth else { return nil }
      rest.removeFirst()
      let isObject = byte == UInt8(ascii: "{")
      open.append(isObject)
      expectsKey = isObject
      return isObject ? .beginObject : .beginArray
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      guard let isObject = open.popLast(), isObject == (byte == UInt8(ascii: "}")) else {
        return nil
      }
      rest.removeFirst()
      expectsKey = open.last ?? false
      return isObject ? .endObject : .endArray
    case UInt8(ascii: "\""):
      guard let text = string() else { return nil }
      return finish(.key(text), .string(text))
    default:
      let word = rest.prefix { byte in
        ASCII.isDigit(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "E")
          || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      }
      guard !word.isEmpty else { return nil }
      rest = rest.dropFirst(word.count)
      return finish(nil, .word(word.text))
    }
  }

  /// In an object keys and values take turns.
  private mutating func finish(_ key: JSONEvent?, _ value: JSONEvent) -> JSONEvent? {
    guard open.last == true else { return value }
    defer { expectsKey.toggle() }
    return expectsKey ? key : value
  }

  private mutating func string() -> String? {
    var out: [UInt8] = []
    var index = rest.startIndex + 1
    while index < rest.endIndex {
      let byte = rest[index]
      if byte == UInt8(ascii: "\"") {
        rest = rest[(index + 1)...]
        return String(decoding: out, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\"), index + 1 < rest.endIndex {
        index += escape(at: index + 1, into: &out)
      } else {
        out.append(byte)
      }
      index += 1
    }
    return nil
  }

  /// Appends what the escape after a backslash stands for; returns the bytes it takes.
  private func escape(at index: Int, into out: inout [UInt8]) -> Int {
    switch rest[index] {
    case UInt8(ascii: "n"): out.append(0x0A)
    case UInt8(ascii: "t"): out.append(0x09)
    case UInt8(ascii: "r"): out.append(0x0D)
    case UInt8(ascii: "u"):
      let digits = rest[(index + 1)...].prefix(4)
      guard digits.count == 4, digits.allSatisfy(ASCII.isHexDigit),
        let value = UInt32(digits.text, radix: 16)
      else { break }
      // A surrogate stands alone here: the replacement character is what a report needs.
      let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
      out.append(contentsOf: Array(String(Character(scalar)).utf8))
      return 5
    default: out.append(rest[index])
    }
    return 1
  }
}
