/// A form in which an operand of a comparison may stand in an input.
enum OperandForm: CaseIterable {
  // Of texts.
  case raw, percent, reference, hexadecimalReference, utf16Little, utf16Big
  // Of numbers.
  case decimal, signedDecimal, hexadecimal, upperHexadecimal
  case little8, big8, little4, big4, little2, big2

  /// Forms of texts, the likeliest first.
  static let ofTexts: [OperandForm] = [
    .raw, .percent, .reference, .hexadecimalReference, .utf16Little, .utf16Big,
  ]

  /// Forms of numbers, the likeliest first.
  static let ofNumbers: [OperandForm] = [
    .decimal, .signedDecimal, .hexadecimal, .upperHexadecimal, .little4, .little2, .little8, .big4,
    .big2, .big8,
  ]

  /// Whether the form is a run of digits, which is replaced as a whole only.
  var isDigits: Bool {
    switch self {
    case .decimal, .signedDecimal, .hexadecimal, .upperHexadecimal: true
    default: false
    }
  }

  /// The bytes of `text` in this form.
  func bytes(of text: [UInt8]) -> [UInt8] {
    switch self {
    case .percent: text.flatMap { EncodingLayer.percent($0, isUpper: true) }
    case .reference: text.flatMap { Array("&#\($0);".utf8) }
    case .hexadecimalReference:
      text.flatMap { Array("&#x\(String($0, radix: 16, uppercase: true));".utf8) }
    case .utf16Little: text.flatMap { [$0, 0] }
    case .utf16Big: text.flatMap { [0, $0] }
    default: text
    }
  }

  /// The bytes of a number of `size` bytes in this form; nil when it does not fit.
  func bytes(of number: UInt64, size: Int) -> [UInt8]? {
    switch self {
    case .decimal: return Array("\(number)".utf8)
    case .signedDecimal:
      let shift = UInt64(64 - size * 8)
      let value = Int64(bitPattern: number << shift) >> Int64(shift)
      return value < 0 ? Array("\(value)".utf8) : nil
    case .hexadecimal: return Array(String(number, radix: 16).utf8)
    case .upperHexadecimal: return Array(String(number, radix: 16, uppercase: true).utf8)
    case .little8: return Self.word(number, 8)
    case .little4: return Self.word(number, 4)
    case .little2: return Self.word(number, 2)
    case .big8: return Self.word(number, 8)?.reversed()
    case .big4: return Self.word(number, 4)?.reversed()
    case .big2: return Self.word(number, 2)?.reversed()
    default: return nil
    }
  }

  private static func word(_ number: UInt64, _ size: Int) -> [UInt8]? {
    guard size == 8 || number >> UInt64(size * 8) == 0 else { return nil }
    return (0..<size).map { UInt8(truncatingIfNeeded: number >> UInt64($0 * 8)) }
  }
}
