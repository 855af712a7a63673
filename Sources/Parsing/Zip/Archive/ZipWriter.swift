/// Writes zip archives into memory. Equal calls write equal bytes: there is no clock, user or
/// machine in them.
///
/// Names are not checked: tests need archives with hostile names. Zip64 fields are written only
/// where a 32-bit field would be saturated.
public struct ZipWriter: Sendable {
  /// Layout of members.
  public enum Style: Sendable {
    /// Sizes and checksum in the local header, no extra fields.
    case plain
    /// The layout of Slicer's archiver: time and owner fields, all zero, and a data descriptor for
    /// files.
    case slicer
  }

  /// Compression of a member's content.
  public enum Compression: Equatable, Sendable {
    case stored
    case deflated(Deflate.Level)
  }

  private var archive: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0
  private let style: Style

  /// Creates an empty archive whose members all have this layout.
  public init(style: Style = .plain) { self.style = style }

  /// Adds a member. A name that ends with a slash makes a directory.
  ///
  /// - Parameters:
  ///   - name: Written as UTF-8, with flag bit 11 where it is not ASCII (APPNOTE 4.4.4).
  ///   - contents: The content; a directory has none.
  ///   - method: Compression of the content.
  ///   - unixMode: Type and permission bits; by default those of a plain file or directory.
  ///   - modified: MS-DOS date (upper half) and time; by default 1 January 1980, the minimum.
  public mutating func add(
    name: String, contents: [UInt8], method: Compression = .stored, unixMode: UInt16? = nil,
    modified: UInt32 = 0x0021_0000
  ) {
    add(
      nameBytes: Array(name.utf8), isUTF8: !name.utf8.allSatisfy { $0 < 0x80 },
      contents: contents, method: method, unixMode: unixMode, modified: modified)
  }

  /// Adds a member whose name is given as bytes.
  public mutating func add(
    nameBytes name: [UInt8], isUTF8: Bool, contents: [UInt8], method: Compression = .stored,
    unixMode: UInt16? = nil, modified: UInt32 = 0x0021_0000
  ) {
    precondition(name.count <= 0xFFFF, "a name has at most 65535 bytes")
    let isDirectory = name.last == 0x2F
    let data: [UInt8] =
      switch method {
      case .stored: contents
      case .deflated(let level): Deflate.deflate(contents.span, level: level)
      }
    let hasDescriptor = style == .slicer && !isDirectory
    let crc = CRC32.checksum(contents.span)
    let offset = archive.count
    let needsZip64 = max(contents.count, data.count) >= 0xFFFF_FFFF
    let version: UInt16 = needsZip64 ? 45 : isDirectory || method != .stored ? 20 : 10

    // Fields from version needed to checksum, which both headers share.
    var common: [UInt8] = []
    common.appendLittleEndian(version)
    common.appendLittleEndian(UInt16(hasDescriptor ? 8 : 0) | (isUTF8 ? 0x0800 : 0))
    common.appendLittleEndian(method == .stored ? 0 : 8 as UInt16)
    common.appendLittleEndian(modified)
    var sizes: [UInt8] = []
    sizes.appendLittleEndian(UInt32(clamping: data.count))
    sizes.appendLittleEndian(UInt32(clamping: contents.count))
    sizes.appendLittleEndian(UInt16(name.count))

    var extra = style == .slicer ? Self.slicerExtra(isDirectory: isDirectory) : []
    if needsZip64 { extra += Self.zip64Extra([contents.count, data.count]) }
    archive.appendLittleEndian(LocalHeader.signature)
    archive += common
    archive.appendLittleEndian(hasDescriptor ? 0 : crc)
    archive += sizes
    archive.appendLittleEndian(UInt16(extra.count))
    archive += name + extra + data
    if hasDescriptor {
      archive.appendLittleEndian(LocalHeader.descriptorSignature)
      archive.appendLittleEndian(crc)
      if needsZip64 {
        archive.appendLittleEndian(UInt64(data.count))
        archive.appendLittleEndian(UInt64(contents.count))
      } else {
        archive.appendLittleEndian(UInt32(data.count))
        archive.appendLittleEndian(UInt32(contents.count))
      }
    }

    if offset >= 0xFFFF_FFFF {
      extra = style == .slicer ? Self.slicerExtra(isDirectory: isDirectory) : []
      extra += Self.zip64Extra((needsZip64 ? [contents.count, data.count] : []) + [offset])
    }
    let mode = unixMode ?? (isDirectory ? 0o040755 : 0o100644)
    directory.appendLittleEndian(CentralDirectory.signature)
    directory.appendLittleEndian(UInt16(3) << 8 | version)
    directory += common
    directory.appendLittleEndian(crc)
    directory += sizes
    directory.appendLittleEndian(UInt16(extra.count))
    directory += [UInt8](repeating: 0, count: 6)  // comment length, disk, internal attributes
    directory.appendLittleEndian(UInt32(mode) << 16)
    directory.appendLittleEndian(UInt32(clamping: offset))
    directory += name + extra
    count += 1
  }

  /// Returns the archive with all members added so far.
  public func finish(comment: [UInt8] = []) -> [UInt8] {
    precondition(comment.count <= 0xFFFF, "a comment has at most 65535 bytes")
    var all = archive + directory
    let start = archive.count
    if count >= 0xFFFF || max(start, directory.count) >= 0xFFFF_FFFF {
      let record = all.count
      all.appendLittleEndian(Zip64EndRecord.signature)
      all.appendLittleEndian(44 as UInt64)
      all.appendLittleEndian(UInt16(3) << 8 | 45)
      all.appendLittleEndian(45 as UInt16)
      all.appendLittleEndian(0 as UInt64)  // both disk numbers
      for value in [count, count, directory.count, start] { all.appendLittleEndian(UInt64(value)) }
      all.appendLittleEndian(Zip64EndRecord.locatorSignature)
      all.appendLittleEndian(0 as UInt32)
      all.appendLittleEndian(UInt64(record))
      all.appendLittleEndian(1 as UInt32)
    }
    all.appendLittleEndian(EndRecord.signature)
    all.appendLittleEndian(0 as UInt32)  // both disk numbers
    all.appendLittleEndian(UInt16(clamping: count))
    all.appendLittleEndian(UInt16(clamping: count))
    all.appendLittleEndian(UInt32(clamping: directory.count))
    all.appendLittleEndian(UInt32(clamping: start))
    all.appendLittleEndian(UInt16(comment.count))
    return all + comment
  }

  private static func zip64Extra(_ values: [Int]) -> [UInt8] {
    var extra: [UInt8] = []
    extra.appendLittleEndian(ExtraFields.zip64)
    extra.appendLittleEndian(UInt16(values.count * 8))
    for value in values { extra.appendLittleEndian(UInt64(value)) }
    return extra
  }

  /// Extended timestamp (`UT`; without a time for files) and Unix owner (`ux`, version 1, two ids
  /// of four bytes).
  private static func slicerExtra(isDirectory: Bool) -> [UInt8] {
    let time: [UInt8] =
      isDirectory ? [0x55, 0x54, 5, 0, 1, 0, 0, 0, 0] : [0x55, 0x54, 1, 0, 0]
    return time + [0x75, 0x78, 11, 0, 1, 4, 0, 0, 0, 0, 4, 0, 0, 0, 0]
  }
}
