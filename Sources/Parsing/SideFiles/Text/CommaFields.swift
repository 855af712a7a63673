/// Fields of one line of comma-separated text.
///
/// A quote opens a quoted field only at its start; two quotes inside are one quote; text after the
/// closing quote belongs to the field.
struct CommaFields {
  private(set) var fields: [[UInt8]] = []
  /// Whether a quoted field is open at the end of the line.
  private(set) var isUnclosed = false

  init(_ line: ArraySlice<UInt8>, separator: UInt8 = UInt8(ascii: ","), limit: Int = 64) {
    var field: [UInt8] = []
    var isQuoted = false
    var isStart = true
    var index = line.startIndex
    while index < line.endIndex {
      let byte = line[index]
      index += 1
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          field.append(byte)
        } else if index < line.endIndex, line[index] == UInt8(ascii: "\"") {
          field.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
      } else if byte == separator {
        fields.append(field)
        field = []
        isStart = true
        // Further fields are not used.
        if fields.count == limit { return }
        continue
      } else if byte == UInt8(ascii: "\""), isStart {
        isQuoted = true
      } else {
        field.append(byte)
      }
      isStart = false
    }
    fields.append(field)
    isUnclosed = isQuoted
  }

  /// Writes `text` as one field: quoted when it holds a separator or a quote, or would make its
  /// line a comment.
  static func write(_ text: [UInt8], separator: UInt8 = UInt8(ascii: ",")) -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    guard text.contains(separator) || text.contains(quote) || text.first == UInt8(ascii: "#") else {
      return text
    }
    return [quote] + text.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
  }
}
