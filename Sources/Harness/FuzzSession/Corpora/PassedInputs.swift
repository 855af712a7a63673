import Foundation
import ProcessSupport

/// The inputs of a working corpus that have passed one build, over sessions.
///
/// The file holds the identity of the program, then one name a line. Names are appended as inputs
/// pass, so that a killed session leaves at most a partial name at the end, which matches no input.
struct PassedInputs: Sendable {
  let path: String
  private(set) var names: Set<String>

  /// Reads the names left for the same `program`, drops those that are not `present`, and writes
  /// the file again. O(names).
  init(path: String, program identity: String, present: [String]) throws(RunFailure) {
    self.path = path
    let text = FileManager.default.contents(atPath: path).map {
      String(decoding: $0, as: UTF8.self)
    }
    let lines = (text ?? "").split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    names = lines.first == identity ? Set(lines.dropFirst()).intersection(present) : []
    let kept = ([identity] + names.sorted()).joined(separator: "\n") + "\n"
    try WorkFolder.write(Array(kept.utf8), to: path)
  }

  /// The elements of `inputs` that have not passed, in order.
  func remaining(of inputs: [String]) -> [String] { inputs.filter { !names.contains($0) } }

  /// Records that `passed` have passed.
  mutating func add(_ passed: [String]) throws(RunFailure) {
    let new = passed.filter { !names.contains($0) && !$0.contains("\n") }
    guard !new.isEmpty else { return }
    names.formUnion(new)
    guard let file = FileHandle(forWritingAtPath: path) else { throw Self.failure(path) }
    defer { try? file.close() }
    do {
      try file.seekToEnd()
      try file.write(contentsOf: Data((new.joined(separator: "\n") + "\n").utf8))
    } catch {
      throw Self.failure(path)
    }
  }

  private static func failure(_ path: String) -> RunFailure {
    .environment("cannot write \(path)", "check the rights on the folder and the space on the disk")
  }
}
