internal import ZipReading

extension PairSchema {
  /// Archives of a scene: how members are described in the places that describe them.
  package static let archives: [PairSchema] = [
    PairSchema(
      "members",
      [
        Field("descriptor", ["none", "signed", "bare", "signed64", "bare64"]),
        Field("zip64", ["none", "sizes", "size-alone", "offset", "all"]),
        Field("method", ["stored", "deflated", "unknown"]),
        Field("end", ["plain", "zip64", "zip64-and-saturated", "comment", "signature-in-comment"]),
        Field("name", ["scene", "utf8", "latin", "folder", "backslash", "climbing", "other-case"]),
        Field("flags", ["0", "utf8", "encrypted"]),
        Field("unicode", ["none", "same", "other", "wrong-checksum"]),
        Field("extra", ["none", "before", "after", "short"]),
        Field("second", ["none", "same-name", "same-offset", "later", "directory-only"]),
        Field("prefix", ["none", "counted", "not-counted"]),
      ],
      groups: [
        ["descriptor", "zip64", "method"], ["name", "flags", "unicode"],
        ["zip64", "end", "extra"],
      ],
      make: { choice in
        var archive = PairedArchive(choice)
        return archive.written()
      })
  ]
}

/// Writes one archive of the schema `members`.
private struct PairedArchive {
  let choice: [String: String]
  var bytes: [UInt8] = []
  var directory: [UInt8] = []
  var count = 0

  private static let scene = Array(
    "<MRML version=\"4.12\"><Model id=\"vtkMRMLModelNode1\"/></MRML>".utf8)

  init(_ choice: [String: String]) { self.choice = choice }

  private func has(_ field: String, _ values: String...) -> Bool {
    choice[field].map(values.contains) ?? false
  }

  private var name: [UInt8] {
    switch choice["name"] {
    case "utf8": Array("sc\u{E9}ne/a.mrml".utf8)
    case "latin": Array("sc".utf8) + [0x82] + Array("ne/a.mrml".utf8)
    case "folder": Array("scene/".utf8)
    case "backslash": Array("scene\\a.mrml".utf8)
    case "climbing": Array("scene/../../a.mrml".utf8)
    case "other-case": Array("SCENE/A.MRML".utf8)
    default: Array("scene/a.mrml".utf8)
    }
  }

  private static func little(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  mutating func written() -> [UInt8] {
    let before = has("prefix", "none") ? 0 : 7
    bytes = [UInt8](repeating: 0x58, count: before)
    let shift = has("prefix", "not-counted") ? before : 0
    let first = addMember(name, Self.scene, shift: shift)
    switch choice["second"] {
    case "same-name": _ = addMember(name, Array("<MRML/>".utf8), shift: shift)
    case "same-offset": addEntry(first)
    case "later": _ = addMember(Array("scene/b.vtk".utf8), Array("data".utf8), shift: shift)
    case "directory-only": addEntry(Entry(name: Array("scene/none".utf8)))
    default: break
    }
    return bytes + directory + end(shift: shift)
  }

  private struct Entry {
    var name: [UInt8] = []
    var offset = 0
    var size = 0
    var packed = 0
    var checksum = 0
    var method = 0
    var flags = 0
  }

  private mutating func addMember(_ name: [UInt8], _ contents: [UInt8], shift: Int) -> Entry {
    let isDeflated = has("method", "deflated")
    let packed = isDeflated ? Deflate.deflate(contents.span, level: .fast) : contents
    var entry = Entry(
      name: name, offset: bytes.count - shift, size: contents.count, packed: packed.count,
      checksum: Int(CRC32.checksum(contents.span)),
      method: has("method", "unknown") ? 99 : isDeflated ? 8 : 0)
    if !has("descriptor", "none") { entry.flags |= 8 }
    if has("flags", "utf8") { entry.flags |= 0x800 }
    if has("flags", "encrypted") { entry.flags |= 1 }
    let isLate = entry.flags & 8 != 0
    // Sizes that follow in a descriptor are zero here.
    let (extra, size, length) = zip64Field(entry, isLocal: true, isLate: isLate)
    let fields = extras(entry, extra)
    bytes += [0x50, 0x4B, 3, 4] + Self.little(45, 2) + Self.little(entry.flags, 2)
    bytes += Self.little(entry.method, 2) + [0, 0, 0x21, 0]
    bytes += Self.little(isLate ? 0 : entry.checksum, 4) + size + length
    bytes += Self.little(name.count, 2) + Self.little(fields.count, 2) + name + fields + packed
    addDescriptor(entry)
    addEntry(entry)
    return entry
  }

  private mutating func addDescriptor(_ entry: Entry) {
    guard !has("descriptor", "none") else { return }
    let width = has("descriptor", "signed64", "bare64") ? 8 : 4
    if has("descriptor", "signed", "signed64") { bytes += [0x50, 0x4B, 7, 8] }
    bytes += Self.little(entry.checksum, 4) + Self.little(entry.packed, width)
    bytes += Self.little(entry.size, width)
  }

  /// The zip64 extra field, and the two sizes of the header beside it, compressed first.
  private func zip64Field(
    _ entry: Entry, isLocal: Bool, isLate: Bool
  ) -> (field: [UInt8], packed: [UInt8], size: [UInt8]) {
    let (packed, size) = isLate ? (0, 0) : (entry.packed, entry.size)
    let saturated = Self.little(0xFFFF_FFFF, 4)
    var field: [UInt8] = []
    var words = (Self.little(packed, 4), Self.little(size, 4))
    if has("zip64", "sizes", "size-alone", "all") {
      field += Self.little(size, 8)
      words.1 = saturated
    }
    if has("zip64", "sizes", "all") {
      field += Self.little(packed, 8)
      words.0 = saturated
    }
    if !isLocal, has("zip64", "offset", "all") { field += Self.little(entry.offset, 8) }
    if field.isEmpty { return ([], words.0, words.1) }
    return ([1, 0] + Self.little(field.count, 2) + field, words.0, words.1)
  }

  /// Extra fields around that of zip64.
  private func extras(_ entry: Entry, _ zip64: [UInt8]) -> [UInt8] {
    var fields = zip64
    let time: [UInt8] = [0x55, 0x54, 5, 0, 1, 0, 0, 0, 0]
    switch choice["extra"] {
    case "before": fields = time + fields
    case "after": fields += time
    case "short": fields += [0x55, 0x54, 9, 0, 1]
    default: break
    }
    guard !has("unicode", "none") else { return fields }
    let text = has("unicode", "other") ? Array("scene/z.mrml".utf8) : entry.name
    let sum = Int(CRC32.checksum(entry.name.span)) ^ (has("unicode", "wrong-checksum") ? 1 : 0)
    return [0x75, 0x70] + Self.little(5 + text.count, 2) + [1] + Self.little(sum, 4) + text + fields
  }

  private mutating func addEntry(_ entry: Entry) {
    let (extra, packed, size) = zip64Field(entry, isLocal: false, isLate: false)
    let fields = extras(entry, extra)
    let offset = has("zip64", "offset", "all") ? 0xFFFF_FFFF : entry.offset
    directory += [0x50, 0x4B, 1, 2, 45, 3] + Self.little(45, 2) + Self.little(entry.flags, 2)
    directory += Self.little(entry.method, 2) + [0, 0, 0x21, 0] + Self.little(entry.checksum, 4)
    directory += packed + size + Self.little(entry.name.count, 2) + Self.little(fields.count, 2)
    directory += [UInt8](repeating: 0, count: 10) + Self.little(offset, 4) + entry.name + fields
    count += 1
  }

  private func end(shift: Int) -> [UInt8] {
    let start = bytes.count - shift
    let isSaturated = has("end", "zip64-and-saturated")
    var out: [UInt8] = []
    if isSaturated || has("end", "zip64") {
      let place = start + directory.count
      out += [0x50, 0x4B, 6, 6] + Self.little(44, 8) + Self.little(45, 2) + Self.little(45, 2)
      out += [UInt8](repeating: 0, count: 8) + Self.little(count, 8) + Self.little(count, 8)
      out += Self.little(directory.count, 8) + Self.little(start, 8)
      out += [0x50, 0x4B, 6, 7, 0, 0, 0, 0] + Self.little(place, 8) + Self.little(1, 4)
    }
    let comment: [UInt8] =
      switch choice["end"] {
      case "comment": Array("a comment".utf8)
      case "signature-in-comment": [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
      default: []
      }
    let number = Self.little(isSaturated ? 0xFFFF : count, 2)
    out += [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + number + number
    out += Self.little(isSaturated ? 0xFFFF_FFFF : directory.count, 4)
    out += Self.little(isSaturated ? 0xFFFF_FFFF : start, 4)
    return out + Self.little(comment.count, 2) + comment
  }
}
