public import ZipReading

/// Reason and offset of a file that is not opened as a scene bundle.
public struct BundleError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Cause, from the archive down to the scene inside it.
  public enum Code: Equatable, Sendable {
    /// Neither a zip archive nor another known format.
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

  /// First cause, with the archive's own code where there is one.
  public let code: Code
  /// Byte offset in the file.
  public let offset: Int
  /// Number that belongs to the archive's code, as in `ZipError`.
  public let value: UInt64
  /// Reason in the stream, for an invalid DEFLATE stream.
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

  /// Reason with its offset, and code, in one line, without bytes of the input.
  public var description: String {
    let name =
      switch code {
      case .notAnArchive: "notAnArchive"
      case .otherFormat: "otherFormat"
      case .archive(let code), .scene(let code): "\(code)"
      case .sceneMissing: "sceneMissing"
      }
    return "\(message) [\(name)]"
  }

  private func zipError(_ code: ZipError.Code) -> ZipError {
    ZipError(code, at: offset, value: value, inflate: inflate)
  }
}
