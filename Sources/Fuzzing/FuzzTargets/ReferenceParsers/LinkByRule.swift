internal import SlicerURL

/// The reading of a link done again, by rule and apart from the reader: the parts as the regular expression of RFC 3986,
/// appendix B, takes them, and escapes decoded once.
enum LinkByRule {
  static func check(_ link: SlicerURL, _ bytes: [UInt8]) throws(BrokenLaw) {
    let law = "parts-by-rule"
    let (head, fragment) = cut(bytes[...], at: "#")
    try Law.equal(fragment.map { Array($0) }, link.fragment, law: law, place: "fragment")
    let (front, query) = cut(head, at: "?")
    try Law.equal(
      query.map(items), link.query.map { $0.map { [$0.name, $0.value] } }, law: law, place: "query")
    var rest = cut(front, at: ":").behind ?? []
    var authority: ArraySlice<UInt8>?
    if rest.starts(with: "//".utf8) {
      let text = rest.dropFirst(2)
      let end = text.firstIndex(of: UInt8(ascii: "/")) ?? text.endIndex
      (authority, rest) = (text[..<end], text[end...])
    }
    try Law.equal(Array(rest), link.path, law: law, place: "path")
    guard let authority, let found = link.authority else {
      return try Law.equal(authority == nil, link.authority == nil, law: law, place: "authority")
    }
    try check(found, authority, law)
  }

  /// User info ends at the first `@`; a port stands behind the last colon, outside of brackets.
  private static func check(
    _ found: SlicerURL.Authority, _ text: ArraySlice<UInt8>, _ law: String
  ) throws(BrokenLaw) {
    var (userInfo, host) = cut(text, at: "@")
    if let behind = host { host = behind } else { (userInfo, host) = ([], text) }
    let hasUserInfo = text.contains(UInt8(ascii: "@"))
    try Law.equal(
      hasUserInfo ? Array(userInfo) : nil, found.userInfo, law: law, place: "user info")
    var name = host ?? []
    let pieces = name.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    var port: Int?
    if pieces.count > 1, let last = pieces.last, !last.contains(UInt8(ascii: "]")) {
      name = name.dropLast(last.count + 1)
      port = Int(String(decoding: last, as: UTF8.self))
    }
    try Law.equal(port, found.port.map(Int.init), law: law, place: "port")
    let isLiteral = name.first == UInt8(ascii: "[")
    let plain = isLiteral ? Array(name) : decoded(name)
    try Law.equal(
      plain.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, found.host, law: law, place: "host"
    )
  }

  /// Name and value of each pair; none at all where the query is empty.
  private static func items(_ query: ArraySlice<UInt8>) -> [[[UInt8]]] {
    if query.isEmpty { return [] }
    return query.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false).map {
      let (name, value) = cut($0, at: "=")
      return [decoded(name), decoded(value ?? [])]
    }
  }

  /// What stands before the first `mark`, and what behind it; nil where there is none.
  private static func cut(
    _ text: ArraySlice<UInt8>, at mark: Unicode.Scalar
  ) -> (front: ArraySlice<UInt8>, behind: ArraySlice<UInt8>?) {
    guard let place = text.firstIndex(of: UInt8(ascii: mark)) else { return (text, nil) }
    return (text[..<place], text[(place + 1)...])
  }

  /// Any two hexadecimal digits are an escape.
  private static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    ValuesByRule.decoded(text) { digits in
      digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
        ? UInt8(String(decoding: digits, as: UTF8.self), radix: 16) : nil
    }
  }
}
