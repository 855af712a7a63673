internal import ByteReading

extension NRRDReading {
  /// Parses an integer at the start of `text`, whatever follows it.
  static func leadingNumber(_ text: ArraySlice<UInt8>) -> Int64? {
    var rest = text.drop(while: \.isASCIISpace)
    var negative = false
    if let sign = rest.first, "+-".utf8.contains(sign) {
      negative = sign == UInt8(ascii: "-")
      rest.removeFirst()
    }
    let digits = rest.prefix(while: \.isASCIIDigit)
    guard !digits.isEmpty, let value = Int64(String(decoding: digits, as: UTF8.self)) else {
      return nil
    }
    return negative ? -value : value
  }

  static func words(_ text: [UInt8]) -> [[UInt8]] {
    text.split { $0 == 0x20 || $0 == 0x09 }.map(Array.init)
  }

  /// Whether `text` consists of `count` numbers that pass.
  static func numbers(
    _ text: [UInt8], _ count: Int, _ passes: (Double) -> Bool
  ) -> Bool {
    let words = words(text)
    return words.count == count
      && words.allSatisfy { word in number(word[...]).map(passes) ?? false }
  }

  /// Parses a number at the start of a word.
  private static func number(_ word: ArraySlice<UInt8>) -> Double? {
    let trimmed = word.trimmed
    guard let first = trimmed.first else { return nil }
    let body = "+-".utf8.contains(first) ? trimmed.dropFirst() : trimmed
    guard let next = body.first else { return nil }
    let name = String(decoding: body.prefix(3), as: UTF8.self).lowercased()
    let isNumber =
      next.isASCIIDigit
      || next == UInt8(ascii: ".") && body.dropFirst().first.map(\.isASCIIDigit) == true
    guard isNumber || name == "nan" || name == "inf" else { return nil }
    return PartialNumber.cDouble(trimmed)
  }

  /// Number of quoted strings that make up `text`, in which `\"` is a quote; nil for any other
  /// text.
  static func quoted(_ text: [UInt8]) -> Int? {
    var count = 0
    var index = 0
    while true {
      while index < text.count, text[index].isASCIISpace { index += 1 }
      guard index < text.count else { return count }
      guard text[index] == UInt8(ascii: "\"") else { return nil }
      index += 1
      while index < text.count, text[index] != UInt8(ascii: "\"") {
        index += text[index] == UInt8(ascii: "\\") && index + 1 < text.count ? 2 : 1
      }
      guard index < text.count else { return nil }
      index += 1
      count += 1
    }
  }

  /// Whether `text` begins with `count` vectors of `dimension` finite numbers, `(1,0,0)`, or
  /// `none`; with `isWhole`, nothing may follow.
  static func vectors(
    _ text: [UInt8], _ count: Int, _ dimension: Int?, isWhole: Bool = false
  ) -> Bool {
    guard let dimension, dimension > 0 else { return false }
    var rest = text[...]
    for _ in 0..<count {
      rest = rest.drop(while: \.isASCIISpace)
      if rest.starts(with: "none".utf8) {
        rest = rest.dropFirst(4)
        continue
      }
      guard rest.first == UInt8(ascii: "("), let end = rest.firstIndex(of: UInt8(ascii: ")")) else {
        return false
      }
      let parts = rest[(rest.startIndex + 1)..<end].split(
        separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      guard parts.count == dimension,
        parts.allSatisfy({ number($0)?.isFinite == true })
      else { return false }
      rest = rest[(end + 1)...]
    }
    return !isWhole || rest.allSatisfy(\.isASCIISpace)
  }
}
