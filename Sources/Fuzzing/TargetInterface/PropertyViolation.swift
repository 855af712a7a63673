/// A property of a target that did not hold on an input: its name, the place, and the two values
/// that differ.
public struct PropertyViolation: Error, Equatable, Sendable {
  /// Short stable name of the property, such as `split-equals-whole`.
  public let property: String
  /// Place in the input or the result, in words without data of the input, such as `event 12`.
  public let place: String
  /// The value that the property requires, in words or digits; not escaped.
  public let expected: String
  /// The value of the reader instead of `expected`, in words or digits; not escaped.
  public let found: String

  /// Creates a violation to be thrown. The values are kept whole; `reportLine(target:)` escapes and
  /// cuts them.
  public init(property: String, place: String, expected: String, found: String) {
    self.property = property
    self.place = place
    self.expected = expected
    self.found = found
  }

  /// The line that an entry point prints before it aborts, and that triage parses.
  ///
  /// Control and non-ASCII bytes of the values are escaped, and each value is cut at 200 bytes.
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
