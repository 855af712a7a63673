import ByteReading
import SceneBundle
import SceneModel
import Testing
import ZipReading

/// The texts of errors for people: position, reason and code, without bytes of the input.
@Suite struct ErrorTextTests {
  @Test("the error of a text has line, column, reason and code")
  func scene() {
    let text = Array("<MRML>\n<a></\u{1B}b></MRML>".utf8)
    let error = #expect(throws: SceneError.self) { try Scene(reading: text.span) }
    let shown = error.map { "\($0)" } ?? ""
    #expect(shown.hasPrefix("line 2, column "), "\(shown)")
    #expect(shown.hasSuffix("[\(error?.name ?? "")]"), "\(shown)")
    #expect(!shown.contains("\u{1B}"))
  }

  @Test("the error of an archive has offset, reason and code")
  func archive() {
    let bytes = Array("no archive".utf8)
    let error = #expect(throws: ZipError.self) { try ZipArchive(reading: bytes.span) }
    let shown = error.map { "\($0)" } ?? ""
    #expect(shown.hasPrefix("byte \(error?.offset ?? -1): no end of central directory record"))
    #expect(shown.hasSuffix(" [endRecordMissing]"))
  }

  @Test("every reason of a scene that cannot be written has a text of its own")
  func writing() {
    let texts = SceneWritingError.Code.allCases.map { "\(SceneWritingError($0, node: 7))" }
    #expect(Set(texts).count == texts.count)
    #expect(texts.allSatisfy { $0.hasPrefix("node 7: ") })
  }
}
