import SceneModel
import Testing
import XMLReading

@testable import Mutation

/// Hazards and refusals that a bounded number of mutations of two valid scenes produces.
@Suite struct SceneShapeTests {
  /// Hazards that no scene of 64 KiB can have.
  static let beyondTheLimit: Set<SceneHazard.Code> = [.longAttribute, .manyNodes]

  /// Hazards and refusals of the mutated scenes.
  struct Seen {
    var hazards: Set<SceneHazard.Code> = []
    var refusals: Set<XMLError.Code> = []

    mutating func read(_ bytes: [UInt8]) {
      do throws(SceneError) {
        let scene = try Scene(reading: bytes.span)
        for hazard in scene.hazards { hazards.insert(hazard.code) }
      } catch {
        if let code = refusal(of: bytes) { refusals.insert(code) }
      }
    }

    private func refusal(of bytes: [UInt8]) -> XMLError.Code? {
      do throws(XMLError) {
        _ = try XMLDocument(reading: bytes.span, rules: .slicer)
        return nil
      } catch {
        return error.code
      }
    }
  }

  /// Results of at most 12,000 scenes, each a mutation of a valid one or of an earlier result. Ends
  /// when all are seen.
  static let seen: Seen = {
    var seen = Seen()
    let mutator = SceneMutator(limit: 1 << 16)
    var pool = BaseScenes.scenes
    let wanted = SceneHazard.Code.allCases.count - beyondTheLimit.count
    for seed in 0..<12_000 as Range<UInt64> {
      if seen.hazards.count == wanted, seen.refusals.isSuperset(of: forms) { break }
      let parent = pool[Int(seed % UInt64(pool.count))]
      let child = mutator.mutate(parent, seed: seed)
      seen.read(child)
      // Small results are mutated further; the valid scenes stay in the pool.
      if child.count < 4_096, pool.count < 64 { pool.append(child) }
      if pool.count == 64 { pool = BaseScenes.scenes }
    }
    return seen
  }()

  @Test("every hazard of a scene is produced", arguments: SceneHazard.Code.allCases)
  func hazard(code: SceneHazard.Code) {
    #expect(Self.seen.hazards.contains(code) != Self.beyondTheLimit.contains(code))
  }

  /// Refusals of documents that are almost well-formed.
  static let forms: [XMLError.Code] = [
    .malformedEncoding, .illegalCharacter, .unsupportedEncoding, .encodingMismatch,
    .unclosedElement,
    .unexpectedEnd, .mismatchedEndTag, .duplicateAttribute, .undeclaredEntity, .recursiveEntity,
    .entityNotNested, .externalEntityInAttribute, .unparsedEntityReference,
    .lessThanInAttributeValue,
    .textOutsideRoot, .sectionEndInText, .noRootElement,
  ]

  @Test("every refusal of a malformed document is produced", arguments: forms)
  func refusal(code: XMLError.Code) { #expect(Self.seen.refusals.contains(code)) }
}
