/// Reads the lines of a header, which end with LF, CRLF or CR.
struct NRRDReading {
  let bytes: [UInt8]
  let limits: SideFileLimits
  var position = 0
  var header = NRRDHeader()
  var seen: Set<String> = []
  private var keys: [[UInt8]: Int] = [:]

  init(_ input: Span<UInt8>, limits: SideFileLimits) {
    bytes = LineReader(input.extracting(0..<Self.headerEnd(input))).bytes
    self.limits = limits
    header.report = SideFileReport(limit: limits.maximumNotes)
  }

  /// Offset after the first empty line, which ends every header; the length of the input without
  /// one. Lines end with LF, CRLF or CR.
  static func headerEnd(_ input: Span<UInt8>) -> Int {
    var start = 0
    for index in input.indices where input[index] == 0x0A || input[index] == 0x0D {
      let isPair = input[index] == 0x0A && index > 0 && input[index - 1] == 0x0D
      if isPair {
        // The CR has ended the line.
        start = index + 1
        continue
      }
      if index == start {
        let hasPair = input[index] == 0x0D && index + 1 < input.count && input[index + 1] == 0x0A
        return index + (hasPair ? 2 : 1)
      }
      start = index + 1
    }
    return input.count
  }

  mutating func nextLine() -> ArraySlice<UInt8>? {
    guard position < bytes.count else { return nil }
    let end = bytes[position...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    let line = bytes[position..<end]
    position = min(end + 1, bytes.count)
    if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { position += 1 }
    return line
  }

  mutating func read() throws(Refusal) -> NRRDHeader {
    try readMagic()
    while true {
      guard let line = nextLine() else {
        // Only a detached header may end with its file.
        guard seen.contains("data file") else {
          throw Refusal(code: .headerNotEnded, offset: bytes.count)
        }
        break
      }
      guard !line.isEmpty else {
        header.dataOffset = seen.contains("data file") ? nil : position
        break
      }
      guard header.fields.count + header.pairs.count + header.comments.count < limits.maximumRecords
      else { throw Refusal(code: .recordLimit, offset: line.startIndex) }
      // The library stores lines as C strings.
      try readLine(line.prefix { $0 != 0 })
      if header.hasFileList { break }
    }
    try checkRequired()
    return header
  }

  private mutating func readMagic() throws(Refusal) {
    let line = (nextLine() ?? []).prefix { $0 != 0 }
    let text = String(decoding: line.prefix(16), as: UTF8.self)
    if text == "NRRD00.01" {
      header.version = 1
    } else if text.hasPrefix("NRRD000"), line.count == 8, let digit = line.last,
      (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(digit)
    {
      header.version = Int(digit - UInt8(ascii: "0"))
    } else {
      throw Refusal(code: .missingMagic, offset: 0)
    }
  }

  /// Reads a comment, a pair `key:=value`, or a field `name: value`.
  private mutating func readLine(_ line: ArraySlice<UInt8>) throws(Refusal) {
    if !line.isUTF8 { header.report.addHazard(.invalidUTF8, at: line.startIndex) }
    if line.first == UInt8(ascii: "#") {
      header.comments.append(Array(line.drop { $0 == UInt8(ascii: "#") || $0 == 0x20 }))
      return
    }
    let colon = line.firstIndex(of: UInt8(ascii: ":"))
    if let colon, colon + 1 < line.endIndex, line[colon + 1] == 0x20,
      let field = NRRDField(name: line[..<colon])
    {
      let value = line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
      return try readField(field, value, line)
    }
    for index in line.indices.dropLast()
    where line[index] == UInt8(ascii: ":") && line[index + 1] == UInt8(ascii: "=") {
      return addPair(line[..<index], line[(index + 2)...], at: line.startIndex)
    }
    throw Refusal(code: .unknownField, offset: line.startIndex)
  }

  /// Adds a pair; one without a key is dropped.
  private mutating func addPair(
    _ key: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>, at offset: Int
  ) {
    let key = Self.unescape(key)
    guard !key.isEmpty else {
      header.report.addNote(.pairWithoutKey, at: offset)
      return
    }
    let pair = NRRDHeader.Pair(key: key, value: Self.unescape(value), offset: offset)
    if let place = keys[key] {
      header.report.addHazard(.duplicateName, at: offset)
      header.pairs[place].value = pair.value
    } else {
      keys[key] = header.pairs.count
      header.pairs.append(pair)
    }
  }

  /// Decodes `\n` and `\\`; another backslash is literal.
  private static func unescape(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == UInt8(ascii: "\\"), index + 1 < text.endIndex {
        let next = text[index + 1]
        if next == UInt8(ascii: "n") || next == UInt8(ascii: "\\") {
          out.append(next == UInt8(ascii: "n") ? 0x0A : next)
          index += 2
          continue
        }
      }
      out.append(text[index])
      index += 1
    }
    return out
  }

  func checkRequired() throws(Refusal) {
    for name in ["type", "dimension", "sizes", "encoding"] where !seen.contains(name) {
      throw Refusal(code: .missingField, offset: bytes.count)
    }
    let isBlock = header.value(of: "type")?.elementsEqual("block".utf8) == true
    guard !isBlock || seen.contains("block size") else {
      throw Refusal(code: .missingField, offset: bytes.count)
    }
    if NRRDField.sampleBytes(header.value(of: "type") ?? []) > 1,
      !NRRDField.isText(header.value(of: "encoding") ?? []), !seen.contains("endian")
    {
      throw Refusal(code: .missingField, offset: bytes.count)
    }
  }
}
