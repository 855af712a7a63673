public import ByteReading

/// A property of an accepted archive that is dangerous, or that two programs read differently.
public struct ZipHazard: Hazard {
  /// Kinds of hazards. Raw values are stable: programs see them in JSON.
  public enum Code: String, HazardCode {
    // The archive
    case prefixBytes, spanningMarker, trailingBytes, commentOutside, secondEndRecord
    case endRecordInComment, entryCountDisagrees, directorySizeDisagrees
    case directoryOffsetDisagrees, zip64Disagrees, zip64LocatorInvalid, unlistedMember
    case unusedBytes, totalSizeExceeded, moreHazards, zip64RecordSizeDisagrees
    // Central and local header
    case localHeaderMissing, headerOffsetDisagrees, localNameDisagrees, localMethodDisagrees
    case localFlagsDisagree, localSizeDisagrees, localCompressedSizeDisagrees
    case localChecksumDisagrees, descriptorDisagrees, descriptorMissing, memberOutside
    case overlappingMember, localVersionDisagrees, localTimeDisagrees, extraFieldDisagrees
    case extraFieldRepeated
    // Fields
    case zip64FieldMissing, zip64FieldUnneeded, extraFieldInvalid, encryptedMember
    case unsupportedMethod, multipleDisks, memberTooLarge, highRatio, impossibleRatio
    case paddingNotZero, patchedMember
    case storedSizesDisagree, directoryWithContent, directoryDisagrees
    // Names
    case emptyName, absoluteName, parentComponent, backslash, driveLetter, nulInName
    case controlInName, bidiInName, invalidUTF8Name, unicodePathDisagrees, duplicateName
    case caseFoldingTwin, compatibilityTwin, fileAndDirectory, throughFile
    // Names that other systems cannot hold
    case windowsDeviceName, trailingDotOrSpace, windowsCharacter, alternateStream, longComponent
    case longPath, invisibleInName
    // Links and nesting
    case symbolicLink, linkEscapes, throughLink, nestedArchive
    // Content, found by `verify`
    case contentRefused, unusedCompressedBytes
  }

  /// Kind of the hazard.
  public let code: Code
  /// Index in `ZipArchive.members`; nil for a hazard of the archive.
  public let member: Int?
  /// Name of the member, or of a member that only a local header lists.
  public let name: String
  /// Byte offset in the archive.
  public let offset: Int
  /// Value in the central directory, or the expected value; empty when there is only one value.
  public let central: String
  /// Value in the local header, or the value found.
  public let local: String
  /// For `contentRefused`, the reason.
  public var refusal: ZipError?

  /// One sentence with both values, each cut after 80 characters; control characters are escaped as
  /// `\u{…}`.
  public var message: String {
    let values = [central, local].filter { !$0.isEmpty }.map { Printable.text($0, limit: 80) }
    return values.isEmpty
      ? code.sentence : "\(code.sentence): \(values.joined(separator: " and "))"
  }
}

/// Hazards of one reading, up to a limit.
struct HazardList: Sendable {
  private(set) var hazards: [ZipHazard] = []
  let limit: Int
  /// Length of the archive in bytes: an offset that a header claims beyond it is reported at the
  /// end.
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
