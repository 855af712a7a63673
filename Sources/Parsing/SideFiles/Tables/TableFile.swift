/// Delimited text of a table node (`.tsv`, `.csv`), as VTK's reader splits it.
///
/// Cost: linear in the file.
public struct TableFile: Sendable, Equatable {
  /// Column names: the fields of the first record.
  public internal(set) var columns: [[UInt8]] = []
  /// Number of records after the first.
  public internal(set) var rowCount = 0
  /// Notes and hazards, with offsets in the file.
  public internal(set) var report: SideFileReport

  /// Reads a whole file. Throws for a limit, or bytes that are not UTF-8.
  public init(
    reading input: Span<UInt8>, separator: UInt8 = 0x09, limits: SideFileLimits = .default
  ) throws(SideFileError) {
    guard input.count <= limits.maximumBytes else {
      throw SideFileError(.sizeLimit, at: limits.maximumBytes, in: input)
    }
    report = SideFileReport(limit: limits.maximumNotes)
    var text = DelimitedText(input, separator: separator)
    if let bad = text.firstInvalidByte {
      throw SideFileError(.invalidUTF8, at: bad, in: input)
    }
    guard let header = text.next() else { return }
    columns = header.fields
    var names: Set<[UInt8]> = []
    for name in columns where !names.insert(name).inserted {
      report.addHazard(.duplicateName, at: header.offset)
    }
    checkText(header)
    while let row = text.next() {
      guard rowCount < limits.maximumRecords else {
        throw SideFileError(.recordLimit, at: row.offset, in: input)
      }
      rowCount += 1
      if row.fields.count > columns.count { report.addHazard(.surplusColumn, at: row.offset) }
      if row.fields.count < columns.count { report.addHazard(.missingColumn, at: row.offset) }
      checkText(row)
    }
    if let comment = text.firstComment { report.addHazard(.commentInColumns, at: comment) }
  }

  private mutating func checkText(_ record: DelimitedText.Record) {
    let isUnsafe = record.fields.contains { TextFile.hasControlOrDirection($0[...]) }
    if isUnsafe { report.addHazard(.controlCharacter, at: record.offset) }
  }
}
