extension FileReport {
  /// Adds line and column to the hazards and notes of a text that have only an offset.
  ///
  /// Lines end with LF, CR or CRLF; columns count bytes. Linear in the text, whatever the number of
  /// hazards.
  ///
  /// - Parameter member: the archive member that the text is; nil when it is the input.
  package mutating func addPlaces(in text: [UInt8], member: String? = nil) {
    let isUTF16 = text.starts(with: [0xFE, 0xFF]) || text.starts(with: [0xFF, 0xFE])
    guard !isUTF16 else { return }
    let places = Self.places(
      of: (hazards + notes).filter { Self.isText($0, member) }.compactMap(\.offset), in: text)
    for index in hazards.indices where Self.isText(hazards[index], member) {
      Self.place(&hazards[index], places)
    }
    for index in notes.indices where Self.isText(notes[index], member) {
      Self.place(&notes[index], places)
    }
  }

  private static func isText(_ hazard: ReportedHazard, _ member: String?) -> Bool {
    (hazard.source == .scene || hazard.source == .sideFile) && hazard.member == member
      && hazard.line == nil
  }

  private static func place(
    _ hazard: inout ReportedHazard, _ places: [Int: (line: Int, column: Int)]
  ) {
    guard let place = hazard.offset.flatMap({ places[$0] }) else { return }
    (hazard.line, hazard.column) = (place.line, place.column)
  }

  private static func places(
    of offsets: [Int], in text: [UInt8]
  ) -> [Int: (line: Int, column: Int)] {
    var places: [Int: (line: Int, column: Int)] = [:]
    var (index, line, start) = (0, 1, 0)
    for offset in Set(offsets).sorted() where offset >= 0 && offset <= text.count {
      while index < offset {
        let byte = text[index]
        index += 1
        let isLineEnd =
          byte == 0x0A || byte == 0x0D && !(index < text.count && text[index] == 0x0A)
        if isLineEnd { (line, start) = (line + 1, index) }
      }
      places[offset] = (line, offset - start + 1)
    }
    return places
  }
}
