/// A shape in an accepted side file that is dangerous to a reader or to the person who opens it.
public struct SideFileHazard: Equatable, Hashable, Sendable {
  /// How much attention a hazard deserves. Raw values are stable: programs see them in JSON.
  public enum Severity: String, Sendable, CaseIterable { case note, warning, danger }

  /// The kinds of hazards. Raw values are stable: programs see them in JSON.
  public enum Code: String, Sendable, CaseIterable {
    /// A name twice in one object: readers differ in which counts.
    case duplicateName
    /// A coordinate or value that is infinite or not a number.
    case nonFiniteNumber
    /// Arrays and objects more than a hundred deep.
    case deepNesting
    /// An element of the list of markups that is no object, or has no type.
    case elementWithoutType
    /// An item that must be an object is not.
    case itemNotObject
    /// Values of every type in the wrong place.
    case wrongType
    /// A vector or matrix of the wrong length.
    case wrongLength
    /// A number inside a vector that is none: the vector is written in part.
    case partialVector
    /// Bytes that are no UTF-8.
    case invalidUTF8
    /// Bytes behind a NUL that ends the text for the reader.
    case bytesAfterNUL
    /// A label format with another conversion than those of a name and a number.
    case formatConversion
    /// A text with control or direction characters.
    case controlCharacter
    /// A header behind a point: it counts from there on.
    case lateHeader
    /// A version that no program wrote.
    case unknownVersion
    /// A line with fewer columns than its reader needs.
    case missingColumn
    /// A line with more columns than there are.
    case surplusColumn
    /// A quote that is open at the end of its line.
    case unclosedQuote
    /// A line that other separators cut.
    case foreignSeparator
    /// A coordinate that is no number, or only in part: what can be read counts.
    case notANumber
    /// A number for the status that has no meaning.
    case unknownStatus
    /// A color component outside its range.
    case componentOutOfRange
    /// A color without alpha where the others have one: transparent, or opaque, by the form.
    case missingAlpha
    /// A color name with an odd number of quotes.
    case oddQuotes
    /// A color name of nothing but quotes.
    case nameOfQuotes
    /// A first index that makes a table of more than 65,536 colors.
    case hugeTable
    /// A line of nothing but blanks: which color it stands for is not defined, and it is left out here.
    case lineOfBlanks
    /// A comment in a table of columns: what it does to the rows around it is not defined.
    case commentInColumns
    /// A row of columns that ends before its components: whether they are absent or empty is not defined.
    case shortRow
    /// A data file outside the folder of the header.
    case pathOutside
    /// More samples than two to the 36th.
    case hugeImage
    /// A line longer than its reader holds: what follows is not read.
    case longLine
    /// A file that ends before its ninth line.
    case missingLine
    /// A count below zero.
    case negativeCount
    /// A count that the numbers behind it do not bear out.
    case countMismatch
    /// Positions of a function that do not ascend: the application moves them.
    case positionsNotAscending
  }

  /// The kind of the hazard, which also decides severity and message.
  public var code: Code
  /// Byte offset in the file.
  public var offset: Int

  /// A hazard at a byte of the file.
  public init(_ code: Code, at offset: Int) {
    self.code = code
    self.offset = offset
  }

  /// That of the code: equal codes weigh the same in every file.
  public var severity: Severity { code.severity }
  /// One sentence for people, without bytes of the file.
  public var message: String { code.sentence }
}

extension SideFileHazard.Code {
  /// How much attention the hazard deserves.
  public var severity: SideFileHazard.Severity {
    switch self {
    case .wrongType, .wrongLength, .invalidUTF8, .surplusColumn, .componentOutOfRange,
      .missingAlpha, .oddQuotes, .missingLine, .positionsNotAscending:
      .note
    case .duplicateName, .nonFiniteNumber, .partialVector, .controlCharacter, .bytesAfterNUL,
      .lateHeader, .unknownVersion, .missingColumn, .unclosedQuote, .foreignSeparator,
      .notANumber, .unknownStatus, .hugeTable, .lineOfBlanks, .commentInColumns, .shortRow,
      .longLine, .countMismatch:
      .warning
    case .deepNesting, .elementWithoutType, .itemNotObject, .formatConversion, .nameOfQuotes,
      .pathOutside, .hugeImage, .negativeCount:
      .danger
    }
  }

  /// The hazard in words.
  public var sentence: String {
    switch self {
    case .duplicateName: "a name stands twice in one object"
    case .nonFiniteNumber: "a number that is infinite or not a number"
    case .deepNesting: "arrays and objects more than a hundred deep"
    case .elementWithoutType: "an element of the list is no object with a type"
    case .itemNotObject: "an item of a list is no object"
    case .wrongType: "a value of another type than its name asks for"
    case .wrongLength: "a list of another length than its name asks for"
    case .partialVector: "a vector with an element that is no number"
    case .invalidUTF8: "bytes that are not UTF-8"
    case .bytesAfterNUL: "bytes follow the NUL that ends the text for the reader"
    case .formatConversion: "a label format with an unexpected conversion"
    case .controlCharacter: "a text with control or direction characters"
    case .lateHeader: "a header stands behind a point and counts from there on"
    case .unknownVersion: "a version that no program wrote"
    case .missingColumn: "a line has fewer columns than its reader needs"
    case .surplusColumn: "a line has more columns than there are"
    case .unclosedQuote: "a quote is open at the end of its line"
    case .foreignSeparator: "a line is cut by another separator"
    case .notANumber: "a coordinate is no number, or only in part"
    case .unknownStatus: "a status without a meaning"
    case .componentOutOfRange: "a color component is outside its range"
    case .missingAlpha: "a color has no alpha"
    case .oddQuotes: "a color name has an odd number of quotes"
    case .nameOfQuotes: "a color name is nothing but quotes"
    case .hugeTable: "the first index makes a table of more than 65,536 colors"
    case .lineOfBlanks: "a line of nothing but blanks stands for no defined color"
    case .commentInColumns: "a comment in a table of columns"
    case .shortRow: "a row ends before its components"
    case .pathOutside: "a data file lies outside the folder of the header"
    case .hugeImage: "an image of more than 2^36 samples"
    case .longLine: "a line is longer than its reader holds; what follows is not read"
    case .missingLine: "the file ends before its last line"
    case .negativeCount: "a count below zero"
    case .countMismatch: "a count that does not fit the numbers behind it"
    case .positionsNotAscending: "positions that do not ascend"
    }
  }
}
