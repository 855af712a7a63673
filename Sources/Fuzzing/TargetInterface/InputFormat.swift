/// Name of the format of a target's inputs, such as `scene` or `zip`.
///
/// The fuzz entry finds the mutator of a format in `MutatorRegistry`. Targets of one format can
/// share their corpora.
public struct InputFormat: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The name, as the registry spells it.
  public let name: String

  /// Creates the format of that name. A name that the registry lacks stands for plain bytes; a test
  /// checks that no target has one.
  public init(stringLiteral name: String) { self.name = name }

  /// Plain bytes, which only libFuzzer mutates.
  public static let bytes: InputFormat = "bytes"
}
