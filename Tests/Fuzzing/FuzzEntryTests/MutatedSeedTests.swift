import Foundation
import FuzzEntry
import FuzzTargets
import Mutation
import TestSupport
import Testing

@Suite("mutated seeds")
struct MutatedSeedTests {
  /// Mutations per target; `SCENEFUZZ_MUTATIONS` sets another number.
  private static let count =
    ProcessInfo.processInfo.environment["SCENEFUZZ_MUTATIONS"].flatMap { Int($0) } ?? 1_500

  @Test(
    "the property of a target of data headers holds for mutations of its seeds",
    arguments: ["image-header", "mesh-header", "vtk-header", "nrrd-header"])
  func properties(name: String) throws {
    let target = try #require(Catalog[name])
    let factory = try #require(MutatorRegistry.factories[target.format])
    let mutator = factory(target.maximumLength)
    var pool = try Repository.files(in: "corpus/\(name)/seeds")
      .filter { $0.pathExtension != "md" }.map { [UInt8](try Data(contentsOf: $0)) }
    try #require(pool.count > 10)
    let seeds = pool.count
    for seed in 0..<UInt64(Self.count) {
      let input = pool[Int(seed % UInt64(pool.count))]
      let made =
        seed % 7 == 0
        ? mutator.crossOver(input, pool[Int(seed / 7 % UInt64(pool.count))], seed: seed)
        : mutator.mutate(input, seed: seed)
      do throws(PropertyViolation) {
        try target.run(made.span)
      } catch {
        Issue.record("\(error) for \(Data(made.prefix(4_096)).base64EncodedString())")
        return
      }
      // Mutations of mutations reach further; the oldest of them make room.
      if pool.count < seeds + 512 {
        pool.append(made)
      } else {
        pool[seeds + Int(seed % 512)] = made
      }
    }
  }
}
