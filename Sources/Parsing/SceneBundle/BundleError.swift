public import ZipReading

/// Why a file is not opened as a scene bundle.
public struct BundleError: Error, Equatable, Sendable {
  /// What stopped the reading, from the archive down to the scene inside it.
  public enum Code: Equatable, Sendable {
    /// Not a zip archive, and nothing else that is known.
    case notAnArchive
    /// An archive of another format, which Slicer might open but this reader does not.
    case otherFormat(ArchiveFormat)
    /// A zip archive that cannot be read.
    case archive(ZipError.Code)
    /// No member is a scene.
    case sceneMissing
    /// The scene's member cannot be read.
    case scene(ZipError.Code)
  }

  /// The first thing that could not be read, with the archive's own code where it is that.
  public let code: Code
  /// Byte of the file at which the trouble lies.
  public let offset: Int
  /// The number that the archive's code is about, as in `ZipError`.
  public let value: UInt64
  /// For an invalid deflate stream, what is wrong with it.
  public let inflate: InflateError.Code?

  init(_ code: Code, at offset: Int, value: UInt64 = 0, inflate: InflateError.Code? = nil) {
    self.code = code
    self.offset = offset
    self.value = value
    self.inflate = inflate
  }

  /// One sentence for people.
  public var message: String {
    switch code {
    case .notAnArchive: "the file is not a zip archive (offset \(offset))"
    case .otherFormat(let format):
      "the file is a \(format.rawValue) archive; only zip is read (offset \(offset))"
    case .archive(let code): zipError(code).message
    case .sceneMissing: "the archive holds no .mrml file (offset \(offset))"
    case .scene(let code): "the scene cannot be read: \(zipError(code).message)"
    }
  }

  private func zipError(_ code: ZipError.Code) -> ZipError {
    ZipError(code, at: offset, value: value, inflate: inflate)
  }
}
