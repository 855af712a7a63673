import ByteReading
import SideFiles
import Testing

@testable import Mutation

/// Hazards and refusals that a bounded number of mutations of three valid markups produces.
@Suite struct JSONMutatorTests {
  static let texts: [[UInt8]] = [
    #"{"@schema":"https://host/markups-schema-v1.0.3.json#","markups":[{"type":"Fiducial","coordinateSystem":"LPS","controlPoints":[{"id":"1","label":"F-1","position":[1,2,3],"orientation":[-1,0,0,0,-1,0,0,0,1],"selected":true}],"measurements":[{"name":"length","value":3.5,"units":"mm"}]}]}"#,
    #"{"@schema":"markups-schema-v1.0.0.json","markups":[{"type":"Plane","size":[1,2,3],"planeBounds":[0,1,0,1],"objectToBase":[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1]}]}"#,
    #"{"@schema":"markups-schema-v1.0.3.json","markups":[{"type":"ROI","center":[0,0,0],"size":[1,1,1],"orientation":[1,0,0,0,1,0,0,0,1],"labelFormat":"%N"}]}"#,
  ].map { Array($0.utf8) }

  /// Refusals and hazards of at most 12,000 mutations.
  static let seen: (refusals: Set<String>, hazards: Set<SideFileHazard.Code>) = {
    var refusals: Set<String> = []
    var hazards: Set<SideFileHazard.Code> = []
    let mutator = JSONMutator(limit: 8_192)
    var pool = texts
    for seed in 0..<12_000 as Range<UInt64> {
      let child = mutator.mutate(pool[Int(seed % UInt64(pool.count))], seed: seed)
      do throws(SideFileError) {
        for hazard in try MarkupsFile(reading: child.span).report.hazards {
          hazards.insert(hazard.code)
        }
        // Readable results are mutated further.
        if child.count < 2_048 { pool.append(child) }
      } catch {
        refusals.insert(error.name)
      }
      if refusals.isSuperset(of: Self.refusals), hazards.isSuperset(of: Self.hazards) { break }
      if pool.count > 32 { pool = texts }
    }
    return (refusals, hazards)
  }()

  static let refusals = [
    "rootNotContainer", "missingMarkups", "emptyMarkups", "elementNotObject", "missingType",
    "unknownType", "unknownPositionStatus", "foreignUnits", "invalidMatrix", "invalidPlane",
    "invalidRegion", "unexpectedEnd", "valueExpected", "keyExpected", "commaExpected",
    "invalidLiteral", "numberTooLarge", "invalidEscape", "loneSurrogate", "controlCharacter",
    "trailingBytes", "depthLimit",
  ]

  static let hazards: [SideFileHazard.Code] = [
    .duplicateName, .nonFiniteNumber, .deepNesting, .elementWithoutType, .itemNotObject,
    .wrongType, .wrongLength, .partialVector, .invalidUTF8, .bytesAfterNUL, .formatConversion,
    .controlCharacter,
  ]

  @Test("every refusal is produced", arguments: refusals)
  func refusal(name: String) { #expect(Self.seen.refusals.contains(name)) }

  @Test("every hazard is produced", arguments: hazards)
  func hazard(code: SideFileHazard.Code) { #expect(Self.seen.hazards.contains(code)) }

  @Test(
    "every mutation changes one of three texts within the limit",
    arguments: JSONMutation.all.map(\.name))
  func mutations(name: String) throws {
    let mutation = try #require(JSONMutation.all.first { $0.name == name })
    let mutator = JSONMutator(limit: 8_192)
    var changed = 0
    for seed in 0..<30 as Range<UInt64> {
      for text in Self.texts {
        guard let result = mutator.apply(mutation, to: text, seed: seed) else { continue }
        changed += 1
        #expect(result != text)
        #expect(result.count <= 8_192)
      }
    }
    #expect(changed > 0)
  }

  @Test("points get edge values as the last used number, and labels formats with huge widths")
  func pointsAndFormats() throws {
    let mutator = JSONMutator(limit: 8_192)
    let numbers = try #require(JSONMutation.all.first { $0.name == "number-points" })
    let formats = try #require(JSONMutation.all.first { $0.name == "format" })
    var codes: Set<SideFileHazard.Code> = []
    var hasEdgeNumber = false
    for seed in 0..<400 as Range<UInt64> {
      if let text = mutator.apply(numbers, to: Self.texts[0], seed: seed),
        let file = try? MarkupsFile(reading: text.span)
      {
        hasEdgeNumber = hasEdgeNumber || file.markup.lastUsedPointNumber < -1_000
      }
      if let text = mutator.apply(formats, to: Self.texts[2], seed: seed),
        let file = try? MarkupsFile(reading: text.span)
      {
        codes.formUnion(file.report.hazards.map(\.code))
      }
    }
    #expect(hasEdgeNumber)
    #expect(codes.contains(.formatConversion))
  }

  @Test("the same seed makes the same text within the limit, for any input")
  func bounded() {
    let mutator = JSONMutator(limit: 300)
    let inputs: [[UInt8]] =
      [
        [], [0x5B], [0x22], Array("\"a".utf8), Array("{\"a\":".utf8),
        Array("\"controlPoints\":[".utf8), Array("\"controlPoints\":[{}]".utf8),
        [0x5D, 0x7D, 0x5C, 0xFF],
      ]
      + stride(from: 0, to: 300, by: 23).map { Array(Self.texts[0].prefix($0)) }
    for input in inputs {
      for seed in 0..<40 as Range<UInt64> {
        let result = mutator.mutate(input, seed: seed)
        #expect(result == mutator.mutate(input, seed: seed))
        #expect(result.count <= 300)
        #expect(mutator.crossOver(input, Self.texts[0], seed: seed).count <= 300)
        for mutation in JSONMutation.all { _ = mutator.apply(mutation, to: input, seed: seed) }
      }
    }
  }

  @Test("the outline finds values, names and containers")
  func outline() {
    let bytes = Array(#"{"a" : [1, "x\"y", {}], "b":true}"#.utf8)
    let outline = JSONOutline(bytes)
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    #expect(
      outline.values.map { text($0.range) } == [
        String(decoding: bytes, as: UTF8.self), #"[1, "x\"y", {}]"#, "1", #""x\"y""#, "{}", "true",
      ])
    #expect(outline.values.map { $0.key.map(text) } == [nil, "\"a\"", nil, nil, nil, "\"b\""])
    #expect(outline.values.map(\.parent) == [-1, 0, 1, 1, 1, 0])
  }
}
