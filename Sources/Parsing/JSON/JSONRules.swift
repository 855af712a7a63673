/// Which program's reading of JSON is meant, one named Boolean for each difference.
public struct JSONRules: Equatable, Sendable {
  /// `NaN`, `Inf` and `Infinity`, with or without a minus sign, are numbers.
  public var allowsNonFiniteNumbers: Bool
  /// Strings may hold bytes that are no UTF-8; they are kept as they are.
  public var allowsInvalidUTF8: Bool
  /// An escaped surrogate without its partner becomes U+FFFD; otherwise it is an error.
  public var replacesLoneSurrogates: Bool
  /// A NUL byte outside strings is the end of the text, whatever follows.
  public var endsAtNUL: Bool
  /// Numbers are put together digit by digit in double precision and scaled by one power of ten, up to three units
  /// off in the last place; otherwise they are the nearest double.
  public var usesFastNumbers: Bool

  /// Rules of one more program. Every difference must be decided: no parameter has a default.
  public init(
    allowsNonFiniteNumbers: Bool, allowsInvalidUTF8: Bool, replacesLoneSurrogates: Bool,
    endsAtNUL: Bool, usesFastNumbers: Bool
  ) {
    self.allowsNonFiniteNumbers = allowsNonFiniteNumbers
    self.allowsInvalidUTF8 = allowsInvalidUTF8
    self.replacesLoneSurrogates = replacesLoneSurrogates
    self.endsAtNUL = endsAtNUL
    self.usesFastNumbers = usesFastNumbers
  }

  /// RFC 8259.
  public static let standard = JSONRules(
    allowsNonFiniteNumbers: false, allowsInvalidUTF8: false, replacesLoneSurrogates: false,
    endsAtNUL: false, usesFastNumbers: false)

  /// The library in 3D Slicer with the flags that its markups reader gives it (each shown against it).
  public static let slicer = JSONRules(
    allowsNonFiniteNumbers: true, allowsInvalidUTF8: true, replacesLoneSurrogates: false,
    endsAtNUL: true, usesFastNumbers: true)

  /// Texts of programs that have just crashed: whatever can be read is.
  public static let report = JSONRules(
    allowsNonFiniteNumbers: true, allowsInvalidUTF8: true, replacesLoneSurrogates: true,
    endsAtNUL: false, usesFastNumbers: false)
}
