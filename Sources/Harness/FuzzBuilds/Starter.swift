/// The program that a first session starts with: the target `xml` with libFuzzer's own mutations.
/// It links one reader and no mutator, and so is built in a fifth of the time of the full program.
package enum Starter {
  /// The target that it runs.
  package static let target = "xml"
  /// Its product.
  package static let product = "xml-starter"
}
