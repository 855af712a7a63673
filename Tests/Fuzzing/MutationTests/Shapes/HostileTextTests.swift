import SideFiles
import Testing
import ZipReading

@testable import Mutation

/// Hostile shapes of streams and side files without a code of a hazard or refusal.
@Suite struct HostileTextTests {
  @Test("streams with bytes after the final block are produced")
  func bytesAfterFinalBlock() {
    let mutator = StreamMutator(limit: 4_096)
    let stream: [UInt8] = [1, 1, 0, 0xFE, 0xFF, 0x61]
    let isMade = (0..<2_000 as Range<UInt64>).contains { seed in
      let made = mutator.mutate(stream, seed: seed)
      var stream = InflateStream(limit: 1 << 16)
      guard let used = try? stream.feed(made.span, { _ in }), stream.isFinished else {
        return false
      }
      return used < made.count
    }
    #expect(isMade)
  }

  /// Numbers of fields of points in fiducial files.
  private static let counts: Set<Int> = {
    var seen: Set<Int> = []
    TextMutatorTests.grow(.fiducials, from: [TextMutatorTests.fiducials]) { text in
      for line in text.split(separator: 0x0A) where line.first != 0x23 && line.count < 512 {
        seen.insert(line.split(separator: 0x2C, omittingEmptySubsequences: false).count)
      }
      return seen.isSuperset(of: 1...16)
    }
    return seen
  }()

  @Test("points that end at each column are produced", arguments: 1...16)
  func columns(count: Int) { #expect(Self.counts.contains(count)) }

  @Test("points with each column empty are produced", arguments: 0..<14)
  func emptyColumns(column: Int) {
    var isMade = false
    TextMutatorTests.grow(.fiducials, from: [TextMutatorTests.fiducials]) { text in
      for line in text.split(separator: 0x0A) where line.first != 0x23 && line.count < 512 {
        let fields = line.split(separator: 0x2C, omittingEmptySubsequences: false)
        // Column 12 of the valid point is empty.
        if fields.count > column, fields[column].isEmpty, column != 12 || fields[11].isEmpty {
          isMade = true
        }
      }
      return isMade
    }
    #expect(isMade)
  }

  /// Types of values that mutations give each name of the valid markups files.
  private static let types: [String: Set<UInt8>] = {
    var seen: [String: Set<UInt8>] = [:]
    let mutator = JSONMutator(limit: 8_192)
    for seed in 0..<12_000 as Range<UInt64> {
      let text = JSONMutatorTests.texts[Int(seed % UInt64(JSONMutatorTests.texts.count))]
      let made = mutator.mutate(text, seed: seed)
      for value in JSONOutline(made).values {
        guard let key = value.key, let first = made[value.range].first else { continue }
        let type: UInt8 = first == 0x2D || (0x30...0x39).contains(first) ? 0x30 : first
        seen[String(decoding: made[key], as: UTF8.self), default: []].insert(type)
      }
    }
    return seen
  }()

  private static let keys = Set(
    JSONMutatorTests.texts.flatMap { text in
      JSONOutline(text).values.compactMap { value in
        value.key.map { String(decoding: text[$0], as: UTF8.self) }
      }
    }
  ).sorted()

  @Test("every name of a markups file gets a value of every type", arguments: keys)
  func wrongTypes(key: String) {
    // A string, an array, an object, a number, and a literal.
    let types = Self.types[key, default: []]
    #expect(types.isSuperset(of: [0x22, 0x5B, 0x7B, 0x30]))
    #expect(!types.isDisjoint(with: [0x74, 0x66, 0x6E]))
  }
}
