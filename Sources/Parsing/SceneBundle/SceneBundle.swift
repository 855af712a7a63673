public import ZipReading

/// A scene bundle (`.mrb`): a zip archive with a scene and the files that the scene names.
public struct SceneBundle: Sendable {
  /// The archive. The bundle does not keep the input; contents are read from the same input again.
  public let archive: ZipArchive
  /// Index of the scene in `archive.members`.
  public let sceneMember: Int
  /// Content of the scene.
  public let sceneBytes: [UInt8]
  /// Hazards of the bundle; those of the archive are in `archive.hazards`.
  public internal(set) var hazards: [BundleHazard]

  /// Reads the directory, chooses the scene and reads it.
  ///
  /// Cost: that of `ZipArchive(reading:)` plus inflating the scene.
  ///
  /// - Throws: `BundleError` when there is no archive, no scene, or the scene cannot be read.
  public init(
    reading input: Span<UInt8>, limits: BundleLimits = .default
  ) throws(BundleError) {
    archive = try Self.open(input, limits.zip)
    let choice = SceneChoice(archive, maximumHazards: limits.maximumHazards)
    guard let member = choice.member else {
      throw BundleError(.sceneMissing, at: archive.directory.lowerBound)
    }
    sceneMember = member
    hazards = choice.hazards
    if ArchiveFormat(recognizing: input) != nil {
      hazards.append(
        BundleHazard(code: .beginsAsOtherFormat, member: nil, name: "", offset: 0))
    }
    guard archive.members[member].uncompressedSize <= limits.maximumSceneSize else {
      throw BundleError(
        .scene(.memberTooLarge), at: min(archive.members[member].headerOffset, input.count),
        value: UInt64(max(limits.maximumSceneSize, 0)))
    }
    sceneBytes = try Self.content(archive, member, input)
  }

  private static func open(
    _ input: Span<UInt8>, _ limits: ZipLimits
  ) throws(BundleError) -> ZipArchive {
    do throws(ZipError) {
      return try ZipArchive(reading: input, limits: limits)
    } catch {
      if error.code == .endRecordMissing {
        if let format = ArchiveFormat(recognizing: input) {
          throw BundleError(.otherFormat(format), at: 0)
        }
        // A file that begins as zip was truncated; any other file is no archive.
        let beginsAsZip =
          input.count >= 4 && input[0] == 0x50 && input[1] == 0x4B && input[2] == 3 && input[3] == 4
        if !beginsAsZip { throw BundleError(.notAnArchive, at: 0) }
      }
      throw BundleError(
        .archive(error.code), at: error.offset, value: error.value, inflate: error.inflate)
    }
  }

  private static func content(
    _ archive: ZipArchive, _ member: Int, _ input: Span<UInt8>
  ) throws(BundleError) -> [UInt8] {
    do throws(ZipError) {
      return try archive.contents(of: member, in: input)
    } catch {
      // An offset that a header claims beyond the file is reported at its end.
      throw BundleError(
        .scene(error.code), at: min(error.offset, input.count), value: error.value,
        inflate: error.inflate)
    }
  }
}
