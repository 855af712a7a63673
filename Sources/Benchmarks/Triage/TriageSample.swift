import ZipReading

/// The committed sample of labelled logs with demangled names, so that no tool is needed.
package struct TriageSample: Sendable {
  /// Logs in the order of the sample.
  package let logs: [LabelledLog]
  /// Readable names by mangled ones.
  package let names: [String: String]

  /// Reads `sample.zip`: `sample.txt` and `demangled.tsv`. Nil when either is missing or damaged.
  package init?(zip bytes: [UInt8]) {
    guard let archive = try? ZipArchive(reading: bytes.span) else { return nil }
    func text(_ name: String) -> String? {
      archive.members.firstIndex { $0.name == name }
        .flatMap { try? archive.contents(of: $0, in: bytes.span) }
        .map { String(decoding: $0, as: UTF8.self) }
    }
    guard let sample = text("sample.txt"), let table = text("demangled.tsv") else { return nil }
    logs = LabelledLog.read(sample: sample)
    var names: [String: String] = [:]
    for line in table.split(separator: "\n") {
      let pair = line.split(separator: "\t", maxSplits: 1)
      if pair.count == 2 { names[String(pair[0])] = String(pair[1]) }
    }
    self.names = names
  }
}
