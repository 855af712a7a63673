import ProcessSupport

/// A injected bug: a patch of `benchmarks/bugs` and what its first lines say of it.
package struct InjectedBug: Equatable, Sendable {
  /// The name of the patch without its extension.
  package let name: String
  /// What the patched code tells the canary file, 1 to 255.
  package let number: Int
  /// The class of bugs that it stands for, such as `number wraps`.
  package let className: String
  /// Names of the targets whose inputs can reach it. The first is the one that the witness is an input of.
  package let targets: [String]
  /// What is wrong, in one sentence.
  package let title: String

  /// Reads the lines in front of the diff: `Bug`, `Number`, `Class`, `Targets` and `Title`, each once.
  ///
  /// - Parameter name: The name that the file gives it, which its first line must give too.
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
        throw refuse("says '\(key)' twice")
      }
    }
    func field(_ key: Substring) throws(RunFailure) -> String {
      guard let value = fields[key], !value.isEmpty else { throw refuse("does not say '\(key)'") }
      return value
    }
    guard try field("Bug") == name else { throw refuse("says another name than the file's") }
    guard let number = Int(try field("Number")), (1..<CanaryFile.recordCount).contains(number)
    else { throw refuse("has no number from 1 to 255") }
    self.name = name
    self.number = number
    className = try field("Class")
    title = try field("Title")
    targets = try field("Targets").split { $0 == "," || $0 == " " }.map(String.init)
    guard !targets.isEmpty else { throw refuse("names no target") }
  }
}
