import Foundation
import TestSupport
import Testing
import XMLReading

/// Runs only if the folder of real scenes exists beside the checkout.
@Suite struct RealSceneTests {
  static let scenes: [URL] = {
    guard let folder = Repository.realScenes,
      let all = try? FileManager.default.contentsOfDirectory(
        at: folder, includingPropertiesForKeys: nil)
    else { return [] }
    return all.filter { ["mrml", "xml"].contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
  }()

  @Test(
    "real scenes give the same events whole and in pieces, under both presets", arguments: scenes)
  func reads(scene: URL) throws {
    let bytes = [UInt8](try Data(contentsOf: scene))
    for rules in [XMLRules.standard, .slicer] {
      let whole = readWhole(bytes, rules: rules)
      let pieces = readPieces(bytes, size: 4_096, rules: rules)
      #expect(whole.error == pieces.error)
      if whole.error == nil { #expect(whole == pieces) }
    }
  }
}
