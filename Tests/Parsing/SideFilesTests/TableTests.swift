import ByteReading
import SideFiles
import Testing

@Suite("tables and plain texts of nodes")
struct TableTests {
  @Test("a table has the columns of its first record, and rows of another length are hazards")
  func table() throws {
    let file = try TableFile(reading: Array("a\tb\n1\t2\n3\n4\t5\t6\n".utf8).span)
    #expect(file.columns == [[0x61], [0x62]])
    #expect(file.rowCount == 3)
    #expect(file.report.hazards.map(\.code) == [.missingColumn, .surplusColumn])
    #expect(file.report.hazards.map(\.offset) == [8, 10])
  }

  @Test("repeated columns and control characters are hazards")
  func hostileTable() throws {
    let file = try TableFile(
      reading: Array("a,a\n\u{1B}[2J,x\n".utf8).span, separator: UInt8(ascii: ","))
    #expect(file.report.hazards.map(\.code) == [.duplicateName, .controlCharacter])
  }

  @Test("a table that is not UTF-8 is refused at the byte")
  func invalid() {
    #expect {
      _ = try TableFile(reading: [0x61, 0x0A, 0xFF].span)
    } throws: { error in
      let error = error as? SideFileError
      return error?.code == .invalidUTF8 && error?.position.offset == 2
    }
  }

  @Test("control and direction characters of a text are hazards at their line")
  func text() throws {
    let file = try TextFile(reading: Array("a\tb\r\n\u{202E}c\nd\u{7}\n".utf8).span)
    #expect(file.lineCount == 3)
    #expect(file.report.hazards.map(\.code) == [.controlCharacter, .controlCharacter])
    #expect(file.report.hazards.map(\.offset) == [5, 10])
  }
}
