import Foundation
import FuzzTargets
import Mutation
import TestSupport
import Testing

@testable import FuzzEntry

/// A property of the expensive tier is checked on one input in 16 even where no input reaches a new
/// counter, so that a mistake which only that property shows is met within a stated number of runs.
@Suite struct TieredPropertyTests {
  /// A mistake in what one property of the expensive tier looks at: its condition on an input.
  struct Mistake: CustomTestStringConvertible, Sendable {
    let target: FuzzTarget
    let property: String
    let text: String
    var testDescription: String { "\(target.name): \(property)" }
  }

  static let mistakes = [
    Mistake(target: .xml, property: "split-equals-whole", text: "]]"),
    Mistake(target: .xml, property: "stricter rules", text: "<!DOCTYPE"),
    Mistake(target: .xml, property: "write-read", text: "&#"),
    Mistake(target: .xml, property: "accessors", text: "=\""),
    Mistake(target: .xml, property: "output-is-counted", text: "</"),
    Mistake(target: .xml, property: "namespaces", text: "xmlns"),
    Mistake(target: .xml, property: "printable", text: "<?"),
    Mistake(target: .mrml, property: "inspection: references", text: "references="),
    Mistake(target: .mrml, property: "inspection: values", text: "attributes="),
    Mistake(target: .mrml, property: "inspection: views", text: "SceneView"),
    Mistake(target: .mrml, property: "inspection: items", text: "SubjectHierarchyItem"),
    Mistake(target: .mrml, property: "printable", text: "version="),
  ]

  private static func corpus(_ target: FuzzTarget) throws -> [[UInt8]] {
    try Repository.files(in: "corpus/\(target.name)/seeds").filter {
      $0.pathExtension == target.fileExtension
    }.map { [UInt8](try Data(contentsOf: $0)) }.filter { $0.count < 4_096 }
  }

  @Test(
    "a mistake that only the expensive tier shows is met within 2,000 mutated inputs",
    arguments: mistakes)
  func isMet(_ mistake: Mistake) throws {
    let needle = Array(mistake.text.utf8)
    let target = FuzzTarget(
      name: mistake.target.name, property: mistake.property, maximumLength: 65_536,
      fileExtension: "x",
      inTiers: { input, wantsWhole throws(PropertyViolation) in
        guard try mistake.target.tieredCheck?(input, wantsWhole) == true else { return false }
        let bytes = input.indices.map { input[$0] }
        guard bytes.indices.contains(where: { bytes[$0...].starts(with: needle) }) else {
          return true
        }
        throw PropertyViolation(
          property: "planted", place: "input", expected: "none", found: "found")
      })
    let tiers = try #require(PropertyTiers(setting: "16") { false })
    let makeMutator = try #require(MutatorRegistry.factories[mistake.target.format])
    let inputs = MutatedInputs(
      of: try Self.corpus(mistake.target), count: 2_000, seed: 1, by: makeMutator(4_096))
    var found: String?
    for input in inputs where found == nil { found = Self.violation(tiers, target, input) }
    #expect(found == "planted")
  }

  private static func violation(
    _ tiers: PropertyTiers, _ target: FuzzTarget, _ input: [UInt8]
  ) -> String? {
    do throws(PropertyViolation) {
      _ = try tiers.check(target, input.span, isCorpus: false)
      return nil
    } catch {
      return error.property
    }
  }

  @Test("the cheap tier of both targets accepts every seed that the whole accepts")
  func cheapIsPart() throws {
    for target in [FuzzTarget.xml, .mrml] {
      let check = try #require(target.tieredCheck)
      for input in try Self.corpus(target) {
        #expect(throws: Never.self) {
          for isWhole in [false, true] {
            let answer = try check(input.span) { _ in isWhole }
            #expect(answer == isWhole)
          }
        }
      }
    }
  }
}
