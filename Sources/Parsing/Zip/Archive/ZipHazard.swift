internal import ByteReading

/// Something an archive does that an honest one does not, or that two programs read differently. The archive is read
/// all the same.
public struct ZipHazard: Equatable, Sendable {
  /// Stable names; the raw value is what programs see.
  public enum Code: String, CaseIterable, Sendable {
    // The archive
    case prefixBytes, spanningMarker, trailingBytes, commentOutside, secondEndRecord
    case endRecordInComment, entryCountDisagrees, directorySizeDisagrees
    case directoryOffsetDisagrees, zip64Disagrees, zip64LocatorInvalid, unlistedMember
    case unusedBytes, totalSizeExceeded, moreHazards
    // Central and local header
    case localHeaderMissing, headerOffsetDisagrees, localNameDisagrees, localMethodDisagrees
    case localFlagsDisagree, localSizeDisagrees, localCompressedSizeDisagrees
    case localChecksumDisagrees, descriptorDisagrees, descriptorMissing, memberOutside
    case overlappingMember
    // Fields
    case zip64FieldMissing, zip64FieldUnneeded, extraFieldInvalid, encryptedMember
    case unsupportedMethod, multipleDisks, memberTooLarge, highRatio, impossibleRatio
    case storedSizesDisagree, directoryWithContent, directoryDisagrees
    // Names
    case emptyName, absoluteName, parentComponent, backslash, driveLetter, nulInName
    case controlInName, bidiInName, invalidUTF8Name, unicodePathDisagrees, duplicateName
    case caseFoldingTwin, fileAndDirectory, throughFile
    // Links and nesting
    case symbolicLink, linkEscapes, throughLink, nestedArchive
    // Content, found by `verify`
    case contentRefused, unusedCompressedBytes
  }

  /// The kind of the hazard. Its raw value is stable and what programs see.
  public let code: Code
  /// Index in `ZipArchive.members`; nil when the hazard is about the archive.
  public let member: Int?
  /// The member's name, or that of a member that only a local header names.
  public let name: String
  /// Byte of the archive at which it shows.
  public let offset: Int
  /// What the central directory says, or what was expected; empty when there is only one value.
  public let central: String
  /// What the local header says, or what was found.
  public let local: String
  /// For `contentRefused`, the reason.
  public var refusal: ZipError?

  /// One sentence for people, with both values, of which the first 80 characters are told; what a terminal would obey
  /// stands as `\u{…}`.
  public var message: String {
    let values = [central, local].filter { !$0.isEmpty }.map { Printable.text($0, limit: 80) }
    return values.isEmpty
      ? code.explanation : "\(code.explanation): \(values.joined(separator: " and "))"
  }
}

/// The hazards of one reading, up to a limit.
struct HazardList: Sendable {
  private(set) var hazards: [ZipHazard] = []
  let limit: Int
  /// Length of the archive in bytes: a place that a header claims beyond it is reported at the end.
  let count: Int

  init(limit: Int, count: Int) {
    self.limit = max(limit, 0)
    self.count = count
  }

  mutating func add(
    _ code: ZipHazard.Code, member: Int? = nil, name: String = "", at offset: Int,
    central: @autoclosure () -> String = "", local: @autoclosure () -> String = "",
    refusal: ZipError? = nil
  ) {
    guard hazards.count <= limit else { return }
    let isLast = hazards.count == limit
    hazards.append(
      ZipHazard(
        code: isLast ? .moreHazards : code, member: isLast ? nil : member,
        name: isLast ? "" : name, offset: min(max(offset, 0), count),
        central: isLast ? "" : central(),
        local: isLast ? "" : local(), refusal: isLast ? nil : refusal))
  }
}
