/// The two sides of a comparison that a run made, which differed.
package enum ComparedOperands: Hashable, Sendable {
  /// Integers of `size` bytes (2, 4 or 8).
  case numbers(UInt64, UInt64, size: Int)
  /// Texts, or the first 32 bytes of each.
  case texts([UInt8], [UInt8])

  /// Whether the operands are texts.
  package var areTexts: Bool { if case .texts = self { true } else { false } }

  /// The same in other views: small strings of Swift are compared as words that hold their bytes.
  var views: [ComparedOperands] {
    guard case .numbers(let first, let second, let size) = self, size == 8 else { return [self] }
    guard let one = Self.text(first), let two = Self.text(second) else { return [self] }
    return [self, .texts(one, two)]
  }

  /// Printable bytes of a word of a small string, the first of them lowest; nil for other words.
  private static func text(_ word: UInt64) -> [UInt8]? {
    var bytes = (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
    // The last byte of a small string holds its length.
    if bytes[7] & 0xE0 == 0xE0 { bytes[7] = 0 }
    let text = bytes.prefix { $0 != 0 }
    guard text.count >= 2, bytes[text.count...].allSatisfy({ $0 == 0 }) else { return nil }
    return text.allSatisfy { $0 >= 0x20 && $0 < 0x7F } ? Array(text) : nil
  }
}
