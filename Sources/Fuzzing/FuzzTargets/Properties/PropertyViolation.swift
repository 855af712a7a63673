/// A property of a target that did not hold on an input: which, where, and the two values that should have agreed.
public struct PropertyViolation: Error, Equatable, Sendable {
  /// Short stable name of the property, such as `split-equals-whole`.
  public let property: String
  /// Where in the input or the result the property broke, in words without data of the input, such as `event 12`.
  public let place: String
  /// The value that the property asks for, and the one that was found.
  public let expected: String
  /// What the reader gave instead of `expected`, in words or digits; not escaped yet.
  public let found: String

  /// A breach in hand, to be thrown; the values are kept whole and only escaped and cut in `reportLine(target:)`.
  public init(property: String, place: String, expected: String, found: String) {
    self.property = property
    self.place = place
    self.expected = expected
    self.found = found
  }

  /// The one line that an entry point prints before it aborts, and that triage reads back.
  /// Control and non-ASCII bytes of the values are escaped and each value is cut at 200 bytes.
  public func reportLine(target: String) -> String {
    "==scenefuzz== PROPERTY VIOLATED target=\(target) property=\(property) place=\(Self.printable(place))"
      + " expected=\(Self.printable(expected)) found=\(Self.printable(found))"
  }

  static func printable(_ text: String) -> String {
    var out = "\""
    for byte in text.utf8.prefix(200) {
      switch byte {
      case 0x22, 0x5C:
        out += "\\"
        out.unicodeScalars.append(Unicode.Scalar(byte))
      case 0x20..<0x7F: out.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        out += "\\x" + (hex.utf8.count == 1 ? "0" : "") + hex
      }
    }
    return out + "\""
  }
}
