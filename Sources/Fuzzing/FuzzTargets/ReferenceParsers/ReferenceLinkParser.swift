internal import SlicerURL

/// Reference parser of links: splits as the regular expression of RFC 3986, appendix B, does, and
/// decodes escapes once.
///
/// It shares no code with the reader, so that it does not share its mistakes.
enum ReferenceLinkParser {
  static func check(_ link: SlicerURL, _ bytes: [UInt8]) throws(PropertyViolation) {
    let property = "parts-match-reference"
    let (head, fragment) = cut(bytes[...], at: "#")
    try PropertyCheck.equal(
      fragment.map { Array($0) }, link.fragment, property: property, place: "fragment")
    let (front, query) = cut(head, at: "?")
    try PropertyCheck.equal(
      query.map(items), link.query.map { $0.map { [$0.name, $0.value] } }, property: property,
      place: "query")
    var rest = cut(front, at: ":").tail ?? []
    var authority: ArraySlice<UInt8>?
    if rest.starts(with: "//".utf8) {
      let text = rest.dropFirst(2)
      let end = text.firstIndex(of: UInt8(ascii: "/")) ?? text.endIndex
      (authority, rest) = (text[..<end], text[end...])
    }
    try PropertyCheck.equal(Array(rest), link.path, property: property, place: "path")
    guard let authority, let found = link.authority else {
      return try PropertyCheck.equal(
        authority == nil, link.authority == nil, property: property, place: "authority")
    }
    try check(found, authority, property)
  }

  /// User info ends at the first `@`; a port follows the last colon outside of brackets.
  private static func check(
    _ found: SlicerURL.Authority, _ text: ArraySlice<UInt8>, _ property: String
  ) throws(PropertyViolation) {
    var (userInfo, host) = cut(text, at: "@")
    if host == nil { (userInfo, host) = ([], text) }
    let hasUserInfo = text.contains(UInt8(ascii: "@"))
    try PropertyCheck.equal(
      hasUserInfo ? Array(userInfo) : nil, found.userInfo, property: property, place: "user info")
    var name = host ?? []
    let pieces = name.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    var port: Int?
    if pieces.count > 1, let last = pieces.last, !last.contains(UInt8(ascii: "]")) {
      name = name.dropLast(last.count + 1)
      port = Int(String(decoding: last, as: UTF8.self))
    }
    try PropertyCheck.equal(port, found.port.map(Int.init), property: property, place: "port")
    let isLiteral = name.first == UInt8(ascii: "[")
    let plain = isLiteral ? Array(name) : decoded(name)
    try PropertyCheck.equal(
      plain.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, found.host, property: property,
      place: "host"
    )
  }

  /// Name and value of each pair; an empty query has no pairs.
  private static func items(_ query: ArraySlice<UInt8>) -> [[[UInt8]]] {
    if query.isEmpty { return [] }
    return query.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false).map {
      let (name, value) = cut($0, at: "=")
      return [decoded(name), decoded(value ?? [])]
    }
  }

  /// Splits at the first `mark`; the tail is nil when there is none.
  private static func cut(
    _ text: ArraySlice<UInt8>, at mark: Unicode.Scalar
  ) -> (head: ArraySlice<UInt8>, tail: ArraySlice<UInt8>?) {
    guard let place = text.firstIndex(of: UInt8(ascii: mark)) else { return (text, nil) }
    return (text[..<place], text[(place + 1)...])
  }

  /// Decodes escapes of any two hexadecimal digits.
  private static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    ReferenceValueParser.decoded(text) { digits in
      digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
        ? UInt8(String(decoding: digits, as: UTF8.self), radix: 16) : nil
    }
  }
}
