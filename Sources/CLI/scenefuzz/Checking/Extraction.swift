import Foundation
package import ProcessSupport
package import ZipReading

/// Writes the members of an archive below a folder: nothing outside it, nothing through a link, nothing over what is
/// there, and nothing by halves.
///
/// The plan (`ExtractionPlan`) leaves out every member that could do harm. All that is left is written into a new folder
/// beside the chosen one, which takes its name only when everything is there.
package struct Extraction: Sendable {
  /// What became of one member.
  package struct Outcome: Encodable, Sendable {
    /// Name of the member, decoded, not neutralized.
    package let member: String
    /// Path below the folder; nil when nothing was written.
    package let path: String?
    /// Why nothing was written: the code of the hazard or of the error.
    package let leftOut: String?
  }

  /// The folder to make; it must not exist.
  package let folder: String

  /// Extracts into that folder, which must not exist.
  package init(folder: String) { self.folder = folder }

  /// Extracts the members of `archive`, which was read from `bytes`.
  ///
  /// A member that cannot be read is left out. Throws when the folder is there already or cannot be written; then nothing
  /// is left behind.
  package func run(_ archive: ZipArchive, _ bytes: [UInt8]) throws(RunFailure) -> [Outcome] {
    let target = URL(fileURLWithPath: folder).standardizedFileURL
    guard SystemBridge.isFolder(target.path) == nil else {
      throw .usage("'\(folder)' is there already", "name a folder that does not exist")
    }
    let beside =
      target.deletingLastPathComponent().path
      + "/.\(target.lastPathComponent).\(UUID().uuidString)"
    try WorkFolder.make(beside)
    do throws(RunFailure) {
      let outcomes = try write(archive, bytes, to: beside)
      do {
        try FileManager.default.moveItem(atPath: beside, toPath: target.path)
      } catch {
        throw .environment(
          "cannot make '\(folder)' (\(error.localizedDescription))", "check the rights")
      }
      return outcomes
    } catch {
      try? FileManager.default.removeItem(atPath: beside)
      throw error
    }
  }

  private func write(
    _ archive: ZipArchive, _ bytes: [UInt8], to root: String
  ) throws(RunFailure) -> [Outcome] {
    let plan = ExtractionPlan(archive)
    var outcomes: [Outcome] = []
    for (index, member) in archive.members.enumerated() {
      switch plan.placements[index] {
      case .folder(let path) where Self.isTooLong(path), .file(let path) where Self.isTooLong(path):
        outcomes.append(Outcome(member: member.name, path: nil, leftOut: "nameTooLong"))
      case .leftOut(let code):
        outcomes.append(Outcome(member: member.name, path: nil, leftOut: code.rawValue))
      case .folder(let path):
        try WorkFolder.make(root + "/" + path)
        outcomes.append(Outcome(member: member.name, path: path, leftOut: nil))
      case .file(let path):
        switch Self.contents(archive, index, bytes) {
        case .success(let contents):
          let file = URL(fileURLWithPath: root + "/" + path)
          try WorkFolder.make(file.deletingLastPathComponent().path)
          try WorkFolder.write(contents, to: file.path)
          outcomes.append(Outcome(member: member.name, path: path, leftOut: nil))
        case .failure(let error):
          outcomes.append(Outcome(member: member.name, path: nil, leftOut: "\(error.code)"))
        }
      }
    }
    return outcomes
  }

  /// No file system in use takes a name of more than 255 bytes, and Linux no path beyond 4,096.
  private static func isTooLong(_ path: String) -> Bool {
    path.utf8.count > 3_000 || path.split(separator: "/").contains { $0.utf8.count > 255 }
  }

  private static func contents(
    _ archive: ZipArchive, _ index: Int, _ bytes: [UInt8]
  ) -> Result<[UInt8], ZipError> {
    Result { () throws(ZipError) in try archive.contents(of: index, in: bytes.span) }
  }
}
