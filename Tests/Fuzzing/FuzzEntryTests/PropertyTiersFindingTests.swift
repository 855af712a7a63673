import Foundation
import FuzzTargets
import Mutation
import TestSupport
import Testing

@testable import FuzzEntry

/// Nothing that the cheap part of a property leaves out goes unchecked in a session.
///
/// Each demo bug violates one property on the inputs on which a bug of its kind shows, and the
/// cheap part does not see it. Executions get no help by coverage: no input reaches a new counter.
@Suite struct PropertyTiersFindingTests {
  /// A bug that one property sees.
  struct Bug: Sendable, CustomTestStringConvertible {
    let property: String
    let target: FuzzTarget
    /// Whether the bug shows on an input.
    let shows: @Sendable ([UInt8]) -> Bool

    var testDescription: String { "\(property) of \(target.name)" }

    /// The target with the bug.
    var faulty: FuzzTarget {
      let (run, shows, property) = (target.run, shows, property)
      return FuzzTarget(
        name: target.name, property: target.property, maximumLength: target.maximumLength,
        fileExtension: target.fileExtension, format: target.format, quickCheck: target.quickCheck
      ) { input throws(PropertyViolation) in
        try run(input)
        var bytes: [UInt8] = []
        for index in 0..<input.count { bytes.append(input[index]) }
        guard shows(bytes) else { return }
        throw PropertyViolation(property: property, place: "demo", expected: "x", found: "y")
      }
    }
  }

  private static func contains(_ bytes: [UInt8], _ text: String) -> Bool {
    let word = Array(text.utf8)
    guard bytes.count >= word.count else { return false }
    return (0...(bytes.count - word.count)).contains { start in
      bytes[start] == word[0] && bytes[start..<(start + word.count)].elementsEqual(word)
    }
  }

  private static func isAccepted(_ bytes: [UInt8]) -> Bool {
    (try? FuzzTarget.xml.quickCheck?(bytes.span)) != nil
  }

  static let bugs = [
    // A cut between CR and LF, by the size of the pieces that the target derives from the input.
    Bug(property: "split-equals-whole", target: .xml) { bytes in
      var hash = UInt32(truncatingIfNeeded: bytes.count)
      for byte in bytes.prefix(64) { hash = hash &* 31 &+ UInt32(byte) }
      let size = 1 + Int(hash % 64)
      return stride(from: size, to: bytes.count, by: size).contains {
        bytes[$0 - 1] == 0x0D && bytes[$0] == 0x0A
      }
    },
    Bug(property: "split-equals-whole", target: .xml) { contains($0, "]]>") && isAccepted($0) },
    Bug(property: "cost", target: .xml) { $0.count > 2_000 && contains($0, "<!--") },
    Bug(property: "printable", target: .xml) { $0.contains { $0 >= 0x80 } },
    Bug(property: "strict-is-lenient", target: .xml) { contains($0, "xmlns:") },
    Bug(property: "write-read", target: .xml) { contains($0, "&#13;") || contains($0, "&#xD;") },
    Bug(property: "accessors", target: .xml) { contains($0, "&lt;") && isAccepted($0) },
    Bug(property: "values", target: .mrml) { contains($0, "nan") || contains($0, "inf") },
    Bug(property: "offset", target: .mrml) { contains($0, "references=\"") },
    Bug(property: "printable", target: .mrml) { contains($0, "\\") },
  ]

  /// Executions within which every bug is found, with a wide margin.
  static let bound = 60_000

  @Test(
    "a bug that only one property sees is found although few inputs get the whole property",
    arguments: bugs)
  func found(bug: Bug) throws {
    let tiers = try #require(PropertyTiers(setting: "16") { false })
    let faulty = bug.faulty
    let factory = try #require(MutatorRegistry.factories[faulty.format])
    let mutator = factory(4_096)
    let seeds = try Repository.files(in: "corpus/\(faulty.name)/seeds")
      .map { [UInt8](try Data(contentsOf: $0)) }.filter { $0.count <= 4_096 }
    try #require(!seeds.isEmpty)
    var whole = 0
    for number in 0..<Self.bound {
      var input = seeds[number % seeds.count]
      for step in 0..<(1 + number % 3) {
        input = mutator.mutate(input, seed: UInt64(number * 4 + step))
      }
      switch Self.outcome(tiers, faulty, input) {
      case .success(let isWhole): whole += isWhole ? 1 : 0
      case .failure(let violation):
        #expect(violation.place == "demo", "\(violation.property)")
        #expect(whole * 4 <= number + 64, "\(whole) of \(number) inputs got the whole property")
        return
      }
    }
    Issue.record("not found in \(Self.bound) executions, \(whole) of them with the whole property")
  }

  private static func outcome(
    _ tiers: PropertyTiers, _ target: FuzzTarget, _ input: [UInt8]
  ) -> Result<Bool, PropertyViolation> {
    do throws(PropertyViolation) {
      return .success(try tiers.check(target, input.span, isCorpus: false))
    } catch {
      return .failure(error)
    }
  }

  @Test("an input of the corpus gets the whole property, whatever the hash of its content says")
  func corpus() throws {
    let tiers = try #require(PropertyTiers(setting: "1000000") { false })
    let faulty = Bug(property: "write-read", target: .xml) { _ in true }.faulty
    for number in 0..<50 {
      let input = Array("<a b='\(number)'/>".utf8)
      #expect(throws: PropertyViolation.self) {
        try tiers.check(faulty, input.span, isCorpus: true)
      }
    }
  }

  @Test("a target without a cheap part always gets the whole property")
  func withoutCheapPart() throws {
    let tiers = try #require(PropertyTiers(setting: "1000000") { false })
    for target in Catalog.all where target.quickCheck == nil && target.name != "demo" {
      let empty: [UInt8] = []
      let isWhole = try tiers.check(target, empty.span, isCorpus: false)
      #expect(isWhole, "\(target.name)")
    }
  }
}
