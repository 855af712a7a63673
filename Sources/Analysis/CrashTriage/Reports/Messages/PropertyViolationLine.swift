/// The line that a fuzz entry prints before it aborts on a violated property:
/// `==scenefuzz== PROPERTY VIOLATED target=T property=L place="P" expected="E" found="F"`.
package struct PropertyViolationLine: Equatable, Sendable {
  /// Name of the target.
  package var target: String
  /// Short stable name of the property.
  package var property: String
  /// Place of the violation in the input or the result; stable for equal bugs.
  package var place: String
  /// The expected value; it may contain data of the input.
  package var expected: String
  /// The found value; it may contain data of the input.
  package var found: String

  package init(
    target: String, property: String, place: String, expected: String = "", found: String = ""
  ) {
    self.target = target
    self.property = property
    self.place = place
    self.expected = expected
    self.found = found
  }

  static let marker = "==scenefuzz== PROPERTY VIOLATED "

  /// Reads `line`; nil without the marker, a target or a property.
  init?(_ line: ArraySlice<UInt8>) {
    guard let rest = line.after(Self.marker) else { return nil }
    var values: [String: String] = [:]
    var cursor = rest
    while values.count < 5, let equals = cursor.firstIndex(of: UInt8(ascii: "=")) {
      let key = cursor[..<equals].trimmed().text
      cursor = cursor[(equals + 1)...]
      values[key] = Self.value(&cursor)
    }
    guard let target = values["target"], let property = values["property"] else { return nil }
    self.init(
      target: target, property: property, place: values["place"] ?? "",
      expected: values["expected"] ?? "", found: values["found"] ?? "")
  }

  /// Removes a quoted value (escapes are kept) or a bare word from the front of `cursor`.
  private static func value(_ cursor: inout ArraySlice<UInt8>) -> String {
    guard cursor.first == UInt8(ascii: "\"") else {
      let word = cursor.prefix { !ASCII.isSpace($0) }
      cursor = cursor.dropFirst(word.count)
      return word.text
    }
    cursor.removeFirst()
    var end = cursor.startIndex
    while end < cursor.endIndex, cursor[end] != UInt8(ascii: "\"") {
      end += cursor[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    end = min(end, cursor.endIndex)
    let text = cursor[..<end].text
    cursor = cursor[min(end + 1, cursor.endIndex)...]
    return text
  }

  /// The place without its numbers: `event 12` and `event 97` are one place.
  var placeWithoutNumbers: String {
    var out: [UInt8] = []
    for byte in place.utf8 {
      if !ASCII.isDigit(byte) {
        out.append(byte)
      } else if out.last != UInt8(ascii: "#") {
        out.append(UInt8(ascii: "#"))
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
