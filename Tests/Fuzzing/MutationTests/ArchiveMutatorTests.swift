import StableNumbers
import Testing
import ZipReading

@testable import Mutation

@Suite struct ArchiveMutatorTests {
  /// Hazards that need an archive above the limit.
  static let beyondTheLimit: Set<ZipHazard.Code> = [.totalSizeExceeded, .moreHazards]

  /// Hazards of at most 24,000 mutations of a valid bundle.
  static let seen: Set<ZipHazard.Code> = {
    var seen: Set<ZipHazard.Code> = []
    let mutator = ArchiveMutator(limit: 1 << 17)
    var pool = [BaseScenes.bundle]
    let wanted = ZipHazard.Code.allCases.count - beyondTheLimit.count
    for seed in 0..<24_000 as Range<UInt64> {
      if seen.count == wanted { break }
      let parent = pool[Int(seed % UInt64(pool.count))]
      let child = mutator.mutate(parent, seed: seed)
      if let archive = try? ZipArchive(reading: child.span) {
        for hazard in archive.hazards { seen.insert(hazard.code) }
        for hazard in archive.verify(child.span).hazards { seen.insert(hazard.code) }
      }
      if child.count < 4_096, pool.count < 16 { pool.append(child) }
      if pool.count == 16 { pool = [BaseScenes.bundle] }
    }
    return seen
  }()

  @Test("every hazard of an archive is produced", arguments: ZipHazard.Code.allCases)
  func hazard(code: ZipHazard.Code) {
    #expect(Self.seen.contains(code) != Self.beyondTheLimit.contains(code))
  }

  @Test(
    "every mutation of members makes a readable archive",
    arguments: ArchiveMutation.all.map(\.name))
  func mutations(name: String) throws {
    let mutation = try #require(ArchiveMutation.all.first { $0.name == name })
    let mutator = ArchiveMutator(limit: 1 << 20)
    var changed = 0
    for seed in 0..<20 as Range<UInt64> {
      guard let result = mutator.apply(mutation, to: BaseScenes.bundle, seed: seed) else {
        continue
      }
      changed += 1
      let archive = try ZipArchive(reading: result.span)
      for index in archive.members.indices where archive.members[index].refusal == nil {
        _ = try archive.contents(of: index, in: result.span)
      }
    }
    #expect(changed > 0)
  }

  @Test("another spelling of a name in one header is all in which the headers disagree")
  func otherNames() throws {
    let bundle = BaseScenes.bundle
    let base = try ZipArchive(reading: bundle.span)
    var (local, central, folders) = (0, 0, 0)
    for seed in 0..<400 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let result = HeaderCorruption.withOtherName(bundle, &random)
      guard result != bundle else { continue }
      let archive = try ZipArchive(reading: result.span)
      let codes = archive.hazards.map(\.code)
      #expect(archive.members.count == base.members.count)
      #expect(codes.contains(.localNameDisagrees))
      for code in codes {
        #expect("\(code)".hasPrefix("local") ? code == .localNameDisagrees : true, "\(code)")
      }
      for index in archive.members.indices where archive.members[index].refusal == nil {
        _ = try archive.contents(of: index, in: result.span)
      }
      if archive.members.map(\.nameBytes) == base.members.map(\.nameBytes) {
        local += 1
      } else {
        central += 1
      }
      if zip(archive.members, base.members).contains(where: { $0.isDirectory && !$1.isDirectory }) {
        folders += 1
      }
    }
    #expect(local > 100 && central > 100 && folders > 10)
  }

  @Test("the same seed makes the same archive, and no result is longer than the limit")
  func deterministic() {
    let mutator = ArchiveMutator(limit: 3_000)
    for seed in 0..<200 as Range<UInt64> {
      let result = mutator.mutate(BaseScenes.bundle, seed: seed)
      #expect(result == mutator.mutate(BaseScenes.bundle, seed: seed))
      #expect(result.count <= 3_000)
    }
  }

  @Test("a field is copied between the local and the central header, and nothing else changes")
  func copiedField() {
    let archive = BaseScenes.bundle
    var changes: Set<Int> = []
    for seed in 0..<400 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let result = HeaderCorruption.withCopiedField(archive, &random)
      #expect(result.count == archive.count)
      let different = archive.indices.filter { archive[$0] != result[$0] }
      #expect(different.count <= 4)
      if let first = different.first { changes.insert(first) }
    }
    #expect(changes.count >= 4)
    var random = SplitMix64(seed: 0)
    #expect(HeaderCorruption.withCopiedField([0x50, 0x4B, 1, 2], &random) == [0x50, 0x4B, 1, 2])
  }

  @Test("bytes that are not an archive give results within the limit")
  func noArchive() {
    let mutator = ArchiveMutator(limit: 100)
    for seed in 0..<100 as Range<UInt64> {
      #expect(mutator.mutate([], seed: seed).count <= 100)
      #expect(mutator.mutate(Array("PK".utf8), seed: seed).count <= 100)
      #expect(mutator.mutate([0x50, 0x4B, 5, 6, 0], seed: seed).count <= 100)
    }
  }

  @Test("a cross-over has members of both archives")
  func crossOver() throws {
    var writer = ZipWriter()
    writer.add(name: "other", contents: [1])
    let other = writer.finish()
    let mutator = ArchiveMutator(limit: 1 << 17)
    let found = try (0..<20 as Range<UInt64>).contains { seed in
      let result = mutator.crossOver(BaseScenes.bundle, other, seed: seed)
      let names = try ZipArchive(reading: result.span).members.map(\.name)
      return names.contains("other") && names.contains("Scene/Scene.mrml")
    }
    #expect(found)
  }
}
