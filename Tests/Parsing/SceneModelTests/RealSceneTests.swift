import ByteReading
import Foundation
import SceneModel
import TestSupport
import Testing

/// Extra test, where this machine has real scenes: each is read or refused, and a read scene
/// survives a round trip.
@Suite struct RealSceneTests {
  @Test("real scenes are read, and read back equal", .enabled(if: Repository.realScenes != nil))
  func realScenes() throws {
    let folder = try #require(Repository.realScenes)
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    var refused: [String] = []
    for file in files where ["mrml", "xml"].contains(file.pathExtension) {
      let bytes = [UInt8](try Data(contentsOf: file))
      do throws(SceneError) {
        let scene = try read(bytes: bytes)
        let report = scene.inspect()
        #expect(report.hazards.allSatisfy { (0...bytes.count).contains($0.offset) })
        #expect(report.notes.allSatisfy { (0...bytes.count).contains($0.offset) })
        do throws(SceneWritingError) {
          let written = try scene.write()
          #expect((try? read(bytes: written)) == scene, "\(file.lastPathComponent)")
        } catch {
          // Two elements became one node, which the format cannot express.
          #expect(error.code == .adoptedSingleton, "\(file.lastPathComponent): \(error)")
        }
      } catch {
        refused.append(file.lastPathComponent)
        #expect((0...bytes.count).contains(error.position.offset))
      }
    }
    #expect(refused.count == 11, "\(refused)")
  }
}
