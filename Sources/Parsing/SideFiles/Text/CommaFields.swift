/// The fields of one line of comma-separated text.
///
/// A quote opens a quoted field only where the field begins; two quotes inside stand for one; what follows the closing
/// quote belongs to the field as it is.
struct CommaFields {
  private(set) var fields: [[UInt8]] = []
  /// Whether a quoted field goes on to the end of the line.
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
        // Nobody reads further fields.
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

  /// `text` as one field: quoted when it holds a separator or a quote, or would make its line a comment.
  static func write(_ text: [UInt8], separator: UInt8 = UInt8(ascii: ",")) -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    guard text.contains(separator) || text.contains(quote) || text.first == UInt8(ascii: "#") else {
      return text
    }
    return [quote] + text.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
  }
}
