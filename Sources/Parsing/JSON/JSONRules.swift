/// Dialect of JSON: one named Boolean for each difference between readers.
public struct JSONRules: Equatable, Sendable {
  /// `NaN`, `Inf` and `Infinity`, with or without a minus sign, are numbers.
  public var allowsNonFiniteNumbers: Bool
  /// Strings may contain bytes that are not UTF-8; they are kept as they are.
  public var allowsInvalidUTF8: Bool
  /// An escaped surrogate without its pair becomes U+FFFD; otherwise it is an error.
  public var replacesLoneSurrogates: Bool
  /// A NUL outside strings ends the text, whatever follows.
  public var endsAtNUL: Bool
  /// Numbers are computed digit by digit in double precision and scaled by one power of ten, with
  /// an error of up to three units in the last place; otherwise they are the nearest double.
  public var usesFastNumbers: Bool

  /// Rules of another program. Every difference must be decided, so no parameter has a default.
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

  /// The JSON library in 3D Slicer with the flags of its markups reader; each rule was compared
  /// with it.
  public static let slicer = JSONRules(
    allowsNonFiniteNumbers: true, allowsInvalidUTF8: true, replacesLoneSurrogates: false,
    endsAtNUL: true, usesFastNumbers: true)

  /// Reports of crashed programs: everything readable is accepted.
  public static let report = JSONRules(
    allowsNonFiniteNumbers: true, allowsInvalidUTF8: true, replacesLoneSurrogates: true,
    endsAtNUL: false, usesFastNumbers: false)
}
