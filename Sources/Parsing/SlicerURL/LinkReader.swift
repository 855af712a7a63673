internal import ByteReading

/// Splits a link into its parts (RFC 3986, appendix B) and collects hazards.
struct LinkReader {
  let bytes: [UInt8]
  let limits: SlicerURLLimits
  var hazards: [SlicerURLHazard] = []
  var uncounted = 0

  init(bytes: [UInt8], limits: SlicerURLLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  mutating func read() throws(SlicerURLError) -> SlicerURL {
    guard !bytes.isEmpty else { throw SlicerURLError(.empty, at: 0) }
    if let nul = bytes.firstIndex(of: 0) { throw SlicerURLError(.nulByte, at: nul) }
    if let bad = firstInvalidUTF8(in: bytes) { throw SlicerURLError(.invalidUTF8, at: bad) }
    noteControlCharacters()
    if bytes.count > 2048 { note(.longLink, at: 2048) }

    var position = try readScheme()
    // The fragment is cut first, then the query, then the authority.
    let hash = bytes[position...].firstIndex(of: UInt8(ascii: "#")) ?? bytes.count
    let mark = bytes[position..<hash].firstIndex(of: UInt8(ascii: "?")) ?? hash

    var authority: SlicerURL.Authority?
    if bytes[position..<mark].starts(with: "//".utf8) {
      let start = position + 2
      let end = bytes[start..<mark].firstIndex(of: UInt8(ascii: "/")) ?? mark
      authority = try readAuthority(start..<end)
      position = end
    } else {
      note(.missingAuthority, at: position)
    }
    let path = Array(bytes[position..<mark])
    if !path.isEmpty, path != [UInt8(ascii: "/")] { note(.ignoredPath, at: position) }
    noteStrayPercent(in: position..<mark)

    var link = SlicerURL(
      authority: authority, path: path, query: mark < hash ? try readQuery(mark + 1..<hash) : nil,
      fragment: hash < bytes.count ? Array(bytes[(hash + 1)...]) : nil)
    if hash < bytes.count {
      note(.ignoredFragment, at: hash)
      noteStrayPercent(in: hash + 1..<bytes.count)
    }
    noteViewer(link)
    link.hazards = hazards
    link.uncountedHazards = uncounted
    return link
  }

  /// Reads `scheme ":"` and returns the position after the colon.
  private func readScheme() throws(SlicerURLError) -> Int {
    let end = bytes.firstIndex { byte in
      !(byte.isASCIILetter || byte.isASCIIDigit || "+-.".utf8.contains(byte))
    }
    guard let end, end > 0, bytes[end] == UInt8(ascii: ":"), bytes[0].isASCIILetter else {
      throw SlicerURLError(.missingScheme, at: end ?? bytes.count)
    }
    guard bytes[..<end].map(\.asciiLowercased) == Array("slicer".utf8) else {
      throw SlicerURLError(.foreignScheme, at: 0)
    }
    return end + 1
  }

  /// Reads `[ userinfo "@" ] host [ ":" port ]`. The user info ends at the first `@`; the port
  /// begins at the last `:` outside brackets; an empty port is no port.
  private mutating func readAuthority(
    _ range: Range<Int>
  ) throws(SlicerURLError) -> SlicerURL.Authority {
    var start = range.lowerBound
    var userInfo: [UInt8]?
    if let at = bytes[range].firstIndex(of: UInt8(ascii: "@")) {
      userInfo = Array(bytes[start..<at])
      note(.userInfo, at: start)
      noteStrayPercent(in: start..<at)
      start = at + 1
    }
    var hostEnd = range.upperBound
    var port: UInt16?
    if let colon = bytes[start..<range.upperBound].lastIndex(of: UInt8(ascii: ":")),
      !bytes[colon..<range.upperBound].contains(UInt8(ascii: "]"))
    {
      hostEnd = colon
      if colon + 1 < range.upperBound { port = try readPort(colon + 1..<range.upperBound) }
    }
    let host = try readHost(start..<hostEnd)
    if port != nil { note(.port, at: hostEnd + 1) }
    if host.contains(where: { $0 >= 0x80 }) { note(.nonASCIIHost, at: start) }
    return SlicerURL.Authority(userInfo: userInfo, host: host, port: port)
  }

  private func readPort(_ range: Range<Int>) throws(SlicerURLError) -> UInt16 {
    var port = 0
    for index in range {
      guard bytes[index].isASCIIDigit else { throw SlicerURLError(.invalidPort, at: index) }
      port = port * 10 + Int(bytes[index] - UInt8(ascii: "0"))
      guard port <= 65535 else { throw SlicerURLError(.invalidPort, at: index) }
    }
    return UInt16(port)
  }

  private mutating func readHost(_ range: Range<Int>) throws(SlicerURLError) -> [UInt8] {
    var inner = range
    if let first = bytes[range].first, first == UInt8(ascii: "[") {
      guard bytes[range].last == UInt8(ascii: "]"), range.count > 2 else {
        throw SlicerURLError(.invalidHost, at: range.lowerBound)
      }
      inner = range.lowerBound + 1..<range.upperBound - 1
      for index in inner
      where !(bytes[index].hexDigitValue != nil || ":.".utf8.contains(bytes[index])) {
        throw SlicerURLError(.invalidHost, at: index)
      }
      return bytes[range].map(\.asciiLowercased)
    }
    // An escaped host is decoded before it is compared, so `view%65r` is `viewer`.
    let host = PercentEncoding.decode(bytes[range])
    if host.count < range.count { note(.encodedHost, at: range.lowerBound) }
    if let index = host.firstIndex(where: isForbiddenInHost) {
      throw SlicerURLError(
        .invalidHost, at: range.lowerBound + (host.count < range.count ? 0 : index))
    }
    if firstInvalidUTF8(in: host) != nil {
      throw SlicerURLError(.invalidHost, at: range.lowerBound)
    }
    return host.map(\.asciiLowercased)
  }

  /// Reads the pairs between `&`, split into name and value at the first `=`.
  private mutating func readQuery(
    _ range: Range<Int>
  ) throws(SlicerURLError) -> [SlicerURL.QueryItem] {
    var items: [SlicerURL.QueryItem] = []
    guard !range.isEmpty else { return items }
    var seen: Set<[UInt8]> = []
    var start = range.lowerBound
    while start <= range.upperBound {
      let end =
        bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "&")) ?? range.upperBound
      guard items.count < limits.maximumQueryItems else {
        throw SlicerURLError(.tooManyQueryItems, at: start)
      }
      let equals = bytes[start..<end].firstIndex(of: UInt8(ascii: "=")) ?? end
      let name = PercentEncoding.decode(bytes[start..<equals])
      let value = PercentEncoding.decode(bytes[min(equals + 1, end)..<end])
      noteStrayPercent(in: start..<end)
      if !seen.insert(name).inserted { note(.duplicateName, at: start) }
      items.append(SlicerURL.QueryItem(name: name, value: value, offset: start))
      start = end + 1
    }
    return items
  }
}

extension LinkReader {
  mutating func note(_ code: SlicerURLHazard.Code, at offset: Int) {
    guard hazards.count < limits.maximumHazards else {
      uncounted += 1
      return
    }
    hazards.append(SlicerURLHazard(code, at: offset))
  }

  private mutating func noteStrayPercent(in range: Range<Int>) {
    if let index = PercentEncoding.firstStrayPercent(in: Array(bytes[range])) {
      note(.strayPercent, at: range.lowerBound + index)
    }
  }

  private mutating func noteControlCharacters() {
    if let index = bytes.firstIndex(where: { $0 < 0x20 || $0 == 0x7F }) {
      note(.controlCharacter, at: index)
    }
  }
}

private func isForbiddenInHost(_ byte: UInt8) -> Bool {
  byte <= 0x20 || "\"<>[\\]^`{|}@:%/?#\u{7F}".utf8.contains(byte)
}

/// Returns the offset of the first byte that begins no well-formed UTF-8 sequence, or nil.
func firstInvalidUTF8(in bytes: [UInt8]) -> Int? {
  do throws(UTF8.ValidationError) {
    _ = try UTF8Span(validating: bytes.span)
    return nil
  } catch {
    return error.byteOffsets.lowerBound
  }
}
