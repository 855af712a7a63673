import ByteReading
import SideFiles
import Testing

/// Color tables and transfer functions. Expectations were observed in the application's core.
@Suite struct ColorTests {
  private typealias Color = ColorTableFile.Color

  private func read(
    _ text: String, _ name: String = "x.ctbl", _ limits: SideFileLimits = .default
  ) throws -> ColorTableFile {
    try ColorTableFile(
      reading: Array(text.utf8).span, form: .init(fileName: name), limits: limits)
  }

  private func refusal(_ text: String, _ name: String) -> SideFileError? {
    do throws(SideFileError) {
      _ = try ColorTableFile(reading: Array(text.utf8).span, form: .init(fileName: name))
      return nil
    } catch {
      return error
    }
  }

  static let columns = "LabelValue,Name,Color_R,Color_G,Color_B,Color_A\n"

  @Test(
    "a line is an index, a word and four numbers, and reading stops at the first non-number",
    arguments: [
      ("0 a 1 2 3 4", 0, "a", [1, 2, 3, 4]), ("0 a 1 2 3", 0, "a", [1, 2, 3, 0]),
      ("0 a 1 2", 0, "a", [1, 2, 0, 0]), ("0 a", 0, "a", [0, 0, 0, 0]), ("0", 0, "", [0, 0, 0, 0]),
      ("x a 1 2 3 4", 0, "", [0, 0, 0, 0]), ("1.9 a 1 2 3 4", 1, ".9", [0, 0, 0, 0]),
      ("1 a 300 -5 1.6 1e999", 1, "a", [255, 0, 1.6, 255]), ("1 a x 2 3 4", 1, "a", [0, 0, 0, 0]),
      ("1 a nan inf 3 4", 1, "a", [0, 0, 0, 0]), ("0x10 a 1 2 3 4", 0, "x10", [0, 0, 0, 0]),
      ("+1 a 1e2 2 3 4", 1, "a", [100, 2, 3, 4]), ("007 a 1 2 3 -4", 7, "a", [1, 2, 3, 0]),
      (" \t0\ta 1 2 3 255\r", 0, "a", [1, 2, 3, 255]),
      ("1,a,1,2,3,4", 1, ",a,1,2,3,4", [0, 0, 0, 0]),
      ("0 a 1 2 3 4 5 # x", 0, "a", [1, 2, 3, 4]),
    ] as [(String, Int32, String, [Double])])
  func lines(_ line: String, _ index: Int32, _ name: String, _ components: [Double]) throws {
    let table = try read("# Color table file\n\(line)\n")
    let color = try #require(table.colors.first)
    #expect(table.colors.count == 1)
    #expect(table.count == Int(index) + 1)
    #expect(color.index == index)
    #expect(color.name == Array(name.utf8))
    #expect(color.components == components)
    #expect(color.offset == 19)
  }

  @Test(
    "underscores become blanks, and quotes at the ends are removed",
    arguments: [
      ("a_b", "a b"), ("_", ""), ("__", "  "), ("'_'", " "), ("''a''", "a"), ("'a'b'", "a'b"),
      ("\"a\"", "\"a\""), ("_'a_", " 'a "), ("#", "#"),
    ])
  func names(_ word: String, _ expected: String) throws {
    #expect(try read("0 \(word) 1 2 3 4\n").colors.first?.name == Array(expected.utf8))
  }

  @Test(
    "a line that makes the table invalid is refused at its offset",
    arguments: [
      ("x.ctbl", "0 a 1 2 3 4\n-1 b 1 2 3 4\n", .negativeColorIndex, 12),
      ("x.ctbl", "1000001 a 1 2 3 4\n", .colorIndexTooLarge, 0),
      ("x.txt", "2147483648 a 1 2 3 4\n", .colorIndexTooLarge, 0),
      ("x.ctbl", "0 a 1 2 3 4\n# Color procedural file x\n", .proceduralColors, 12),
      ("x.csv", "", .missingLabelColumn, 0), ("x.csv", "Name\na\n", .missingLabelColumn, 0),
      ("x.csv", "labelvalue\n0\n", .missingLabelColumn, 0),
      ("x.tsv", "LabelValue,Name\n0,a\n", .missingLabelColumn, 0),
      ("x.csv", columns + "0,a,x,2,3,4\n", .invalidComponent, 48),
      ("x.csv", columns + "0,a,1.5,2,3,4\n", .invalidComponent, 48),
      ("x.csv", columns + "0,a,,2,3,4\n", .invalidComponent, 48),
      ("x.csv", columns + "0,a,007,2,3,4\n", .invalidComponent, 48),
      ("x.csv", columns + "0,a\n1,b,1,2,3,4\n", .invalidComponent, 48),
      ("x.csv", columns + "1000001,a,1,2,3,4\n", .colorIndexTooLarge, 48),
    ] as [(String, String, SideFileError.Code, Int)])
  func refused(_ name: String, _ text: String, _ code: SideFileError.Code, _ offset: Int) {
    let error = refusal(text, name)
    #expect(error?.code == code)
    #expect(error?.position.offset == offset)
  }

  @Test("columns that are not UTF-8 are refused") func invalidUTF8() {
    do throws(SideFileError) {
      _ = try ColorTableFile(
        reading: (Array("LabelValue\n".utf8) + [0xFF]).span, form: .init(fileName: "x.csv"))
      Issue.record("accepted")
    } catch {
      #expect(error.code == .invalidUTF8)
      #expect(error.position.offset == 11)
    }
  }

  @Test(
    "columns are found by name in any order, and missing ones have defaults",
    arguments: [
      ("LabelValue\n0\n", "", [0, 0, 0, 255]),
      ("LabelValue,Name,Color_R\n0,a,5\n", "a", [5, 0, 0, 255]),
      ("Name,Color_A,X,LabelValue\nq,1,2,0\n", "q", [0, 0, 0, 1]),
      ("\u{FEFF}LabelValue,Name\r\n0,a\r\n", "a", [0, 0, 0, 255]),
      (columns + "0,\"a,b\",1,2,3,4\n", "a,b", [1, 2, 3, 4]),
      (columns + "0,a\"b\"c,1,2,3,4\n", "bc", [1, 2, 3, 4]),
      (columns + "0,\"a\"\"b\",1,2,3,4\n", "b", [1, 2, 3, 4]),
      (columns + "0,\"a\\\"b\\n#\",1,2,3,4\n", "a\"b\n#", [1, 2, 3, 4]),
      (columns + "0, a , 0x10 ,300,-5,+4\n", " a ", [16, 300, -5, 4]),
      (columns + "0,a_b,1,2,3,4\r", "a_b", [1, 2, 3, 4]),
    ] as [(String, String, [Double])])
  func columnsByName(_ text: String, _ name: String, _ components: [Double]) throws {
    let table = try read(text, "x.csv")
    #expect(table.colors.map(\.name) == [Array(name.utf8)])
    #expect(table.colors.first?.components == components)
  }

  @Test(
    "a row whose label is no number from 0 is skipped",
    arguments: ["x", "", "-1", "1e0", "007", "0.0", "2147483648"])
  func skippedRows(_ label: String) throws {
    let table = try read(Self.columns + "\(label),a,1,2,3,4\n3,b,1,2,3,4\n", "x.csv")
    #expect(table.colors.map(\.index) == [3])
    #expect(table.report.hazards == [SideFileHazard(.notANumber, at: 48)])
  }

  @Test("of lines with one index the last wins, and colors are sorted") func repeated() throws {
    let table = try read("7 g 1 2 3 4\n2 b 1 2 3 4\n2 c 5 6 7 8\n")
    #expect(table.colors.map(\.index) == [2, 7])
    #expect(table.colors.first?.name == Array("c".utf8))
    #expect(table.count == 8)
    #expect(table.report.notes == [SideFileNote(.repeatedColor, at: 24)])
  }

  @Test("an empty text table has one color, an empty table of columns has none") func empty() throws
  {
    #expect(try read("").count == 1)
    #expect(try read(Self.columns, "x.csv").count == 0)
  }

  @Test(
    "every dangerous line is a hazard at its offset",
    arguments: [
      ("0 '' 1 2 3 4", [.nameOfQuotes]), ("0 ' 1 2 3 4", [.oddQuotes, .nameOfQuotes]),
      ("0 a' 1 2 3 4", [.oddQuotes]), ("0 a 1 2 3", [.missingAlpha]), ("0 a 1", [.missingColumn]),
      ("0 a 256 2 3 4", [.componentOutOfRange]), ("999999 a 1 2 3 4", [.hugeTable]),
      ("x a 1 2 3 4", [.notANumber, .missingColumn]), ("   ", [.lineOfBlanks]),
    ] as [(String, [SideFileHazard.Code])])
  func finds(_ line: String, _ codes: [SideFileHazard.Code]) throws {
    let found = try read("#\n\(line)\n").report.hazards
    #expect(Set(found.map(\.code)) == Set(codes))
    #expect(found.allSatisfy { $0.offset == 2 })
  }

  @Test("a comment and a short row in columns are hazards") func columnHazards() throws {
    let comment = try read(Self.columns + "0,a#b\n", "x.csv").report.hazards
    #expect(comment.contains(SideFileHazard(.commentInColumns, at: 51)))
    let short = try read(Self.columns + "0,a,1,2,3,4\n1,b\n", "x.csv")
    #expect(short.report.hazards == [SideFileHazard(.shortRow, at: 60)])
    #expect(short.colors.last?.components == [0, 0, 0, 255])
  }

  @Test(
    "a written table reads back equal",
    arguments: [
      ("x.ctbl", "0 _ 1 2.5 3 4\n5 '_' 1 2 3\n6 a_b'c 255 0.1 1e-5 4\n"),
      ("x.csv", columns + "0,\"a\\\"\\\\,\\n#\",300,-5,3,4\n9,,1,2,3,4\n"),
      (
        "x.tsv",
        "LabelValue\tName\tCategory_CodingScheme\tRegion_CodeMeaning\n1\ta b\tSCT\t\"x\\ty\"\n"
      ),
    ])
  func writeRead(_ name: String, _ text: String) throws {
    let table = try read(text, name)
    let again = try ColorTableFile(reading: table.write().span, form: .init(fileName: name))
    #expect(again.colors == table.colors)
    #expect(!table.colors.isEmpty)
  }

  @Test("a transfer function is sorted by position, and a non-number reads as 0")
  func procedural() throws {
    let text = "# Color procedural file\n1 1 0 0\n0 300 -1 x\n1 0 1 0\n\nq 1 2 3\n"
    let file = try ProceduralColorFile(reading: Array(text.utf8).span)
    #expect(file.points.map(\.values) == [Reals([0, 0, 0, 0]), Reals([1, 0, 1, 0])])
    #expect(file.report.notes.map(\.offset) == [43, 52])
    let again = try ProceduralColorFile(reading: file.write().span)
    #expect(again.points == file.points)
  }

  @Test("words after alpha are dropped with a note")
  func surplus() throws {
    let file = try ColorTableFile(reading: Array("0 a 1 2 3 4\n1 b 1 2 3 4 more words\n".utf8).span)
    #expect(file.colors.count == 2)
    #expect(file.report.notes == [SideFileNote(.surplusWords, at: 12)])
    #expect(file.report.hazards.isEmpty)
  }

  @Test(
    "control and direction characters in a color name are hazards",
    arguments: ["\u{1B}[31m", "a\u{202E}b", "a\u{7F}"])
  func controls(_ name: String) throws {
    let text = try ColorTableFile(reading: Array("0 \(name) 1 2 3 4\n".utf8).span)
    #expect(text.report.hazards == [SideFileHazard(.controlCharacter, at: 0)])
    let columns = try ColorTableFile(
      reading: Array("LabelValue,Name\n1,\(name)\n".utf8).span,
      form: .columns(separator: UInt8(ascii: ",")))
    #expect(columns.report.hazards == [SideFileHazard(.controlCharacter, at: 16)])
  }
}
