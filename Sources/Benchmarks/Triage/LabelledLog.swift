package import Foundation

/// A crash log with the number of its bug.
package struct LabelledLog: Sendable {
  /// `easy`, `hard` or `wild`.
  package var set: String
  /// Number of the bug, which is in the input only.
  package var bug: Int
  /// `debug`, `release` or `static`.
  package var build: String
  /// Sanitizer options of the run: `plain` or `oss`.
  package var environment: String
  /// The output of the process.
  package var text: String

  /// Whether rules are tuned on this bug; the others are only tested. Bugs that share a function
  /// have neighboring numbers and are in one half.
  package var isForTuning: Bool { (bug / 4).isMultiple(of: 2) }

  /// Reads `FOLDER/SET/BUG.BUILD.ENVIRONMENT.WAY.txt`, the output of `benchmarks/triage/generate`;
  /// other files are skipped.
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

  /// Reads the committed sample: logs in one file, each after a line `== SET BUG BUILD
  /// ENVIRONMENT`.
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
