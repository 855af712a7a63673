import ByteReading
import SlicerURL
import Testing

private func read(
  _ text: String, limits: SlicerURLLimits = .default
) throws(SlicerURLError) -> SlicerURL {
  try read(bytes: Array(text.utf8), limits: limits)
}

private func read(
  bytes: [UInt8], limits: SlicerURLLimits = .default
) throws(SlicerURLError) -> SlicerURL {
  try SlicerURL(reading: bytes.span, limits: limits)
}

private let study =
  "slicer://viewer/?dicomweb_endpoint=https%3A%2F%2Fpacs.example%2Fdicomweb&studyUID=1.2.840"

@Suite struct SlicerURLTests {
  @Test("a link to the viewer gives endpoint and study")
  func readsViewerLink() throws {
    let link = try read(study + "&access_token=abc&bulk_retrieve=0")
    #expect(
      link.viewerLink
        == ViewerLink(
          endpoint: "https://pacs.example/dicomweb", studyUID: "1.2.840", accessToken: "abc",
          bulkRetrieve: .off))
    #expect(link.hazards.map(\.code) == [.accessToken])
    #expect(link.hazards.map(\.offset) == [study.utf8.count + 1])
  }

  @Test("a plain viewer link has no hazard") func isClean() throws {
    #expect(try read(study).hazards.isEmpty)
  }

  @Test(
    "a text that is not a slicer link is refused at its offset",
    arguments: [
      ("", .empty, 0), ("slicer", .missingScheme, 6), ("://viewer", .missingScheme, 0),
      ("1slicer://viewer", .missingScheme, 7), ("http://viewer", .foreignScheme, 0),
      ("slicers://viewer", .foreignScheme, 0), ("sli cer://viewer", .missingScheme, 3),
      ("slicer://vi\0ewer", .nulByte, 11), ("slicer://vi ewer", .invalidHost, 11),
      ("slicer://[::1/", .invalidHost, 9), ("slicer://[x]/", .invalidHost, 10),
      ("slicer://viewer:x/", .invalidPort, 16), ("slicer://viewer:65536/", .invalidPort, 20),
      ("slicer://a@b@viewer/", .invalidHost, 12), ("slicer://view%2Fer/", .invalidHost, 9),
      ("slicer://view%er/", .invalidHost, 13),
    ] as [(String, SlicerURLError.Code, Int)])
  func refuses(_ text: String, _ code: SlicerURLError.Code, _ offset: Int) {
    #expect(throws: SlicerURLError(code, at: offset)) { try read(text) }
  }

  @Test("bytes that are not UTF-8 are refused at the first of them") func refusesInvalidUTF8() {
    let bytes = Array("slicer://viewer/".utf8) + [0xC3, 0x28]
    #expect(throws: SlicerURLError(.invalidUTF8, at: 16)) { try read(bytes: bytes) }
  }

  @Test("a link over a limit is refused, and one at the limit is read") func enforcesLimits() throws
  {
    let limits = SlicerURLLimits(maximumBytes: 64, maximumQueryItems: 2, maximumHazards: 1)
    #expect(throws: SlicerURLError(.tooLong, at: 64)) { try read(study, limits: limits) }
    #expect(throws: SlicerURLError(.tooManyQueryItems, at: 20)) {
      try read("slicer://viewer?a&b&c", limits: limits)
    }
    let link = try read("slicer://viewer/x?a&b", limits: limits)
    #expect(link.hazards.count == 1)
    #expect(link.uncountedHazards > 0)
  }

  @Test(
    "a suspicious part is a hazard at its offset",
    arguments: [
      ("slicer:viewer", .missingAuthority, 7), ("slicer://other/", .foreignAuthority, 0),
      ("slicer://u:p@viewer/", .userInfo, 9), ("slicer://viewer:80/", .port, 16),
      ("slicer://v\u{455}ewer/", .nonASCIIHost, 9), ("slicer://view%65r/", .encodedHost, 9),
      ("slicer://viewer/path", .ignoredPath, 15), ("slicer://viewer/#top", .ignoredFragment, 16),
      ("slicer://viewer/?a=1&a=2", .duplicateName, 21),
      ("slicer://viewer/?a=%4", .strayPercent, 19),
      ("slicer://viewer/?a=%2531", .doublyEncoded, 17), ("slicer://viewer/?a=%FF", .notUTF8, 17),
      ("slicer://viewer/?a=%0A", .controlCharacter, 17),
      ("slicer://viewer/?a=%250A", .controlCharacter, 17),
      ("slicer://viewer/?studyUID=1", .missingEndpoint, 27),
      ("slicer://viewer/?a=b", .missingStudy, 20), ("slicer://viewer/?a=b", .unknownName, 17),
      ("slicer://viewer/?dicomweb_endpoint=http://h&studyUID=1", .insecureEndpoint, 17),
      ("slicer://viewer/?dicomweb_endpoint=file:///h&studyUID=1", .foreignEndpoint, 17),
      ("slicer://viewer/?dicomweb_endpoint=https://u@h&studyUID=1", .endpointUserInfo, 17),
      ("slicer://viewer/?dicomweb_endpoint=https://h&studyUID=x", .malformedStudy, 45),
      ("\(study)&bulk_retrieve=yes", .invalidBulkRetrieve, study.utf8.count + 1),
    ] as [(String, SlicerURLHazard.Code, Int)])
  func finds(_ text: String, _ code: SlicerURLHazard.Code, _ offset: Int) throws {
    #expect(try read(text).hazards.contains(SlicerURLHazard(code, at: offset)))
  }

  @Test(
    "every hostile shape of a link is a hazard",
    arguments: [
      ("slicer://other/?a=b", .foreignAuthority), ("slicer://user:pass@viewer/?a=b", .userInfo),
      ("slicer://viewer:8080/?a=b", .port), ("\(study)&studyUID=2", .duplicateName),
      ("slicer://viewer/?studyUID=%2531", .doublyEncoded),
      ("slicer://viewer/?dicomweb_endpoint=https://h", .missingStudy),
      ("\(study)&bulk_retrieve=1.5", .invalidBulkRetrieve),
      ("slicer://vi\u{456}wer/?a=b", .nonASCIIHost), ("slicer://view%65r/?a=b", .encodedHost),
      (
        "slicer://viewer/?dicomweb_endpoint=https://\u{456}.example&studyUID=1",
        .internationalEndpoint
      ),
      (
        "slicer://viewer/?dicomweb_endpoint=https://xn--a.example&studyUID=1",
        .internationalEndpoint
      ),
      ("slicer://viewer/?a=" + String(repeating: "x", count: 2048), .longLink),
    ] as [(String, SlicerURLHazard.Code)])
  func shapes(_ text: String, _ code: SlicerURLHazard.Code) throws {
    #expect(try read(text).hazards.contains { $0.code == code })
  }

  @Test("a token for an endpoint without encryption is a danger at the token")
  func tokenInTheClear() throws {
    let text = "slicer://viewer/?dicomweb_endpoint=http://h&studyUID=1&access_token=t"
    let link = try read(text)
    #expect(link.hazards.contains(SlicerURLHazard(.tokenInTheClear, at: 55)))
    #expect(SlicerURLHazard.Code.tokenInTheClear.severity == .danger)
  }

  @Test("a link of 2049 bytes is long at the byte past 2048") func longLinks() throws {
    let text = "slicer://viewer/?a=" + String(repeating: "x", count: 2029)
    #expect(try !read(text).hazards.contains { $0.code == .longLink })
    #expect(try read(text + "x").hazards.contains(SlicerURLHazard(.longLink, at: 2048)))
  }

  @Test(
    "the viewer answers only its own authority, with endpoint and study",
    arguments: [
      ("SLICER://VIEWER?dicomweb_endpoint=e&studyUID=1", true),
      ("slicer://view%65r/any/path?dicomweb_endpoint=e&studyUID=1", true),
      ("slicer://viewer:80?dicomweb_endpoint=e&studyUID=1", false),
      ("slicer://u@viewer?dicomweb_endpoint=e&studyUID=1", false),
      ("slicer://viewer?dicomweb_endpoint=e", false),
      ("slicer://viewer?studyUID=1", false),
      ("slicer:viewer?dicomweb_endpoint=e&studyUID=1", false),
    ])
  func answers(_ text: String, _ expected: Bool) throws {
    #expect((try read(text).viewerLink != nil) == expected)
  }

  @Test("duplicate names are all kept, and the last value counts") func lastWins() throws {
    let link = try read("slicer://viewer?dicomweb_endpoint=e&studyUID=1&studyUID=2")
    #expect(link.query?.count == 3)
    #expect(link.viewerLink?.studyUID == "2")
  }

  @Test("the viewer decodes a second time") func decodesTwice() throws {
    let link = try read("slicer://viewer?dicomweb_endpoint=a%2520b&studyUID=%2531")
    #expect(link.value(of: "dicomweb_endpoint") == Array("a%20b".utf8))
    #expect(link.viewerLink?.endpoint == "a b")
    #expect(link.viewerLink?.studyUID == "1")
  }

  @Test(
    "bulk_retrieve is a whole number by the rules of Python",
    arguments: [
      ("1", .on), ("0", .off), ("-1", .off), ("+7", .on), ("%20%201%20", .on), ("1_000", .on),
      ("00", .off), ("\u{0661}", .on), ("", .invalid), ("1__0", .invalid), ("_1", .invalid),
      ("1_", .invalid), ("1.0", .invalid), ("true", .invalid), ("+ 1", .invalid), ("0x1", .invalid),
      (String(repeating: "1", count: 4300), .on), (String(repeating: "1", count: 4301), .invalid),
    ] as [(String, ViewerLink.BulkRetrieve)])
  func bulkRetrieve(_ text: String, _ expected: ViewerLink.BulkRetrieve) throws {
    let link = try read(study + "&bulk_retrieve=" + text)
    #expect(link.viewerLink?.bulkRetrieve == expected)
  }

  @Test(
    "a written link reads back equal",
    arguments: [
      study, "slicer:", "slicer://", "slicer:path?",
      "Slicer://U:p@VIEWER:080/a%2Fb?a&=&b==%2526&+#f%zz",
      "slicer://[2001:db8::1]:7?\u{E9}=%FF", "slicer://viewer?&", "slicer:///x",
      "slicer://viewer:/",
    ])
  func roundTrips(_ text: String) throws {
    let link = try read(text)
    let written = link.write()
    #expect(try read(bytes: written) == link)
    #expect(try read(bytes: written).write() == written)
  }

  @Test("an error is at most 32 bytes") func errorIsSmall() {
    #expect(MemoryLayout<SlicerURLError>.size <= 32)
  }
}
