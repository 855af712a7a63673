/// Why a merge control file was refused, and where.
package struct MergeControlFileError: Error, Equatable, Sendable {
  /// The rule of the format that is broken, or a limit.
  package enum Code: UInt8, Sendable {
    /// The file ends before every announced name has been read.
    case truncatedHeader
    /// Line 1 or 2 is no count, or the first corpus is larger than the whole.
    case malformedCount
    /// The line begins with none of `STARTED`, `FT`, `COV`.
    case unknownMarker
    /// A field is no decimal number, or is missing.
    case malformedNumber
    /// A feature above 2³² − 1, or a size above 2⁶³ − 1.
    case numberTooLarge
    /// `STARTED` for another input than the next one.
    case unexpectedInput
    /// `FT` or `COV` for another input than the one that was started.
    case notStarted
    /// A second `FT` for the same input.
    case featuresTwice
    /// `COV` before `FT`.
    case locationsBeforeFeatures
    case tooManyInputs
    case nameTooLong
    case tooManyFeatures
  }

  /// The first rule that is broken.
  package let code: Code
  /// The byte at which the offending field or line begins; for a truncated file its length.
  package let offset: Int

  /// A refusal at a byte of the file.
  package init(_ code: Code, at offset: Int) {
    self.code = code
    self.offset = offset
  }
}

/// How much of a merge control file is accepted.
package struct MergeControlFileLimits: Equatable, Sendable {
  /// Most inputs of one file.
  package var inputs = 1 << 20
  /// Of one name, in bytes; the longest path of Linux.
  package var nameBytes = 4096
  /// Of all inputs together; four bytes of memory each.
  package var features = 1 << 27

  /// The defaults: those of the properties.
  package init() {}
}
