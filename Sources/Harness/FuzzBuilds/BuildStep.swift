/// One step of `swift build`, such as `[12/345] Compiling XMLReading Tokenizer.swift`.
package struct BuildStep: Equatable, Sendable {
  /// Steps done, this one included.
  package let number: Int
  /// Steps known so far; the number grows while SwiftPM plans.
  package let count: Int
  /// The action and its subject, such as `Compiling XMLReading Tokenizer.swift`.
  package let text: String

  /// Reads a line of output; nil for a line that is no step.
  package init?(_ line: String) {
    guard line.first == "[", let end = line.firstIndex(of: "]") else { return nil }
    let numbers = line[line.index(after: line.startIndex)..<end].split(separator: "/")
    guard numbers.count == 2, let number = Int(numbers[0]), let count = Int(numbers[1]) else {
      return nil
    }
    self.number = number
    self.count = count
    text = String(line[line.index(after: end)...].drop { $0 == " " })
  }

  /// The action and the module: `Compiling XMLReading`.
  package var brief: String { text.split(separator: " ").prefix(2).joined(separator: " ") }
}
