import Preflight
import SceneBundle
import SceneFiles
import SceneModel
import SideFiles
import SlicerURL
import Testing
import ZipReading

@Suite("Consequences")
struct ConsequenceTests {
  private static let codes: [(ReportedHazard.Source, String)] =
    ZipHazard.Code.allCases.map { (.archive, $0.rawValue) }
    + BundleHazard.Code.allCases.map { (.bundle, $0.rawValue) }
    + SceneHazard.Code.allCases.map { (.scene, $0.rawValue) }
    + SideFileHazard.Code.allCases.map { (.sideFile, $0.rawValue) }
    + SceneFileHazard.Code.allCases.map { (.sceneFile, $0.rawValue) }
    + SlicerURLHazard.Code.allCases.map { (.link, $0.rawValue) }

  @Test("every hazard of every reader has a consequence")
  func complete() {
    for (source, code) in Self.codes {
      #expect(ConsequenceTable.contains(code, of: source), "\(source.rawValue) \(code)")
    }
  }

  @Test("every consequence says what could happen and what to do, in whole sentences")
  func sentences() {
    for consequence in Consequence.allCases {
      #expect(consequence.couldHappen.hasSuffix("."))
      #expect(consequence.advice.hasSuffix("."))
      #expect(!consequence.headline.hasSuffix("."))
    }
  }
}
