/// Messages without what differs from run to run and from machine to machine.
enum MessageText {
  /// `message` with addresses as `ADDRESS`, without sizes in use, and with paths cut to the part
  /// inside their project.
  static func cleaned(_ message: String) -> String {
    var rest = Array(message.utf8)[...]
    if let used = rest.firstIndex(of: " (used: ") { rest = rest[..<used] }
    var out: [UInt8] = []
    while let hit = rest.firstIndex(of: "0x") {
      let digits = rest[(hit + 2)...].prefix(while: ASCII.isHexDigit)
      out +=
        rest[..<hit] + (digits.count < 5 ? rest[hit..<digits.endIndex] : Array("ADDRESS".utf8)[...])
      rest = rest[digits.endIndex...]
    }
    return String(decoding: withoutPaths((out + rest)[...]), as: UTF8.self)
  }

  private static let roots = ["/Sources/", "/Tests/", "/src/"]

  /// Absolute paths from the folder of sources on, or their last component: the rest names people
  /// and machines.
  private static func withoutPaths(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    var rest = text
    while let slash = rest.firstIndex(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
    ) {
      let isDrive = rest[slash] == UInt8(ascii: "\\")
      var start = slash
      if isDrive, slash - rest.startIndex >= 2, rest[slash - 1] == UInt8(ascii: ":") { start -= 2 }
      let isAbsolute =
        start == rest.startIndex && out.isEmpty
        || start > rest.startIndex
          && (ASCII.isSpace(rest[start - 1]) || "'\"(=".utf8.contains(rest[start - 1])
            || rest[..<start].suffix(5).elementsEqual("file:".utf8))
      let word = rest[start...].prefix { !ASCII.isSpace($0) && !"'\")".utf8.contains($0) }
      let parts = word.count { $0 == rest[slash] }
      guard isAbsolute, parts >= 2, !isDrive || start < slash else {
        out += rest[...slash]
        rest = rest[(slash + 1)...]
        continue
      }
      out += rest[..<start]
      let root = roots.compactMap { word.lastIndex(of: $0) }.max()
      let last = word.lastIndex(of: rest[slash]) ?? start
      let kept = root.map { word[($0 + 1)...] } ?? word[(last + 1)...]
      out += kept
      rest = rest[word.endIndex...]
    }
    return out + rest
  }
}
