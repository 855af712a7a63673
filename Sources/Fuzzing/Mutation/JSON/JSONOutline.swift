/// Positions of the values of a JSON text, as far as it looks like one.
///
/// Lenient, so that a text with a mistake can still be mutated elsewhere. One pass without
/// recursion.
struct JSONOutline: Sendable {
  enum Kind: Sendable { case object, array, string, number, word }

  struct Value: Sendable {
    let kind: Kind
    /// The value with its quotes or brackets.
    var range: Range<Int>
    /// The name of the member with its quotes; nil for an element.
    let key: Range<Int>?
    /// Index of the container; -1 at the top level.
    let parent: Int

    /// The name, if any, and the value.
    var whole: Range<Int> { (key?.lowerBound ?? range.lowerBound)..<range.upperBound }
  }

  /// Maximum number of values, which bounds the time of a mutation.
  static let maximumValues = 4_096

  private(set) var values: [Value] = []

  init(_ bytes: [UInt8]) {
    var open: [Int] = []
    var key: Range<Int>?
    var index = 0
    while index < bytes.count, values.count < Self.maximumValues {
      let start = index
      switch bytes[index] {
      case 0x7B, 0x5B:
        let kind: Kind = bytes[index] == 0x7B ? .object : .array
        open.append(values.count)
        let parent = open.dropLast().last ?? -1
        values.append(Value(kind: kind, range: start..<bytes.count, key: key, parent: parent))
        key = nil
        index += 1
      case 0x7D, 0x5D:
        index += 1
        if let last = open.popLast() {
          values[last].range = values[last].range.lowerBound..<index
        }
        key = nil
      case 0x22:
        index = Self.endOfString(bytes, index)
        if key == nil, Self.hasColon(bytes, at: index) {
          key = start..<index
        } else {
          append(.string, start..<index, &key, open)
        }
      case 0x20, 0x09, 0x0A, 0x0D, 0x2C, 0x3A: index += 1
      default:
        while index < bytes.count, !",:{}[]\" \t\r\n".utf8.contains(bytes[index]) { index += 1 }
        let isNumber = bytes[start] == 0x2D || (0x30...0x39).contains(bytes[start])
        append(isNumber ? .number : .word, start..<index, &key, open)
      }
    }
  }

  private mutating func append(
    _ kind: Kind, _ range: Range<Int>, _ key: inout Range<Int>?, _ open: [Int]
  ) {
    values.append(Value(kind: kind, range: range, key: key, parent: open.last ?? -1))
    key = nil
  }

  private static func endOfString(_ bytes: [UInt8], _ start: Int) -> Int {
    var index = start + 1
    while index < bytes.count, bytes[index] != 0x22 { index += bytes[index] == 0x5C ? 2 : 1 }
    return min(index + 1, bytes.count)
  }

  private static func hasColon(_ bytes: [UInt8], at end: Int) -> Bool {
    var index = end
    while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
    return index < bytes.count && bytes[index] == 0x3A
  }

  func children(of value: Int) -> [Int] { values.indices.filter { values[$0].parent == value } }
}
