/// A stack line as the peers read it, with names as printed.
struct LogFrame: Hashable {
  /// The text after `in ` or the address.
  var text: String
  var function: String
  /// `file:line:column`, empty when there is none.
  var place: String
  /// `module+offset`, empty when there is none.
  var module: String

  /// Reads `    #3 0x55 in FUNCTION PLACE`; nil when `line` is none.
  init?(_ line: Substring) {
    let rest = line.utf8.drop { $0 == UInt8(ascii: " ") }
    guard rest.first == UInt8(ascii: "#") else { return nil }
    let words = rest.split(separator: UInt8(ascii: " "), maxSplits: 2)
    guard words.count >= 2, Int(Substring(words[0].dropFirst())) != nil,
      words[1].starts(with: "0x".utf8)
    else { return nil }
    var body = words.count == 3 ? words[2] : "".utf8[...]
    if body.starts(with: "in ".utf8) { body = body.dropFirst(3) }
    text = String(Substring(body))
    if body.last == UInt8(ascii: ")"), let open = body.lastIndex(of: UInt8(ascii: "(")),
      Substring(body[open...]).contains("+0x")
    {
      function = String(Substring(body[..<open])).trimmingSpaces
      module = String(Substring(body[open...].dropFirst().dropLast()))
      place = ""
    } else {
      // A Swift name has no space; a demangled C++ one may, so the place begins at the last ` /`.
      var cut = body.lastIndex(of: UInt8(ascii: " "))
      while let here = cut, body.index(after: here) < body.endIndex,
        body[body.index(after: here)] != UInt8(ascii: "/")
      {
        cut = body[..<here].lastIndex(of: UInt8(ascii: " "))
      }
      cut = cut ?? body.firstIndex(of: UInt8(ascii: " "))
      function = String(Substring(body[..<(cut ?? body.endIndex)]))
      place = cut.map { String(Substring(body[$0...])).trimmingSpaces } ?? ""
      module = ""
    }
  }

  /// The first stack of `log`: from `#0` to the first line without a frame.
  static func first(in log: String) -> [LogFrame] {
    var frames: [LogFrame] = []
    for line in log.split(separator: "\n", omittingEmptySubsequences: false) {
      if let frame = LogFrame(line) {
        if line.drop(while: { $0 == " " }).hasPrefix("#0 "), !frames.isEmpty { break }
        frames.append(frame)
      } else if !frames.isEmpty {
        break
      }
    }
    return frames
  }
}

extension Substring {
  /// The rest after the first `needle`; nil without one.
  func after(_ needle: String) -> Substring? {
    var rest = utf8
    while let hit = rest.firstIndex(of: needle.utf8.first ?? 0) {
      if rest[hit...].starts(with: needle.utf8) {
        return Substring(rest[hit...].dropFirst(needle.utf8.count))
      }
      rest = rest[rest.index(after: hit)...]
    }
    return nil
  }
}

extension String {
  var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
