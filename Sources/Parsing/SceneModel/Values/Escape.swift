internal import ByteReading

/// Escape scheme of scene files: a fixed list of characters written as `%` and two hexadecimal
/// digits.
///
/// Not RFC 3986: an escape outside the list, or with lower-case digits, stands for itself. No
/// escape can begin inside another one, so one pass equals the replacement of one escape after the
/// other.
public struct Escape: Sendable {
  private let characters: [UInt8]

  init(_ characters: String) { self.characters = Array(characters.utf8) }

  /// Values of custom attributes.
  public static let customAttribute = Escape(";%")
  /// File names, addresses and a few texts.
  public static let url = Escape("\"<>' %")
  /// Names and values of the properties of a reference; `%` itself is not escaped there.
  public static let referenceProperty = Escape(":;{},= ")
  /// Names of the parameters of scripted modules.
  public static let parameterName = Escape(" %")
  /// Items of a string list.
  public static let listItem = Escape(";%")

  /// Decodes the escapes of the list in `text`. Linear.
  public func decode(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.contains(UInt8(ascii: "%")) else { return Array(text) }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      if let character = escaped(in: text, at: index) {
        decoded.append(character)
        index += 3
      } else {
        decoded.append(text[index])
        index += 1
      }
    }
    return decoded
  }

  /// Escapes the characters of the list in `text`; `decode` reverses it if `%` is in the list.
  public func encode(_ text: some Sequence<UInt8>) -> [UInt8] {
    var encoded: [UInt8] = []
    for byte in text {
      if characters.contains(byte) {
        encoded += [UInt8(ascii: "%"), (byte >> 4).lowHexDigit, byte.lowHexDigit]
      } else {
        encoded.append(byte)
      }
    }
    return encoded
  }

  private func escaped(in text: ArraySlice<UInt8>, at index: Int) -> UInt8? {
    guard text[index] == UInt8(ascii: "%"), text.endIndex - index > 2 else { return nil }
    return characters.first {
      text[index + 1] == ($0 >> 4).lowHexDigit && text[index + 2] == $0.lowHexDigit
    }
  }
}
