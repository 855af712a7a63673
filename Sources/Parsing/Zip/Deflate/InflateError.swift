/// Reason and offset of a refused DEFLATE, zlib or gzip stream.
public struct InflateError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The violated rule: of RFC 1951 for the stream, of RFC 1950 and 1952 for wrappers, or a limit.
  public enum Code: UInt8, CaseIterable, Sendable {
    // RFC 1951
    case unexpectedEnd
    case reservedBlockType
    case storedLengthMismatch
    case tooManyCodes
    case codeLengthCodeOversubscribed
    case codeLengthCodeIncomplete
    case repeatWithoutPrevious
    case repeatPastEnd
    case endOfBlockMissing
    case literalCodeOversubscribed
    case literalCodeIncomplete
    case distanceCodeOversubscribed
    case distanceCodeIncomplete
    case unusedLiteralCode
    case unusedDistanceCode
    case distanceTooFar
    // Limits of the caller
    case outputLimit
    case ratioLimit
    // RFC 1950 and RFC 1952
    case notThisFormat
    case headerChecksumMismatch
    case unknownCompressionMethod
    case windowTooLarge
    case presetDictionary
    case reservedHeaderFlags
    case dataChecksumMismatch
    case dataLengthMismatch
  }

  /// First rule that does not hold.
  public let code: Code
  /// Offset of the refused element in bytes; the input's length for `unexpectedEnd`.
  public let offset: Int

  /// A refusal at a byte of the input.
  public init(_ code: Code, at offset: Int) {
    self.code = code
    self.offset = offset
  }

  /// One sentence for people.
  public var message: String { "\(code.explanation) (offset \(offset))" }

  /// Offset, reason and code in one line, without bytes of the input.
  public var description: String { "byte \(offset): \(code.explanation) [\(code)]" }
}

extension InflateError.Code {
  /// Meaning of the code, without offset.
  public var explanation: String {
    switch self {
    case .unexpectedEnd: "the compressed stream ends too early"
    case .reservedBlockType: "block type 3 is reserved"
    case .storedLengthMismatch: "a stored block's length and its complement disagree"
    case .tooManyCodes: "more than 286 literal/length or 30 distance codes"
    case .codeLengthCodeOversubscribed: "the code length code is over-subscribed"
    case .codeLengthCodeIncomplete: "the code length code is incomplete"
    case .repeatWithoutPrevious: "a repeated code length has no predecessor"
    case .repeatPastEnd: "a repeated code length runs past the last code"
    case .endOfBlockMissing: "there is no code for the end of the block"
    case .literalCodeOversubscribed: "the literal/length code is over-subscribed"
    case .literalCodeIncomplete: "the literal/length code is incomplete"
    case .distanceCodeOversubscribed: "the distance code is over-subscribed"
    case .distanceCodeIncomplete: "the distance code is incomplete"
    case .unusedLiteralCode: "the bits are not a literal/length code"
    case .unusedDistanceCode: "the bits are not a distance code"
    case .distanceTooFar: "a match reaches back before the first byte"
    case .outputLimit: "the output is longer than the limit"
    case .ratioLimit: "the output grows faster than the ratio limit allows"
    case .notThisFormat: "the header is of another format"
    case .headerChecksumMismatch: "the checksum of the header does not match"
    case .unknownCompressionMethod: "the compression method is not deflate"
    case .windowTooLarge: "the window is larger than 32768 bytes"
    case .presetDictionary: "the stream needs a preset dictionary"
    case .reservedHeaderFlags: "reserved header flags are set"
    case .dataChecksumMismatch: "the checksum of the data does not match"
    case .dataLengthMismatch: "the stored length of the data does not match"
    }
  }
}
