public import ByteReading

/// A dangerous property of an accepted side file.
public struct SideFileHazard: Hazard, Hashable {
  /// Kinds of hazards. Raw values are stable: programs see them in JSON.
  public enum Code: String, HazardCode {
    /// A repeated name in one object: readers differ in which one wins.
    case duplicateName
    /// A coordinate or value that is infinite or not a number.
    case nonFiniteNumber
    /// Arrays and objects more than a hundred deep.
    case deepNesting
    /// An element of the list of markups that is no object, or has no type.
    case elementWithoutType
    /// An item that must be an object is not.
    case itemNotObject
    /// A value of the wrong type.
    case wrongType
    /// A vector or matrix of the wrong length.
    case wrongLength
    /// A vector element that is no number: the vector is written partially.
    case partialVector
    /// Bytes that are not UTF-8.
    case invalidUTF8
    /// Bytes after a NUL that ends the text for the reader.
    case bytesAfterNUL
    /// A label format with a conversion besides a name and a number.
    case formatConversion
    /// A text with control or direction characters.
    case controlCharacter
    /// A header after a point: it applies from there on.
    case lateHeader
    /// A version that no release wrote.
    case unknownVersion
    /// A line with fewer columns than its reader needs.
    case missingColumn
    /// A line with more columns than the format has.
    case surplusColumn
    /// A quote that is open at the end of its line.
    case unclosedQuote
    /// A line that uses another separator.
    case foreignSeparator
    /// A coordinate that is no number, or only in part: the readable prefix is used.
    case notANumber
    /// An undefined status number.
    case unknownStatus
    /// A color component outside its range.
    case componentOutOfRange
    /// A color without alpha while others have one: transparent or opaque, depending on the form.
    case missingAlpha
    /// A color name with an odd number of quotes.
    case oddQuotes
    /// A color name of nothing but quotes.
    case nameOfQuotes
    /// A first index that creates a table of more than 65,536 colors.
    case hugeTable
    /// A line of blanks: its color is undefined, and it is skipped here.
    case lineOfBlanks
    /// A comment in a table of columns: its effect on the rows around it is undefined.
    case commentInColumns
    /// A row that ends before its components: whether they are absent or empty is undefined.
    case shortRow
    /// A data file outside the folder of the header.
    case pathOutside
    /// More than 2^36 samples.
    case hugeImage
    /// A line longer than its reader's buffer: the rest of the file is not read.
    case longLine
    /// A file with fewer than nine lines.
    case missingLine
    /// A negative count.
    case negativeCount
    /// A count that differs from the number of values after it.
    case countMismatch
    /// Positions of a function that do not ascend: the application moves them.
    case positionsNotAscending
    /// A header that claims more data than the file has.
    case dataTooShort
    /// Compressed data that is no valid stream.
    case invalidStream
    /// An offset that leads outside the data.
    case offsetOutside
    /// An index of a point that does not exist.
    case indexOutside
    /// A number of components that is 0 or over 65,536.
    case componentCount
    /// Two sizes in a header that contradict each other.
    case sizesDisagree
    /// Listed columns that contradict the fixed order of the format, which readers use.
    case columnsContradict
    /// A list of data files with bytes to skip, which some readers take for the name of a file.
    case listWithSkips
    /// A segment with a color that is not finite, or a layer that does not exist.
    case unusualSegment
    /// A class or file name inside a header that the application would act on.
    case activeName
  }

  /// Kind of the hazard, which determines severity and message.
  public var code: Code
  /// Byte offset in the file.
  public var offset: Int

  /// Creates a hazard at a byte of the file.
  public init(_ code: Code, at offset: Int) {
    self.code = code
    self.offset = offset
  }
}

extension SideFileHazard.Code {
  /// Severity of the hazard.
  public var severity: HazardSeverity {
    switch self {
    case .wrongType, .wrongLength, .invalidUTF8, .surplusColumn, .componentOutOfRange,
      .missingAlpha, .oddQuotes, .missingLine, .positionsNotAscending:
      .note
    case .duplicateName, .nonFiniteNumber, .partialVector, .controlCharacter, .bytesAfterNUL,
      .lateHeader, .unknownVersion, .missingColumn, .unclosedQuote, .foreignSeparator,
      .notANumber, .unknownStatus, .hugeTable, .lineOfBlanks, .commentInColumns, .shortRow,
      .longLine, .countMismatch, .invalidStream, .sizesDisagree, .columnsContradict, .listWithSkips,
      .unusualSegment, .activeName:
      .warning
    case .deepNesting, .elementWithoutType, .itemNotObject, .formatConversion, .nameOfQuotes,
      .pathOutside, .hugeImage, .negativeCount, .dataTooShort, .offsetOutside, .indexOutside,
      .componentCount:
      .danger
    }
  }

  /// Description of the hazard.
  public var sentence: String {
    switch self {
    case .duplicateName: "a name is repeated in one object"
    case .nonFiniteNumber: "a number that is infinite or not a number"
    case .deepNesting: "arrays and objects more than a hundred deep"
    case .elementWithoutType: "an element of the list is not an object with a type"
    case .itemNotObject: "an item of a list is not an object"
    case .wrongType: "a value of the wrong type"
    case .wrongLength: "a list of the wrong length"
    case .partialVector: "a vector with an element that is not a number"
    case .invalidUTF8: "bytes that are not UTF-8"
    case .bytesAfterNUL: "bytes follow the NUL that ends the text for the reader"
    case .formatConversion: "a label format with an unexpected conversion"
    case .controlCharacter: "a text with control characters"
    case .lateHeader: "a header after a point applies from there on"
    case .unknownVersion: "a version that no release wrote"
    case .missingColumn: "a line has fewer columns than its reader needs"
    case .surplusColumn: "a line has more columns than the format"
    case .unclosedQuote: "a quote is open at the end of its line"
    case .foreignSeparator: "a line uses another separator"
    case .notANumber: "a number is unreadable, or only its beginning is one"
    case .unknownStatus: "an undefined status"
    case .componentOutOfRange: "a color component is outside its range"
    case .missingAlpha: "a color has no alpha"
    case .oddQuotes: "a color name has an odd number of quotes"
    case .nameOfQuotes: "a color name is nothing but quotes"
    case .hugeTable: "the first index makes a table of more than 65,536 colors"
    case .lineOfBlanks: "a line of blanks has no defined color"
    case .commentInColumns: "a comment in a table of columns"
    case .shortRow: "a row ends before its components"
    case .pathOutside: "a data file lies outside the folder of the header"
    case .hugeImage: "an image of more than 2^36 samples"
    case .longLine: "a line is longer than the buffer of its reader; the rest is not read"
    case .missingLine: "the file ends before its last line"
    case .negativeCount: "a negative count"
    case .countMismatch: "a count that differs from the number of values after it"
    case .positionsNotAscending: "positions that do not ascend"
    case .dataTooShort: "the header claims more data than the file has"
    case .invalidStream: "compressed data is not a valid stream"
    case .offsetOutside: "an offset leads outside the data"
    case .indexOutside: "an index of a point that does not exist"
    case .componentCount: "an impossible number of components"
    case .sizesDisagree: "two sizes contradict each other"
    case .columnsContradict: "the listed columns contradict the fixed order, which readers use"
    case .listWithSkips: "a list of data files with skips, which some readers take for a file name"
    case .unusualSegment: "a segment with an invalid color or a layer that does not exist"
    case .activeName: "a name of a class that the application would create"
    }
  }
}
