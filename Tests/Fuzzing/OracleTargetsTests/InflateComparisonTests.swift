import Foundation
import TestSupport
import Testing
import ZipReading
import ZlibOracle

@testable import OracleTargets

@Suite struct InflateComparisonTests {
  @Test("every known difference from zlib occurs in a seed, and has a reason")
  func tableIsAlive() throws {
    let seeds = try Repository.files(in: "corpus/inflate-differential/seeds").map {
      [UInt8](try Data(contentsOf: $0))
    }
    for difference in KnownInflateDifference.all {
      #expect(!difference.reason.isEmpty)
      #expect(
        seeds.contains {
          ZlibOracle.inflate($0, format: .raw).outcome == difference.zlib
            && Self.refusal($0) == difference.ours
        })
    }
  }

  @Test("no known difference is one of acceptance")
  func noneAccepts() {
    for difference in KnownInflateDifference.all { #expect(difference.zlib != .accepted) }
  }

  private static func refusal(_ bytes: [UInt8]) -> InflateError.Code? {
    do throws(InflateError) {
      _ = try Inflate.inflate(bytes.span, limit: 1 << 20)
      return nil
    } catch {
      return error.code
    }
  }
}
