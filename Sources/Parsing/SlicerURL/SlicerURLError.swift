public import ByteReading

/// Refusal of a link: reason and offset.
///
/// `offset` counts bytes of the input from 0 and is at most the input's length.
public struct SlicerURLError: ParseError, Hashable {
  /// Reason why a text is not a `slicer` link: its bytes, RFC 3986 as the application reads it, or
  /// a limit.
  public enum Code: UInt8, ParseErrorCode, CaseIterable {
    /// The input has no bytes.
    case empty
    /// The input is longer than ``SlicerURLLimits/maximumBytes``.
    case tooLong
    /// A NUL, which a command line cannot carry.
    case nulByte
    /// The bytes are not UTF-8.
    case invalidUTF8
    /// No `scheme:` at the start.
    case missingScheme
    /// A scheme, but not `slicer`.
    case foreignScheme
    /// A byte that a host may not contain, or an unclosed `[`.
    case invalidHost
    /// A port that is not a decimal number of at most 65535.
    case invalidPort
    /// More query items than ``SlicerURLLimits/maximumQueryItems``.
    case tooManyQueryItems
  }

  /// The first rule that the input breaks.
  public var code: Code
  /// First byte that breaks the rule, from 0; at most the input's length.
  public var offset: Int

  /// A refusal at a byte of the input.
  public init(_ code: Code, at offset: Int) {
    self.code = code
    self.offset = offset
  }
}

extension SlicerURLError.Code {
  /// The reason in words.
  public var sentence: String {
    switch self {
    case .empty: "the link is empty"
    case .tooLong: "the link is longer than the limit"
    case .nulByte: "a NUL byte"
    case .invalidUTF8: "the bytes are not UTF-8"
    case .missingScheme: "no scheme before the first ':'"
    case .foreignScheme: "the scheme is not 'slicer'"
    case .invalidHost: "a byte that a host may not hold"
    case .invalidPort: "the port is not a number of at most 65535"
    case .tooManyQueryItems: "more query items than the limit"
    }
  }
}
