/// Writes JSON texts, one line for each member of an object, four blanks for each level.
///
/// The caller keeps the order: a name before each value of an object, an end for each begin.
public struct JSONWriter: Sendable {
  /// What was written so far; a whole text once every container is ended.
  public private(set) var bytes: [UInt8] = []
  /// One entry for each open container: whether it is an object, and whether something stands in it.
  private var open: [(isObject: Bool, isFilled: Bool)] = []
  private var follows = false

  /// An empty text.
  public init() {}

  /// Opens an object (`{`); names and values by turns must follow, then `endObject()`.
  public mutating func beginObject() { begin(UInt8(ascii: "{"), isObject: true) }
  /// Opens an array (`[`); values must follow, then `endArray()`.
  public mutating func beginArray() { begin(UInt8(ascii: "["), isObject: false) }
  /// Closes the innermost container with `}`. It must be an object, which is not checked.
  public mutating func endObject() { end(UInt8(ascii: "}")) }
  /// Closes the innermost container with `]`. It must be an array, which is not checked.
  public mutating func endArray() { end(UInt8(ascii: "]")) }

  /// The name of the next member, quoted and escaped. Its value must follow. Duplicates are not looked for.
  public mutating func key(_ name: String) {
    separate()
    quote(Array(name.utf8))
    bytes += ": ".utf8
    follows = true
  }

  /// A string; bytes that are no UTF-8 are written as they are.
  public mutating func string(_ text: some Collection<UInt8>) {
    separate()
    quote(Array(text))
  }

  /// `true` or `false`.
  public mutating func bool(_ flag: Bool) { word(flag ? "true" : "false") }
  /// A whole number in decimal digits, exact; many readers keep only 53 bits of it.
  public mutating func integer(_ value: Int) { word("\(value)") }

  /// The shortest text that the nearest double reads back; `NaN` and `Infinity` where JSON has none.
  public mutating func real(_ value: Double) {
    if value.isFinite {
      word("\(value)")
    } else {
      word(value.isNaN ? "NaN" : value < 0 ? "-Infinity" : "Infinity")
    }
  }

  /// An array of numbers on one line.
  public mutating func reals(_ values: [Double]) {
    separate()
    bytes.append(UInt8(ascii: "["))
    for (index, value) in values.enumerated() {
      if index > 0 { bytes += ", ".utf8 }
      follows = true
      real(value)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func word(_ text: String) {
    separate()
    bytes += text.utf8
  }

  private mutating func begin(_ bracket: UInt8, isObject: Bool) {
    separate()
    bytes.append(bracket)
    open.append((isObject, false))
  }

  private mutating func end(_ bracket: UInt8) {
    let isFilled = open.popLast()?.isFilled ?? false
    if isFilled { startLine() }
    bytes.append(bracket)
  }

  /// What stands before a name or a value: nothing behind a name, else a comma and a new line.
  private mutating func separate() {
    defer { follows = false }
    guard !follows, let last = open.last else { return }
    if last.isFilled { bytes.append(UInt8(ascii: ",")) }
    open[open.count - 1].isFilled = true
    startLine()
  }

  private mutating func startLine() {
    bytes.append(0x0A)
    bytes += repeatElement(0x20, count: 4 * open.count)
  }

  private mutating func quote(_ text: [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x0A: bytes += "\\n".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0x09: bytes += "\\t".utf8
      case 0..<0x20:
        let hex = String(byte, radix: 16)
        bytes += ("\\u" + String(repeating: "0", count: 4 - hex.count) + hex).utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
