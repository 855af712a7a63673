import Testing
import ZipReading

/// An archive that is read all the same, and what is remarked.
struct RemarkedArchive: CustomStringConvertible, Sendable {
  let description: String
  let codes: [ZipFinding.Code]
  let bytes: [UInt8]

  init(_ description: String, _ codes: [ZipFinding.Code], _ bytes: [UInt8]) {
    self.description = description
    self.codes = codes
    self.bytes = bytes
  }

  init(
    _ description: String, _ codes: [ZipFinding.Code], style: ZipWriter.Style = .plain,
    bend change: (inout BentArchive) -> Void
  ) {
    let honest = BentArchive([("a", "hello"), ("b", "world")], style: style)
    self.init(description, codes, honest.bent(change).bytes)
  }

  init(_ description: String, _ codes: [ZipFinding.Code], names: [String]) {
    self.init(description, codes, BentArchive(names.map { ($0, "") }).bytes)
  }

  /// A link and, behind it, members of the given names.
  init(
    _ description: String, _ codes: [ZipFinding.Code], link: String, to target: String,
    _ names: [String]
  ) {
    var writer = ZipWriter()
    writer.add(name: link, contents: Array(target.utf8), unixMode: 0o120777)
    for name in names { writer.add(name: name, contents: []) }
    self.init(description, codes, writer.finish())
  }
}

@Suite("what one archive shows differently to two programs is remarked")
struct ZipFindingTests {
  static let headers: [RemarkedArchive] = [
    RemarkedArchive("local name", [.localNameDisagrees]) {
      $0.bytes[$0.offset(.local, 1) + 30] = 0x63
    },
    RemarkedArchive("local method", [.localMethodDisagrees]) { $0.set(.local, 1, field: 8, to: 8) },
    RemarkedArchive("local flags", [.localFlagsDisagree]) { $0.set(.local, 1, field: 6, to: 1) },
    RemarkedArchive("local size", [.localSizeDisagrees]) {
      $0.set(.local, 1, field: 22, width: 4, to: 6)
    },
    RemarkedArchive("local compressed size", [.localCompressedSizeDisagrees]) {
      $0.set(.local, 1, field: 18, width: 4, to: 6)
    },
    RemarkedArchive("local checksum", [.localChecksumDisagrees]) {
      $0.set(.local, 1, field: 14, width: 4, to: 6)
    },
    RemarkedArchive("descriptor of another checksum", [.descriptorDisagrees], style: .slicer) {
      $0.set(.descriptor, 1, field: 4, width: 4, to: 1)
    },
    RemarkedArchive("descriptor without signature", [], style: .slicer) {
      let start = $0.offset(.descriptor, 1)
      $0.bytes.removeSubrange(start..<start + 4)
      $0.set(.end, field: 16, width: 4, to: UInt64(start + 12))
    },
    RemarkedArchive("two entries counted as one", [.entryCountDisagrees]) {
      $0.set(.end, field: 8, to: 1)
      $0.set(.end, field: 10, to: 1)
    },
    RemarkedArchive("directory said to be shorter", [.directorySizeDisagrees]) {
      $0.set(.end, field: 12, width: 4, to: 47)
    },
    RemarkedArchive("directory said to lie elsewhere", [.directoryOffsetDisagrees]) {
      $0.set(.end, field: 16, width: 4, to: 71)
    },
    RemarkedArchive("a member only in the file", [.entryCountDisagrees, .unlistedMember]) {
      let start = $0.offset(.central, 1)
      $0.bytes.removeSubrange(start..<start + 47)
      $0.set(.end, field: 12, width: 4, to: 47)
    },
    RemarkedArchive("bytes of no member", [.unusedBytes]) {
      $0.bytes.insert(contentsOf: [1, 2, 3], at: $0.offset(.central))
      $0.set(.end, field: 16, width: 4, to: 75)
    },
    RemarkedArchive("bytes behind the end record", [.trailingBytes]) { $0.bytes += [0, 0, 0] },
    RemarkedArchive("comment cut off", [.commentOutside]) { $0.set(.end, field: 20, to: 3) },
    RemarkedArchive("an end record in the comment", [.endRecordInComment, .prefixBytes]) {
      let end = ZipWriter().finish()
      $0.set(.end, field: 20, to: UInt64(end.count))
      $0.bytes += end
    },
    RemarkedArchive(
      "an end record behind, whose directory is nowhere", [.secondEndRecord, .trailingBytes]
    ) {
      var end = BentArchive([])
      end.set(.end, field: 16, width: 4, to: 9000)
      $0.bytes += end.bytes
    },
    RemarkedArchive("a zip64 locator that points outside", [.zip64LocatorInvalid]) {
      $0.bytes.insert(contentsOf: zip64Locator(to: 1 << 40), at: $0.offset(.end))
    },
    RemarkedArchive("extra fields cut off by the end record", [.extraFieldInvalid]) {
      $0.set(.central, 1, field: 30, to: 60000)
    },
    RemarkedArchive("a member's comment cut off by the end record", [.commentOutside]) {
      $0.set(.central, 1, field: 32, to: 3)
    },
    RemarkedArchive("a zip64 field that nothing asks for", [.zip64FieldUnneeded]) {
      $0.addCentralExtra(1, [1, 0, 16, 0, 5, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0])
    },
    RemarkedArchive("a zip64 field that nothing asks for, with another size", [.zip64Disagrees]) {
      $0.addCentralExtra(1, [1, 0, 8, 0, 6, 0, 0, 0, 0, 0, 0, 0])
    },
    RemarkedArchive("a saturated disk with its number in the zip64 field", []) {
      $0.set(.central, 1, field: 34, to: 0xFFFF)
      $0.addCentralExtra(1, [1, 0, 4, 0, 0, 0, 0, 0])
    },
    RemarkedArchive("a disk in the zip64 field", [.multipleDisks]) {
      $0.set(.central, 1, field: 34, to: 0xFFFF)
      $0.addCentralExtra(1, [1, 0, 4, 0, 7, 0, 0, 0])
    },
    RemarkedArchive("the marker of a divided archive", [.spanningMarker]) {
      $0.bytes.insert(contentsOf: [0x50, 0x4B, 0x30, 0x30], at: 0)
      $0.set(.central, 0, field: 42, width: 4, to: 4)
      $0.set(.central, 1, field: 42, width: 4, to: 40)
      $0.set(.end, field: 16, width: 4, to: 76)
    },
    RemarkedArchive(
      "bytes put between two members",
      [.directoryOffsetDisagrees, .headerOffsetDisagrees, .unusedBytes]
    ) {
      $0.bytes.insert(contentsOf: [1, 2, 3, 4], at: $0.offset(.local, 1))
    },
    RemarkedArchive("encrypted the old way", [.localFlagsDisagree, .encryptedMember]) {
      $0.set(.central, 1, field: 8, to: 1)
    },
    RemarkedArchive("Unicode path of another name", [.unicodePathDisagrees, .unicodePathDisagrees])
    {
      // Once with the checksum of "b", once with a stale one: the first renames the member.
      for (index, sum) in [(1, [0xF9, 0xEF, 0xBE, 0x71] as [UInt8]), (0, [0, 0, 0, 0])] {
        let start = $0.offset(.central, index)
        $0.set(.central, index, field: 30, to: 10)
        $0.bytes.insert(contentsOf: [0x75, 0x70, 6, 0, 1] + sum + [0x7A], at: start + 47)
      }
      $0.set(.end, field: 12, width: 4, to: 114)
    },
    RemarkedArchive("extra field past its block", [.extraFieldInvalid]) {
      $0.set(.central, 1, field: 30, to: 4)
      $0.bytes.insert(contentsOf: [0x99, 0x99, 9, 0], at: $0.offset(.end))
      $0.set(.end, field: 12, width: 4, to: 98)
    },
    RemarkedArchive(
      "a stored archive inside", [.nestedArchive],
      {
        var writer = ZipWriter()
        writer.add(name: "inner", contents: BentArchive([("a", "")]).bytes)
        return writer.finish()
      }()),
  ]

  static let names: [RemarkedArchive] = [
    RemarkedArchive("empty", [.emptyName], names: [""]),
    RemarkedArchive("absolute", [.absoluteName], names: ["/etc/x"]),
    RemarkedArchive("climbing", [.parentComponent], names: ["a/../../x"]),
    RemarkedArchive(
      "climbing by backslashes", [.backslash, .parentComponent], names: ["a\\..\\x"]),
    RemarkedArchive("drive", [.driveLetter], names: ["C:x"]),
    RemarkedArchive("NUL", [.nulInName], names: ["a\u{0}b"]),
    RemarkedArchive("control", [.controlInName], names: ["a\u{1B}[2J"]),
    RemarkedArchive("bidi", [.bidiInName], names: ["a\u{202E}gnp.mrml"]),
    RemarkedArchive("two dots in a name", [], names: ["a..b/..c/d.."]),
    RemarkedArchive("a dot component", [], names: ["./a"]),
    RemarkedArchive("twice", [.duplicateName], names: ["a", "a"]),
    RemarkedArchive("twins in case", [.caseFoldingTwin], names: ["a/B", "A/b"]),
    RemarkedArchive("twins in normal form", [.caseFoldingTwin], names: ["\u{E9}", "e\u{301}"]),
    RemarkedArchive("file and directory", [.fileAndDirectory], names: ["a", "a/"]),
    RemarkedArchive("through a file", [.throughFile], names: ["a", "a/b"]),
    RemarkedArchive("through a file that comes later", [.throughFile], names: ["a/b", "a"]),
    RemarkedArchive("directory and its files", [], names: ["a/", "a/b", "a/c"]),
    RemarkedArchive("a bundle's name", [.nestedArchive], names: ["Data/Sequence.MRB"]),
  ]

  static let links: [RemarkedArchive] = [
    RemarkedArchive("inside", [.symbolicLink], link: "d/l", to: "../x", []),
    RemarkedArchive("out", [.symbolicLink, .linkEscapes], link: "d/l", to: "../../x", []),
    RemarkedArchive(
      "out and in again", [.symbolicLink, .linkEscapes], link: "l", to: "../d/x", []),
    RemarkedArchive("absolute", [.symbolicLink, .linkEscapes], link: "l", to: "/etc", []),
    RemarkedArchive("written through", [.symbolicLink, .throughLink], link: "l", to: "x", ["l/a"]),
  ]

  /// A zip64 end of central directory locator (APPNOTE 4.3.15).
  static func zip64Locator(to offset: UInt64) -> [UInt8] {
    [0x50, 0x4B, 6, 7, 0, 0, 0, 0] + (0..<8).map { UInt8(truncatingIfNeeded: offset >> (8 * $0)) }
      + [1, 0, 0, 0]
  }

  @Test("headers, records and places", arguments: headers)
  func remarksHeaders(archive: RemarkedArchive) throws {
    #expect(try ZipArchive(reading: archive.bytes.span).findings.map(\.code) == archive.codes)
  }

  @Test("names", arguments: names)
  func remarksNames(archive: RemarkedArchive) throws {
    #expect(try ZipArchive(reading: archive.bytes.span).findings.map(\.code) == archive.codes)
  }

  @Test("links", arguments: links)
  func remarksLinks(archive: RemarkedArchive) throws {
    #expect(try ZipArchive(reading: archive.bytes.span).findings.map(\.code) == archive.codes)
  }

  @Test("a disagreement names both values and the place")
  func bothValues() throws {
    let archive = BentArchive([("a", "hello")]).bent { $0.set(.local, field: 22, width: 4, to: 6) }
    let finding = try #require(try ZipArchive(reading: archive.bytes.span).findings.first)
    #expect(finding.member == 0)
    #expect(finding.name == "a")
    #expect(finding.offset == 22)
    #expect(finding.central == "5")
    #expect(finding.local == "6")
    #expect(finding.message == "central directory and local header give two sizes: 5 and 6")
  }

  @Test("a ratio that DEFLATE cannot reach is told from one that it can")
  func ratios() throws {
    let zeros = BentArchive.deflated("z", [UInt8](repeating: 0, count: 2 << 20))
    #expect(try zeros.codes() == [.highRatio])
    let lie = zeros.bent {
      $0.set(.local, field: 22, width: 4, to: 4 << 20)
      $0.set(.central, field: 24, width: 4, to: 4 << 20)
    }
    #expect(try lie.codes() == [.impossibleRatio])
    let archive = try ZipArchive(reading: lie.bytes.span)
    #expect(throws: ZipError(.sizeMismatch, at: 0, value: 4 << 20)) {
      _ = try archive.contents(of: 0, in: lie.bytes.span)
    }
  }
}

@Suite("findings are told in one harmless line")
struct ZipMessageTests {
  @Test("a name that a terminal would obey is written out in the message, and a long one is cut")
  func hostileName() throws {
    let honest = BentArchive([("ab", "hello")], style: .plain)
    let bytes = honest.bent { $0.bytes[$0.offset(.local, 0) + 30] = 0x1B }.bytes
    let findings = try ZipArchive(reading: bytes.span).findings
    let finding = try #require(findings.first { $0.code == .localNameDisagrees })
    #expect(finding.local == "\u{1B}b")
    #expect(finding.message.hasSuffix(": ab and \\u{1B}b"))
    #expect(!finding.message.utf8.contains(0x1B))
  }
}
