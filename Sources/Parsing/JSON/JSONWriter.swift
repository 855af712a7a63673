/// JSON writer: one line for each member of an object, four spaces for each level.
///
/// The caller keeps the order: a name before each value of an object, and an end for each begin.
public struct JSONWriter: Sendable {
  /// Bytes written so far; a complete text once every container is closed.
  public private(set) var bytes: [UInt8] = []
  /// One entry for each open container: whether it is an object, and whether it has content.
  private var open: [(isObject: Bool, isFilled: Bool)] = []
  private var follows = false

  /// An empty text.
  public init() {}

  /// Opens an object (`{`). Alternating names and values must follow, then `endObject()`.
  public mutating func beginObject() { begin(UInt8(ascii: "{"), isObject: true) }
  /// Opens an array (`[`); values must follow, then `endArray()`.
  public mutating func beginArray() { begin(UInt8(ascii: "["), isObject: false) }
  /// Closes the innermost container with `}`. The caller ensures that it is an object.
  public mutating func endObject() { end(UInt8(ascii: "}")) }
  /// Closes the innermost container with `]`. The caller ensures that it is an array.
  public mutating func endArray() { end(UInt8(ascii: "]")) }

  /// Writes the name of the next member, quoted and escaped. Its value must follow. Duplicates are
  /// not detected.
  public mutating func key(_ name: String) {
    separate()
    quote(Array(name.utf8))
    bytes += ": ".utf8
    follows = true
  }

  /// Writes a string; bytes that are not UTF-8 are written as they are.
  public mutating func string(_ text: some Collection<UInt8>) {
    separate()
    quote(Array(text))
  }

  /// Writes `true` or `false`.
  public mutating func bool(_ flag: Bool) { word(flag ? "true" : "false") }
  /// Writes a whole number in decimal digits, exactly. Many readers keep only 53 bits of it.
  public mutating func integer(_ value: Int) { word("\(value)") }

  /// Writes the shortest text that reads back as the same double; `NaN` and `Infinity`, which JSON
  /// lacks, for the others.
  public mutating func real(_ value: Double) {
    if value.isFinite {
      word("\(value)")
    } else {
      word(value.isNaN ? "NaN" : value < 0 ? "-Infinity" : "Infinity")
    }
  }

  /// Writes an array of numbers on one line.
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

  /// Writes the separator before a name or value: nothing after a name, otherwise a comma and a
  /// line break.
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
