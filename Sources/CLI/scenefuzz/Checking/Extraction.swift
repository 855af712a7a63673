import Foundation
package import ProcessSupport
package import ZipReading

/// Extracts an archive into a new folder: never outside it, never through a link, never over an
/// existing file, never partially.
///
/// `ExtractionPlan` leaves out every member that could do harm. The rest is written into a
/// temporary folder beside the chosen one, which is renamed only after every file is written.
package struct Extraction: Sendable {
  /// Result for one member.
  package struct Outcome: Encodable, Sendable {
    /// Name of the member, decoded but not made printable.
    package let member: String
    /// Path below the folder; nil when nothing was written.
    package let path: String?
    /// Code of the hazard or error because of which the member was left out.
    package let leftOut: String?
  }

  /// End of an extraction.
  package enum Result: Sendable {
    case done([Outcome])
    /// Nothing was written, for the reason given.
    case refused(String)
  }

  /// The folder to create; it must not exist.
  package let folder: String
  package var limits = ExtractionLimits()
  /// Called after each member with the number of members and bytes so far.
  package var onProgress: (@Sendable (_ members: Int, _ bytes: Int) -> Void)?

  /// - parameter folder: the folder to create; it must not exist.
  package init(folder: String) { self.folder = folder }

  /// Extracts the members of `archive`, which was read from `bytes`, unless they exceed the limits.
  ///
  /// Leaves out members that cannot be read. Throws when the folder exists or cannot be written,
  /// and then leaves nothing on disk.
  package func run(_ archive: ZipArchive, _ bytes: [UInt8]) throws(RunFailure) -> Result {
    let plan = ExtractionPlan(archive)
    if let reason = limits.refusal(archive, plan, archiveSize: bytes.count) {
      return .refused(reason)
    }
    let target = URL(fileURLWithPath: folder).standardizedFileURL
    guard SystemBridge.isFolder(target.path) == nil else {
      throw .usage("'\(folder)' already exists", "name a folder that does not exist")
    }
    let beside =
      target.deletingLastPathComponent().path
      + "/.\(target.lastPathComponent).\(UUID().uuidString)"
    try WorkFolder.make(beside)
    do throws(RunFailure) {
      let outcomes = try write(archive, plan, bytes, to: beside)
      do {
        try FileManager.default.moveItem(atPath: beside, toPath: target.path)
      } catch {
        throw .environment(
          "cannot create '\(folder)' (\(error.localizedDescription))", "check the permissions")
      }
      return .done(outcomes)
    } catch {
      try? FileManager.default.removeItem(atPath: beside)
      throw error
    }
  }

  private func write(
    _ archive: ZipArchive, _ plan: ExtractionPlan, _ bytes: [UInt8], to root: String
  ) throws(RunFailure) -> [Outcome] {
    var outcomes: [Outcome] = []
    var written = 0
    for (index, member) in archive.members.enumerated() {
      switch plan.placements[index] {
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
          written += contents.count
          outcomes.append(Outcome(member: member.name, path: path, leftOut: nil))
        case .failure(let error):
          outcomes.append(Outcome(member: member.name, path: nil, leftOut: "\(error.code)"))
        }
      }
      onProgress?(index + 1, written)
    }
    return outcomes
  }

  private static func contents(
    _ archive: ZipArchive, _ index: Int, _ bytes: [UInt8]
  ) -> Swift.Result<[UInt8], ZipError> {
    Swift.Result { () throws(ZipError) in try archive.contents(of: index, in: bytes.span) }
  }
}
