import Foundation
import FuzzTargets
import OracleTargets
import TestSupport
import Testing

/// Property of every target on committed inputs: seeds, minimized corpora, and inputs of findings.
@Suite struct ReplayTests {
  static let targets = FullCatalog.all.map(\.name)

  @Test("the property of each target holds for every input of its corpus", arguments: targets)
  func corpus(name: String) throws {
    let target = try #require(FullCatalog[name])
    let files =
      Repository.files(in: "corpus/\(name)/seeds") + Repository.files(in: "corpus/\(name)/found")
    #expect(!files.isEmpty)
    for file in files {
      try hold(target, [UInt8](try Data(contentsOf: file)), file.lastPathComponent)
    }
  }

  /// The input of a finding of one target is hostile input for the others.
  @Test(
    "the property of each target holds for the inputs of all findings",
    arguments: targets)
  func crashes(name: String) throws {
    let target = try #require(FullCatalog[name])
    for file in Repository.files(in: "crashes") where file.lastPathComponent == "input" {
      try hold(target, [UInt8](try Data(contentsOf: file)), file.path)
    }
  }

  @Test("the property of each target holds for truncated seeds", arguments: targets)
  func prefixes(name: String) throws {
    let target = try #require(FullCatalog[name])
    for file in Repository.files(in: "corpus/\(name)/seeds").prefix(40) {
      let bytes = [UInt8](try Data(contentsOf: file))
      for part in 1...7 {
        let end = bytes.count * part / 8
        try hold(target, Array(bytes[..<end]), "\(file.lastPathComponent), first \(end) bytes")
      }
    }
  }

  @Test(
    "the property of each target holds for an empty input and for every single byte",
    arguments: targets)
  func tiny(name: String) throws {
    let target = try #require(FullCatalog[name])
    try hold(target, [], "nothing")
    for byte in UInt8.min...UInt8.max { try hold(target, [byte], "byte \(byte)") }
  }

  private func hold(_ target: FuzzTarget, _ bytes: [UInt8], _ what: String) throws {
    do throws(PropertyViolation) {
      _ = try target.tieredCheck?(bytes.span) { _ in false }
      try target.run(bytes.span)
    } catch {
      Issue.record("\(what): \(error.reportLine(target: target.name))")
    }
  }
}
