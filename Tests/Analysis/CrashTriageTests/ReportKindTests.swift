import CrashTriage
import Foundation
import TestSupport
import Testing

/// Reports of every format, and variants of the public cases, of which `expected.tsv` says what is
/// right.
/// Serialized: its thousands of texts would hold every thread that other tests wait for.
@Suite(.serialized) struct ReportKindTests {
  static let folder = Repository.root.appendingPathComponent(
    "Tests/Analysis/CrashTriageTests/Reports/kinds")

  struct Expected: Sendable {
    var format: String
    var kind: String
    var severity: String
    var blamed: String
    var finding: String
  }

  private static func table(_ name: String) -> [[String]] {
    let text =
      (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The crashes of each file, in order.
  static let expected: [String: [Expected]] = {
    var files: [String: [Expected]] = [:]
    for row in table("expected.tsv").dropFirst() where row.count == 7 {
      files[row[0], default: []].append(
        Expected(
          format: row[2], kind: row[3], severity: row[4], blamed: row[5], finding: row[6]))
    }
    return files
  }()

  private static let demangled = Dictionary(
    table("demangled.tsv").map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })

  private static func crashes(_ reports: [CrashReport]) -> [Crash] {
    Crash.clean(reports) { $0.map { demangled[$0] ?? $0 } }
  }

  private static func names(_ text: String) -> [String] {
    crashes(CrashReport.all(bytes: Array(text.utf8))).map { Fingerprint($0).description }
  }

  /// The findings of each file as it is.
  private static let plainNames: [String: [String]] = expected.keys.reduce(into: [:]) {
    let bytes = (try? bytes($1)) ?? []
    $0[$1] = names(String(decoding: bytes, as: UTF8.self))
  }

  private static func bytes(_ file: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appendingPathComponent(file)))
  }

  @Test("every file of the folder has its line", arguments: [Self.expected.count])
  func complete(count: Int) throws {
    let files = Set(try FileManager.default.contentsOfDirectory(atPath: Self.folder.path))
    #expect(count > 100)
    #expect(
      files.subtracting(["expected.tsv", "demangled.tsv", "README.md"])
        == Set(Self.expected.keys))
  }

  @Test(
    "each crash has its format, kind and severity and blames its function or place",
    arguments: Self.expected.keys.sorted())
  func right(file: String) throws {
    let reports = CrashReport.all(bytes: try Self.bytes(file))
    let rows = try #require(Self.expected[file])
    #expect(reports.count == rows.count)
    for ((report, crash), row) in zip(zip(reports, Self.crashes(reports)), rows) {
      #expect(report.format.rawValue == row.format)
      #expect(crash.kind.rawValue == row.kind)
      #expect(Severity(crash).level.rawValue == row.severity)
      #expect(crash.core?.function ?? crash.cycle.first ?? crash.place ?? "-" == row.blamed)
      #expect(!report.message.isEmpty)
    }
  }

  @Test("crashes of one name have one fingerprint, of two names two")
  func findings() throws {
    var fingerprints: [String: Set<String>] = [:]
    var labels: [String: Set<String>] = [:]
    for (file, rows) in Self.expected {
      let crashes = Self.crashes(CrashReport.all(bytes: try Self.bytes(file)))
      for (crash, row) in zip(crashes, rows) where row.finding != "alone" {
        fingerprints[row.finding, default: []].insert(Fingerprint(crash).description)
        labels[Fingerprint(crash).description, default: []].insert(row.finding)
      }
    }
    for (finding, names) in fingerprints { #expect(names.count == 1, "\(finding): \(names)") }
    for (name, findings) in labels { #expect(findings.count == 1, "\(name): \(findings)") }
  }

  @Test("additions to every line change no finding", arguments: Addition.all)
  func spoiled(addition: Addition) throws {
    for file in Self.expected.keys.sorted() {
      let text = String(decoding: try Self.bytes(file), as: UTF8.self)
      // `split` takes a carriage return and a line feed for one character.
      if text.contains("\r\n") { continue }
      // A prefix of bare words is recognized by neighbors: not at a message alone, and not
      // where the lines have other prefixes of their own.
      if addition.name == "stern without a sign",
        text.utf8.count(where: { $0 == 0x0A }) < 4 || file == "f-coredump-journal.txt"
      {
        continue
      }
      #expect(Self.names(addition.apply(text)) == Self.plainNames[file], "\(file)")
    }
  }

  @Test("a log in parts gives the reports of the whole, line by line or quickly")
  func parts() throws {
    for file in Self.expected.keys.sorted() {
      let bytes = try Self.bytes(file)
      let expected = CrashReport.all(bytes: bytes)
      var parts = CrashScanner()
      for start in stride(from: 0, to: bytes.count, by: 97) {
        parts.take(Array(bytes[start..<min(bytes.count, start + 97)]))
      }
      #expect(parts.finish() == expected, "\(file)")
      var slow = CrashScanner()
      slow.skipsPlainLines = false
      slow.take(bytes)
      #expect(slow.finish() == expected, "\(file)")
    }
  }
}
