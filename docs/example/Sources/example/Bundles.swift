import Foundation
import SceneReading

/// Returns the worst severity in a bundle: of the archive, the scene, and each file that it names.
func worstSeverity(of bytes: [UInt8]) throws -> HazardSeverity? {
  var limits = BundleLimits()
  limits.zip.maximumMemberSize = 1 << 28
  let bundle = try SceneBundle(reading: bytes.span, limits: limits)
  let scene = try bundle.scene()
  let files = bundle.checkedFiles(of: scene, in: bytes)
  var severities = bundle.archive.hazards.map(\.severity) + bundle.hazards.map(\.severity)
  severities += scene.hazards.map(\.severity) + files.compactMap(\.severity)
  return severities.max()
}

/// Writes the harmless members of an archive into a new folder.
func extract(_ bytes: [UInt8], to folder: URL) throws {
  let archive = try ZipArchive(reading: bytes.span)
  let files = FileManager.default
  try files.createDirectory(at: folder, withIntermediateDirectories: false)
  for (index, placement) in ExtractionPlan(archive).placements.enumerated() {
    switch placement {
    case .folder(let path):
      try files.createDirectory(
        at: folder.appending(path: path), withIntermediateDirectories: true)
    case .file(let path):
      let file = folder.appending(path: path)
      let content = try archive.contents(of: index, in: bytes.span)
      try files.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(content).write(to: file)
    case .leftOut(let reason):
      print("left out: \(Printable.text(archive.members[index].name)): \(reason.sentence)")
    }
  }
}

/// Checks and extracts a bundle that has a member with a hostile name.
func showBundle() throws {
  var writer = ZipWriter()
  writer.add(name: "case/case.mrml", contents: Array("<MRML><Model id=\"a\"/></MRML>".utf8))
  writer.add(name: "../../up.txt", contents: [0x61])
  let bytes = writer.finish()
  print(try worstSeverity(of: bytes).map(\.rawValue) ?? "no hazard")
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "scenefuzz-example-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: folder) }
  try extract(bytes, to: folder)
  print(try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted())
}
