import Foundation
import SceneFiles

/// Files below the folder of a scene on disk. A path that leads out of the folder through a link is
/// not opened, and neither are folders and devices.
struct FolderFileSource: SceneFileSource {
  /// Maximum size of a file that is read, in bytes.
  private static let maximumSize: UInt64 = 1 << 32

  private let folder: String

  init(_ folder: String) {
    let path = folder.isEmpty ? "." : folder
    self.folder = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  func place(of path: [String]) -> SceneFilePlace {
    let target = target(path)
    guard target.hasPrefix(folder == "/" ? "/" : folder + "/") else { return .outside }
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: target) else {
      return .missing
    }
    guard attributes[.type] as? FileAttributeType == .typeRegular else {
      return .unreadable("it is not a regular file")
    }
    let size = (attributes[.size] as? NSNumber)?.uint64Value ?? 0
    guard size <= Self.maximumSize else { return .unreadable("it has more than 4 GB") }
    return .file(byteCount: size)
  }

  func content(of path: [String]) throws(UnreadableSceneFile) -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: target(path))))
    } catch {
      throw UnreadableSceneFile(InputFile.sentence(for: error))
    }
  }

  private func target(_ path: [String]) -> String {
    let joined = folder + "/" + path.joined(separator: "/")
    return URL(fileURLWithPath: joined).resolvingSymlinksInPath().path
  }
}
