import SceneModel
import StableNumbers
import Testing

@testable import Mutation

@Suite("Values of every kind of the catalogue") struct KindValueTests {
  /// One attribute of each kind that the catalogue has.
  static let attributes: [NodeAttribute] = {
    var found: [NodeAttribute] = []
    for index in NodeCatalog.slicer.types.indices {
      for attribute in NodeCatalog.slicer.attributes(of: index)
      where !found.contains(where: { $0.kind == attribute.kind }) {
        found.append(attribute)
      }
    }
    return found
  }()

  private static func values(of kind: ValueKind, count: Int) -> Set<[UInt8]> {
    var draft = SceneDraft(
      Array("<MRML><Model id=\"vtkMRMLModelNode1\"/></MRML>".utf8), random: SplitMix64(seed: 3),
      limit: 4_096)
    return Set((0..<count).map { _ in draft.value(of: kind) })
  }

  @Test("the generator of a kind writes every word and every edge of it", arguments: attributes)
  func everyValue(_ attribute: NodeAttribute) {
    let wanted = Set(KindValues.all(of: attribute.kind))
    let made = Self.values(of: attribute.kind, count: 60 * max(wanted.count, 8))
    let missing = wanted.subtracting(made).map { String(decoding: $0, as: UTF8.self) }
    #expect(missing == [], "\(attribute.name)")
  }

  @Test("only kinds that are read as plain text have no values of their own", arguments: attributes)
  func noArbitraryText(_ attribute: NodeAttribute) {
    let isText = attribute.kind == .string || attribute.kind == .ignored
    #expect(KindValues.all(of: attribute.kind).isEmpty == isText, "\(attribute.name)")
  }

  @Test("enumerations have all of their strings, and the numbers around theirs")
  func enumerations() throws {
    for attribute in Self.attributes {
      let texts = Set(
        KindValues.all(of: attribute.kind).map { String(decoding: $0, as: UTF8.self) })
      switch attribute.kind {
      case .enumeration(let known): #expect(texts.isSuperset(of: known.strings))
      case .enumerationOrNumber(let known), .looseEnumeration(let known, else: _):
        #expect(texts.isSuperset(of: known.strings))
        let first = Int(known.first)
        #expect(texts.contains("\(first - 1)") && texts.contains("\(first + known.strings.count)"))
      default: break
      }
    }
  }

  @Test(
    "numbers have zero, both signs, and each change of width with its neighbours",
    arguments: [8, 16, 31, 32, 63] as [Int128])
  func widths(_ bits: Int128) {
    let edges = Set(EdgeValues.integers.map { String(decoding: $0, as: UTF8.self) })
    let bound = Int128(1) << bits
    for value in [0, -1, bound - 1, bound, bound + 1] { #expect(edges.contains("\(value)")) }
    for value in [-bound - 1, -bound, 1 - bound] { #expect(edges.contains("\(value)")) }
    #expect(KindValues.all(of: .int) == EdgeValues.numbers)
  }
}
