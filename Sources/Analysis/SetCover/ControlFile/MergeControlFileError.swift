/// Refusal of a merge control file, with its place.
package struct MergeControlFileError: Error, Equatable, Sendable {
  /// Violated rule of the format, or limit.
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
    /// `STARTED` for an input that is not the next one.
    case unexpectedInput
    /// `FT` or `COV` for an input that was not started.
    case notStarted
    /// A second `FT` for the same input.
    case featuresTwice
    /// `COV` before `FT`.
    case locationsBeforeFeatures
    case tooManyInputs
    case nameTooLong
    case tooManyFeatures
  }

  /// The first violated rule.
  package let code: Code
  /// Offset of the offending field or line; the length of a truncated file.
  package let offset: Int

  package init(_ code: Code, at offset: Int) {
    self.code = code
    self.offset = offset
  }
}

/// Limits of a merge control file.
package struct MergeControlFileLimits: Equatable, Sendable {
  /// Maximum number of inputs.
  package var inputs = 1 << 20
  /// Maximum bytes of a name; the longest path on Linux.
  package var nameBytes = 4096
  /// Maximum number of features; four bytes of memory each.
  package var features = 1 << 27

  package init() {}
}
