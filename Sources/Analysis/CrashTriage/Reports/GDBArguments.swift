/// The arguments of a frame in gdb, which stand in brackets after the function: the function's own
/// name may have brackets with a space before them, as `closure #1 (Swift.Int) -> ()` has.
enum GDBArguments {
  /// Index of the space before the arguments; nil without any. O(length).
  static func start(in text: ArraySlice<UInt8>) -> Int? {
    let end = [") at ", ") from "].compactMap { text.lastIndex(of: $0) }.max()
    guard let close = end ?? (text.last == UInt8(ascii: ")") ? text.endIndex - 1 : nil) else {
      return text.firstIndex(of: " (")
    }
    var depth = 0
    for index in text[...close].indices.reversed() {
      if text[index] == UInt8(ascii: ")") { depth += 1 }
      if text[index] == UInt8(ascii: "(") { depth -= 1 }
      if depth == 0 {
        guard index > text.startIndex, text[index - 1] == 0x20 else { break }
        return index - 1
      }
    }
    // A bracket in the value of an argument.
    return text.firstIndex(of: " (")
  }
}
