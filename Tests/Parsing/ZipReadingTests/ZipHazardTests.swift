import Testing
import ZipReading

/// An accepted archive with its expected hazards.
struct ArchiveWithNotes: CustomStringConvertible, Sendable {
  let description: String
  let codes: [ZipHazard.Code]
  let bytes: [UInt8]

  init(_ description: String, _ codes: [ZipHazard.Code], _ bytes: [UInt8]) {
    self.description = description
    self.codes = codes
    self.bytes = bytes
  }

  init(
    _ description: String, _ codes: [ZipHazard.Code], style: ZipWriter.Style = .plain,
    bend change: (inout BentArchive) -> Void
  ) {
    let honest = BentArchive([("a", "hello"), ("b", "world")], style: style)
    self.init(description, codes, honest.bent(change).bytes)
  }

  init(_ description: String, _ codes: [ZipHazard.Code], names: [String]) {
    self.init(description, codes, BentArchive(names.map { ($0, "") }).bytes)
  }

  /// Creates an archive of a link, followed by members of the given names.
  init(
    _ description: String, _ codes: [ZipHazard.Code], link: String, to target: String,
    _ names: [String]
  ) {
    var writer = ZipWriter()
    writer.add(name: link, contents: Array(target.utf8), unixMode: 0o120777)
    for name in names { writer.add(name: name, contents: []) }
    self.init(description, codes, writer.finish())
  }
}

@Suite("differences between two readings of an archive are hazards")
struct ZipHazardTests {
  static let headers: [ArchiveWithNotes] = [
    ArchiveWithNotes("local name", [.localNameDisagrees]) {
      $0.bytes[$0.offset(.local, 1) + 30] = 0x63
    },
    ArchiveWithNotes("local method", [.localMethodDisagrees]) {
      $0.set(.local, 1, field: 8, to: 8)
    },
    ArchiveWithNotes("local version", [.localVersionDisagrees]) {
      $0.set(.local, 1, field: 4, to: 45)
    },
    ArchiveWithNotes("local time", [.localTimeDisagrees]) {
      $0.set(.local, 1, field: 10, to: 1)
    },
    ArchiveWithNotes("local date", [.localTimeDisagrees]) {
      $0.set(.local, 1, field: 12, to: 0x22)
    },
    ArchiveWithNotes("a flag that only the local header has", [.localFlagsDisagree]) {
      $0.set(.local, 1, field: 6, to: 2)
    },
    ArchiveWithNotes("compressed patched data", [.localFlagsDisagree, .patchedMember]) {
      $0.set(.central, 1, field: 8, to: 0x20)
    },
    ArchiveWithNotes("strong encryption", [.localFlagsDisagree, .encryptedMember]) {
      $0.set(.central, 1, field: 8, to: 0x40)
    },
    ArchiveWithNotes("an extra field with other content", [.extraFieldDisagrees]) {
      $0.addLocalExtra([0x99, 0x99, 2, 0, 1, 2])
      $0.addCentralExtra(1, [0x99, 0x99, 2, 0, 1, 3])
    },
    ArchiveWithNotes("an equal extra field", []) {
      $0.addLocalExtra([0x99, 0x99, 2, 0, 1, 2])
      $0.addCentralExtra(1, [0x99, 0x99, 2, 0, 1, 2])
    },
    ArchiveWithNotes("a Unicode path only in the local header", [.unicodePathDisagrees]) {
      $0.addLocalExtra([0x75, 0x70, 6, 0, 1, 0xF9, 0xEF, 0xBE, 0x71, 0x7A])
    },
    ArchiveWithNotes("a Unicode path only in the directory", [.unicodePathDisagrees]) {
      $0.addCentralExtra(1, [0x75, 0x70, 6, 0, 1, 0xF9, 0xEF, 0xBE, 0x71, 0x62])
    },
    ArchiveWithNotes("an equal Unicode path in both headers", []) {
      $0.addLocalExtra([0x75, 0x70, 6, 0, 1, 0xF9, 0xEF, 0xBE, 0x71, 0x62])
      $0.addCentralExtra(1, [0x75, 0x70, 6, 0, 1, 0xF9, 0xEF, 0xBE, 0x71, 0x62])
    },
    ArchiveWithNotes("a Unicode path with the checksum of another name", [.unicodePathDisagrees]) {
      $0.addLocalExtra([0x75, 0x70, 6, 0, 1, 0xF8, 0xEF, 0xBE, 0x71, 0x62])
      $0.addCentralExtra(1, [0x75, 0x70, 6, 0, 1, 0xF8, 0xEF, 0xBE, 0x71, 0x62])
    },
    ArchiveWithNotes("a Unicode path of an unknown version", [.extraFieldInvalid]) {
      $0.addLocalExtra([0x75, 0x70, 6, 0, 2, 0xF9, 0xEF, 0xBE, 0x71, 0x62])
      $0.addCentralExtra(1, [0x75, 0x70, 6, 0, 2, 0xF9, 0xEF, 0xBE, 0x71, 0x62])
    },
    ArchiveWithNotes("two Unicode paths", [.extraFieldRepeated]) {
      let path: [UInt8] = [0x75, 0x70, 6, 0, 1, 0xF9, 0xEF, 0xBE, 0x71, 0x62]
      $0.addLocalExtra(path)
      $0.addCentralExtra(1, path + path)
    },
    ArchiveWithNotes("two alignments that differ", [.extraFieldDisagrees]) {
      $0.addLocalExtra([0x35, 0xD9, 2, 0, 4, 0])
      $0.addCentralExtra(1, [0x35, 0xD9, 2, 0, 8, 0])
    },
    ArchiveWithNotes("two equal alignments with padding of other lengths", []) {
      $0.addLocalExtra([0x35, 0xD9, 5, 0, 4, 0, 0, 0, 0])
      $0.addCentralExtra(1, [0x35, 0xD9, 2, 0, 4, 0])
    },
    ArchiveWithNotes("alignment with zeros", []) {
      $0.addLocalExtra([0x35, 0xD9, 4, 0, 4, 0, 0, 0])
    },
    ArchiveWithNotes("alignment with other bytes", [.paddingNotZero]) {
      $0.addLocalExtra([0x35, 0xD9, 4, 0, 4, 0, 0, 7])
    },
    ArchiveWithNotes("padding of three bytes", [.paddingNotZero]) {
      $0.addLocalExtra([0, 0, 1])
    },
    ArchiveWithNotes("local flags", [.localFlagsDisagree]) { $0.set(.local, 1, field: 6, to: 1) },
    ArchiveWithNotes("local size", [.localSizeDisagrees]) {
      $0.set(.local, 1, field: 22, width: 4, to: 6)
    },
    ArchiveWithNotes("local compressed size", [.localCompressedSizeDisagrees]) {
      $0.set(.local, 1, field: 18, width: 4, to: 6)
    },
    ArchiveWithNotes("local checksum", [.localChecksumDisagrees]) {
      $0.set(.local, 1, field: 14, width: 4, to: 6)
    },
    ArchiveWithNotes("descriptor of another checksum", [.descriptorDisagrees], style: .slicer) {
      $0.set(.descriptor, 1, field: 4, width: 4, to: 1)
    },
    ArchiveWithNotes("descriptor without signature", [], style: .slicer) {
      let start = $0.offset(.descriptor, 1)
      $0.bytes.removeSubrange(start..<start + 4)
      $0.set(.end, field: 16, width: 4, to: UInt64(start + 12))
    },
    ArchiveWithNotes("two entries counted as one", [.entryCountDisagrees]) {
      $0.set(.end, field: 8, to: 1)
      $0.set(.end, field: 10, to: 1)
    },
    ArchiveWithNotes("directory said to be shorter", [.directorySizeDisagrees]) {
      $0.set(.end, field: 12, width: 4, to: 47)
    },
    ArchiveWithNotes("directory said to lie elsewhere", [.directoryOffsetDisagrees]) {
      $0.set(.end, field: 16, width: 4, to: 71)
    },
    ArchiveWithNotes("a member only in the file", [.entryCountDisagrees, .unlistedMember]) {
      let start = $0.offset(.central, 1)
      $0.bytes.removeSubrange(start..<start + 47)
      $0.set(.end, field: 12, width: 4, to: 47)
    },
    ArchiveWithNotes("bytes of no member", [.unusedBytes]) {
      $0.bytes.insert(contentsOf: [1, 2, 3], at: $0.offset(.central))
      $0.set(.end, field: 16, width: 4, to: 75)
    },
    ArchiveWithNotes("bytes after the end record", [.trailingBytes]) { $0.bytes += [0, 0, 0] },
    ArchiveWithNotes("comment cut off", [.commentOutside]) { $0.set(.end, field: 20, to: 3) },
    ArchiveWithNotes("an end record in the comment", [.endRecordInComment, .prefixBytes]) {
      let end = ZipWriter().finish()
      $0.set(.end, field: 20, to: UInt64(end.count))
      $0.bytes += end
    },
    ArchiveWithNotes(
      "a later end record whose directory lies outside", [.secondEndRecord, .trailingBytes]
    ) {
      var end = BentArchive([])
      end.set(.end, field: 16, width: 4, to: 9000)
      $0.bytes += end.bytes
    },
    ArchiveWithNotes("a zip64 locator that points outside", [.zip64LocatorInvalid]) {
      $0.bytes.insert(contentsOf: zip64Locator(to: 1 << 40), at: $0.offset(.end))
    },
    ArchiveWithNotes("extra fields cut off by the end record", [.extraFieldInvalid]) {
      $0.set(.central, 1, field: 30, to: 60000)
    },
    ArchiveWithNotes("a member's comment cut off by the end record", [.commentOutside]) {
      $0.set(.central, 1, field: 32, to: 3)
    },
    ArchiveWithNotes("a zip64 field without need", [.zip64FieldUnneeded]) {
      $0.addCentralExtra(1, [1, 0, 16, 0, 5, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0])
    },
    ArchiveWithNotes("a zip64 field without need, with another size", [.zip64Disagrees]) {
      $0.addCentralExtra(1, [1, 0, 8, 0, 6, 0, 0, 0, 0, 0, 0, 0])
    },
    ArchiveWithNotes("a saturated disk with its number in the zip64 field", []) {
      $0.set(.central, 1, field: 34, to: 0xFFFF)
      $0.addCentralExtra(1, [1, 0, 4, 0, 0, 0, 0, 0])
    },
    ArchiveWithNotes("a disk in the zip64 field", [.multipleDisks]) {
      $0.set(.central, 1, field: 34, to: 0xFFFF)
      $0.addCentralExtra(1, [1, 0, 4, 0, 7, 0, 0, 0])
    },
    ArchiveWithNotes("the marker of a split archive", [.spanningMarker]) {
      $0.bytes.insert(contentsOf: [0x50, 0x4B, 0x30, 0x30], at: 0)
      $0.set(.central, 0, field: 42, width: 4, to: 4)
      $0.set(.central, 1, field: 42, width: 4, to: 40)
      $0.set(.end, field: 16, width: 4, to: 76)
    },
    ArchiveWithNotes(
      "bytes put between two members",
      [.directoryOffsetDisagrees, .headerOffsetDisagrees, .unusedBytes]
    ) {
      $0.bytes.insert(contentsOf: [1, 2, 3, 4], at: $0.offset(.local, 1))
    },
    ArchiveWithNotes("traditional encryption", [.localFlagsDisagree, .encryptedMember]) {
      $0.set(.central, 1, field: 8, to: 1)
    },
    ArchiveWithNotes(
      "Unicode path of another name, only in the directory",
      Array(repeating: .unicodePathDisagrees, count: 4)
    ) {
      // The field of "b" has the right checksum and renames the member; the other is stale.
      for (index, sum) in [(1, [0xF9, 0xEF, 0xBE, 0x71] as [UInt8]), (0, [0, 0, 0, 0])] {
        let start = $0.offset(.central, index)
        $0.set(.central, index, field: 30, to: 10)
        $0.bytes.insert(contentsOf: [0x75, 0x70, 6, 0, 1] + sum + [0x7A], at: start + 47)
      }
      $0.set(.end, field: 12, width: 4, to: 114)
    },
    ArchiveWithNotes("extra field past its block", [.extraFieldInvalid]) {
      $0.set(.central, 1, field: 30, to: 4)
      $0.bytes.insert(contentsOf: [0x99, 0x99, 9, 0], at: $0.offset(.end))
      $0.set(.end, field: 12, width: 4, to: 98)
    },
    ArchiveWithNotes(
      "a stored archive inside", [.nestedArchive],
      {
        var writer = ZipWriter()
        writer.add(name: "inner", contents: BentArchive([("a", "")]).bytes)
        return writer.finish()
      }()),
  ]

  static let names: [ArchiveWithNotes] = [
    ArchiveWithNotes("empty", [.emptyName], names: [""]),
    ArchiveWithNotes("absolute", [.absoluteName], names: ["/etc/x"]),
    ArchiveWithNotes("climbing", [.parentComponent], names: ["a/../../x"]),
    ArchiveWithNotes(
      "climbing by backslashes", [.backslash, .parentComponent], names: ["a\\..\\x"]),
    ArchiveWithNotes("drive", [.driveLetter], names: ["C:x"]),
    ArchiveWithNotes("NUL", [.nulInName], names: ["a\u{0}b"]),
    ArchiveWithNotes("control", [.controlInName], names: ["a\u{1B}[2J"]),
    ArchiveWithNotes("bidi", [.bidiInName], names: ["a\u{202E}gnp.mrml"]),
    ArchiveWithNotes("two dots in a name", [], names: ["a..b/..c/d..e"]),
    ArchiveWithNotes("a dot component", [], names: ["./a"]),
    ArchiveWithNotes("twice", [.duplicateName], names: ["a", "a"]),
    ArchiveWithNotes("twins in case", [.caseFoldingTwin], names: ["a/B", "A/b"]),
    ArchiveWithNotes("twins in normal form", [.caseFoldingTwin], names: ["\u{E9}", "e\u{301}"]),
    ArchiveWithNotes("file and directory", [.fileAndDirectory], names: ["a", "a/"]),
    ArchiveWithNotes("through a file", [.throughFile], names: ["a", "a/b"]),
    ArchiveWithNotes("through a file that comes later", [.throughFile], names: ["a/b", "a"]),
    ArchiveWithNotes("directory and its files", [], names: ["a/", "a/b", "a/c"]),
    ArchiveWithNotes(
      "twins in compatibility form", [.compatibilityTwin], names: ["file", "\u{FB01}le"]),
    ArchiveWithNotes(
      "twins in full case folding", [.compatibilityTwin], names: ["STRASSE", "straße"]),
    ArchiveWithNotes(
      "twins by an invisible character", [.invisibleInName, .compatibilityTwin],
      names: ["ab", "a\u{200B}b"]),
    ArchiveWithNotes("not twins", [], names: ["ä", "a", "ss", "s"]),
    ArchiveWithNotes("a device", [.windowsDeviceName], names: ["d/CON"]),
    ArchiveWithNotes("a device with an extension", [.windowsDeviceName], names: ["nul.txt"]),
    ArchiveWithNotes(
      "a device with a superscript digit", [.windowsDeviceName], names: ["COM\u{B9}.x"]),
    ArchiveWithNotes("a device in a folder's place", [.windowsDeviceName], names: ["aux/x"]),
    ArchiveWithNotes("no devices", [], names: ["CONSOLE", "COM", "COM10", "nulx", "a.con"]),
    ArchiveWithNotes("a dot at the end", [.trailingDotOrSpace], names: ["name."]),
    ArchiveWithNotes("a space before a slash", [.trailingDotOrSpace], names: ["trail /x"]),
    ArchiveWithNotes("reserved characters", [.windowsCharacter], names: ["a<b>\"|?*"]),
    ArchiveWithNotes("an alternate stream", [.alternateStream], names: ["file.txt:hidden"]),
    ArchiveWithNotes("256 bytes", [.longComponent], names: [String(repeating: "a", count: 256)]),
    ArchiveWithNotes("255 bytes", [], names: [String(repeating: "a", count: 255)]),
    ArchiveWithNotes(
      "a path of 269 characters", [.longPath],
      names: [Array(repeating: "abcdefgh", count: 30).joined(separator: "/")]),
    ArchiveWithNotes("a zero-width joiner", [.invisibleInName], names: ["a\u{200D}b"]),
    ArchiveWithNotes("a no-break space", [.invisibleInName], names: ["a\u{A0}b"]),
    ArchiveWithNotes("a bundle's name", [.nestedArchive], names: ["Data/Sequence.MRB"]),
  ]

  static let links: [ArchiveWithNotes] = [
    ArchiveWithNotes("inside", [.symbolicLink], link: "d/l", to: "../x", []),
    ArchiveWithNotes("out", [.symbolicLink, .linkEscapes], link: "d/l", to: "../../x", []),
    ArchiveWithNotes(
      "out and in again", [.symbolicLink, .linkEscapes], link: "l", to: "../d/x", []),
    ArchiveWithNotes("absolute", [.symbolicLink, .linkEscapes], link: "l", to: "/etc", []),
    ArchiveWithNotes(
      "written through", [.symbolicLink, .throughLink], link: "l", to: "x", ["l/a"]),
  ]

  /// A zip64 end of central directory locator (APPNOTE 4.3.15).
  static func zip64Locator(to offset: UInt64) -> [UInt8] {
    [0x50, 0x4B, 6, 7, 0, 0, 0, 0] + (0..<8).map { UInt8(truncatingIfNeeded: offset >> (8 * $0)) }
      + [1, 0, 0, 0]
  }

  @Test("a header or record that disagrees is a hazard", arguments: headers)
  func notesHeaders(archive: ArchiveWithNotes) throws {
    #expect(try ZipArchive(reading: archive.bytes.span).hazards.map(\.code) == archive.codes)
  }

  @Test("a dangerous name is a hazard", arguments: names)
  func notesNames(archive: ArchiveWithNotes) throws {
    #expect(try ZipArchive(reading: archive.bytes.span).hazards.map(\.code) == archive.codes)
  }

  @Test("a symbolic link is a hazard", arguments: links)
  func notesLinks(archive: ArchiveWithNotes) throws {
    #expect(try ZipArchive(reading: archive.bytes.span).hazards.map(\.code) == archive.codes)
  }

  @Test("a disagreement has both values and the offset")
  func bothValues() throws {
    let archive = BentArchive([("a", "hello")]).bent { $0.set(.local, field: 22, width: 4, to: 6) }
    let hazard = try #require(try ZipArchive(reading: archive.bytes.span).hazards.first)
    #expect(hazard.member == 0)
    #expect(hazard.name == "a")
    #expect(hazard.offset == 22)
    #expect(hazard.central == "5")
    #expect(hazard.local == "6")
    #expect(hazard.message == "central directory and local header differ in the size: 5 and 6")
  }

  @Test("a ratio above the maximum of DEFLATE has a code of its own")
  func ratios() throws {
    let zeros = BentArchive.deflated("z", [UInt8](repeating: 0, count: 2 << 20))
    #expect(try zeros.codes() == [.highRatio])
    let forged = zeros.bent {
      $0.set(.local, field: 22, width: 4, to: 4 << 20)
      $0.set(.central, field: 24, width: 4, to: 4 << 20)
    }
    #expect(try forged.codes() == [.impossibleRatio])
    let archive = try ZipArchive(reading: forged.bytes.span)
    #expect(throws: ZipError(.sizeMismatch, at: 0, value: 4 << 20)) {
      _ = try archive.contents(of: 0, in: forged.bytes.span)
    }
  }
}

@Suite("messages of hazards are one printable line")
struct ZipMessageTests {
  @Test("control characters of a name are escaped in the message")
  func hostileName() throws {
    let honest = BentArchive([("ab", "hello")], style: .plain)
    let bytes = honest.bent { $0.bytes[$0.offset(.local, 0) + 30] = 0x1B }.bytes
    let hazards = try ZipArchive(reading: bytes.span).hazards
    let hazard = try #require(hazards.first { $0.code == .localNameDisagrees })
    #expect(hazard.local == "\u{1B}b")
    #expect(hazard.message.hasSuffix(": ab and \\u{1B}b"))
    #expect(!hazard.message.utf8.contains(0x1B))
  }
}
