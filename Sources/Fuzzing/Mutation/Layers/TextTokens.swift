internal import StableNumbers

/// Tokens of a text of any format: runs of bytes between separators, numbers among them.
///
/// Nothing is known of the format but the bytes that usually separate its parts, so that the same
/// mutations apply to markup, JSON, side files, links, and the names and contents of members.
struct TextTokens {
  /// Longer inputs are looked at in a window, so that a mutation costs the same for each.
  static let window = 4_096
  /// Maximum number of tokens of a window.
  static let maximumCount = 512

  let bytes: [UInt8]
  /// In order, without overlap.
  private(set) var ranges: [Range<Int>] = []

  init(_ bytes: [UInt8], _ random: inout SplitMix64) {
    self.bytes = bytes
    let start = bytes.count > Self.window ? random.below(bytes.count - Self.window) : 0
    let end = min(bytes.count, start + Self.window)
    let separators = Self.separators
    var tokenStart: Int?
    for index in start..<end {
      if separators.contains(bytes[index]) {
        if let first = tokenStart { ranges.append(first..<index) }
        tokenStart = nil
        if ranges.count == Self.maximumCount { return }
      } else if tokenStart == nil {
        tokenStart = index
      }
    }
    if let first = tokenStart { ranges.append(first..<end) }
  }

  static let separators = ByteSet((0...0x20) + Array("\"'=:;,|<>(){}[]&?#/\\".utf8))

  /// A token, or nothing where there is none.
  func any(_ random: inout SplitMix64) -> Range<Int>? { random.pick(ranges) }

  /// A token that is a decimal number.
  func anyNumber(_ random: inout SplitMix64) -> Range<Int>? {
    random.pick(ranges.filter { Self.number(bytes[$0]) != nil })
  }

  static func number(_ text: ArraySlice<UInt8>) -> Int? {
    guard text.count <= 19, text.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(String(decoding: text, as: UTF8.self))
  }

  /// The token before `range`, which often is the name of its value.
  func name(before range: Range<Int>) -> ArraySlice<UInt8>? {
    guard let index = ranges.firstIndex(where: { $0.lowerBound == range.lowerBound }), index > 0
    else { return nil }
    return bytes[ranges[index - 1]]
  }

  /// A number of the run of lines, or of pieces between `separator`, around a place.
  func piece(around place: Int, between separator: UInt8) -> Range<Int> {
    let start = bytes[..<place].lastIndex(of: separator).map { $0 + 1 } ?? 0
    let end = bytes[place...].firstIndex(of: separator).map { $0 + 1 } ?? bytes.count
    return start..<end
  }
}
