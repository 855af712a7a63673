import ProcessSupport

/// An injected bug: a patch of `benchmarks/bugs` with a header.
package struct InjectedBug: Equatable, Sendable {
  /// Name of the patch without its extension.
  package let name: String
  /// Number that the patched code writes to the canary file, 1 to 255.
  package let number: Int
  /// Class of bug, such as `number wraps`.
  package let className: String
  /// Names of the targets whose inputs can reach it. The witness is an input of the first.
  package let targets: [String]
  /// Description in one sentence.
  package let title: String
  /// How far the condition is from an ordinary input, as its author guessed: `easy`, `medium` or
  /// `deep`; nil where the patch does not say.
  package let depth: String?

  /// Reads the header before the diff: `Bug`, `Number`, `Class`, `Targets` and `Title`, once each,
  /// and optionally `Depth`.
  ///
  /// - Parameter name: name of the file, which the header must repeat.
  init(named name: String, patch text: String) throws(RunFailure) {
    func refuse(_ what: String) -> RunFailure {
      .environment("\(name).patch \(what)", "see benchmarks/bugs/README.md for the form of a patch")
    }
    var fields: [Substring: String] = [:]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard !line.isEmpty else { break }
      guard let colon = line.firstRange(of: ": ") else { throw refuse("has no blank line") }
      let key = line[..<colon.lowerBound]
      guard fields.updateValue(String(line[colon.upperBound...]), forKey: key) == nil else {
        throw refuse("has '\(key)' twice")
      }
    }
    func field(_ key: Substring) throws(RunFailure) -> String {
      guard let value = fields[key], !value.isEmpty else { throw refuse("has no '\(key)'") }
      return value
    }
    guard try field("Bug") == name else { throw refuse("has another name than its file") }
    guard let number = Int(try field("Number")), (1..<CanaryFile.recordCount).contains(number)
    else { throw refuse("has no number from 1 to 255") }
    self.name = name
    self.number = number
    className = try field("Class")
    title = try field("Title")
    depth = fields["Depth"]
    guard depth.map(["easy", "medium", "deep"].contains) ?? true else {
      throw refuse("has another depth than easy, medium or deep")
    }
    targets = try field("Targets").split { $0 == "," || $0 == " " }.map(String.init)
    guard !targets.isEmpty else { throw refuse("names no target") }
  }
}
