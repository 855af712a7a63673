package import Foundation

/// A crash log and the bug that it shows.
package struct LabelledLog: Sendable {
  /// `easy` or `hard`.
  package var set: String
  /// The truth: the number in the input.
  package var bug: Int
  /// `debug`, `release` or `static`.
  package var build: String
  /// `plain` or `oss`: which sanitizer options the run had.
  package var environment: String
  /// The whole log as the process printed it.
  package var text: String

  /// Whether methods are tuned on this bug; the others are only ever checked. Bugs that share a function have
  /// neighbouring numbers and stand on one side.
  package var isForTuning: Bool { (bug / 4).isMultiple(of: 2) }

  /// Reads `FOLDER/SET/BUG.BUILD.ENVIRONMENT.WAY.txt`, what `benchmarks/triage/generate` writes; other files are passed
  /// over.
  package static func read(below folder: URL) throws -> [LabelledLog] {
    try ["easy", "hard"].flatMap { set in
      let files = try FileManager.default.contentsOfDirectory(
        atPath: folder.appendingPathComponent(set).path)
      return try files.sorted().compactMap { name -> LabelledLog? in
        let parts = name.split(separator: ".")
        guard parts.count == 5, let bug = Int(parts[0]) else { return nil }
        let data = try Data(contentsOf: folder.appendingPathComponent("\(set)/\(name)"))
        return LabelledLog(
          set: set, bug: bug, build: String(parts[1]), environment: String(parts[2]),
          text: String(decoding: data, as: UTF8.self))
      }
    }
  }

  /// Reads the committed sample: one file that holds logs, each under a line `== SET BUG BUILD ENVIRONMENT`.
  package static func read(sample: String) -> [LabelledLog] {
    var logs: [LabelledLog] = []
    for line in sample.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.split(separator: " ")
      if words.count == 5, words[0] == "==", let bug = Int(words[2]) {
        logs.append(
          LabelledLog(
            set: String(words[1]), bug: bug, build: String(words[3]),
            environment: String(words[4]), text: ""))
      } else if let last = logs.indices.last {
        logs[last].text += line + "\n"
      }
    }
    return logs
  }
}
