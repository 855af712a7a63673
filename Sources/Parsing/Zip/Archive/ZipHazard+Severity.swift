public import ByteReading

extension ZipHazard.Code {
  /// Severity of the hazard.
  ///
  /// Danger: the archive can write outside its folder, mislead the person who opens it, exhaust
  /// memory or disk, or show two programs different members. Note: ordinary writers do it too.
  public var severity: HazardSeverity {
    switch self {
    case .spanningMarker, .nestedArchive, .zip64FieldUnneeded: .note
    case .prefixBytes, .trailingBytes, .commentOutside, .entryCountDisagrees,
      .directorySizeDisagrees, .directoryOffsetDisagrees, .zip64Disagrees,
      .zip64RecordSizeDisagrees, .extraFieldDisagrees, .extraFieldRepeated, .patchedMember,
      .zip64LocatorInvalid, .longPath, .localTimeDisagrees, .localVersionDisagrees,
      .paddingNotZero, .unusedCompressedBytes,
      .unusedBytes, .moreHazards, .localHeaderMissing, .headerOffsetDisagrees,
      .localFlagsDisagree, .localChecksumDisagrees, .descriptorDisagrees, .descriptorMissing,
      .memberOutside, .zip64FieldMissing, .extraFieldInvalid, .encryptedMember,
      .unsupportedMethod, .multipleDisks, .highRatio, .storedSizesDisagree,
      .directoryWithContent, .directoryDisagrees, .emptyName, .backslash, .invalidUTF8Name,
      .duplicateName, .caseFoldingTwin, .compatibilityTwin, .trailingDotOrSpace,
      .windowsCharacter, .windowsDeviceName, .alternateStream, .longComponent, .invisibleInName,
      .fileAndDirectory, .throughFile,
      .symbolicLink,
      .contentRefused:
      .warning
    case .secondEndRecord, .endRecordInComment, .unlistedMember, .totalSizeExceeded,
      .localNameDisagrees, .localMethodDisagrees, .localSizeDisagrees,
      .localCompressedSizeDisagrees, .overlappingMember, .memberTooLarge, .impossibleRatio,
      .absoluteName, .parentComponent, .driveLetter, .nulInName, .controlInName, .bidiInName,
      .unicodePathDisagrees, .linkEscapes, .throughLink:
      .danger
    }
  }

  /// Meaning of the code, without offset; two values may follow.
  public var sentence: String {
    switch self {
    case .prefixBytes: "there are bytes before the first member"
    case .spanningMarker: "the archive begins with the marker of a split archive"
    case .trailingBytes: "there are bytes after the end record"
    case .commentOutside: "the archive's comment runs past the end of the file"
    case .secondEndRecord: "another end record could be used instead"
    case .endRecordInComment: "the end record lies in the comment of another end record"
    case .entryCountDisagrees: "the end record and the directory differ in the number of members"
    case .directorySizeDisagrees: "the end record and the directory differ in size"
    case .directoryOffsetDisagrees: "the directory is not where the end record says"
    case .zip64Disagrees: "the end record and its zip64 form disagree"
    case .zip64LocatorInvalid: "the zip64 locator points to no zip64 end record"
    case .zip64RecordSizeDisagrees: "the zip64 end record has another size than it says"
    case .localVersionDisagrees:
      "central directory and local header differ in the version needed"
    case .localTimeDisagrees: "central directory and local header differ in the time"
    case .extraFieldDisagrees: "central directory and local header differ in an extra field"
    case .extraFieldRepeated: "a header has an extra field twice"
    case .paddingNotZero: "padding between header and data is not zero"
    case .patchedMember: "the member is a patch to another file"
    case .unlistedMember: "a member is in the file but not in the directory"
    case .unusedBytes: "bytes belong to no member"
    case .totalSizeExceeded: "all members together exceed the limit"
    case .moreHazards: "there are more hazards than the limit"
    case .localHeaderMissing: "there is no local header at the member's offset"
    case .headerOffsetDisagrees: "the local header is not where the directory says"
    case .localNameDisagrees: "central directory and local header differ in the name"
    case .localMethodDisagrees: "central directory and local header differ in the method"
    case .localFlagsDisagree: "central directory and local header differ in the flags"
    case .localSizeDisagrees: "central directory and local header differ in the size"
    case .localCompressedSizeDisagrees:
      "central directory and local header differ in the compressed size"
    case .localChecksumDisagrees: "central directory and local header differ in the checksum"
    case .descriptorDisagrees: "central directory and data descriptor differ"
    case .descriptorMissing: "the data descriptor is missing"
    case .memberOutside: "the member lies outside the file"
    case .overlappingMember: "the member shares bytes with another part of the archive"
    case .zip64FieldMissing: "the zip64 field is missing or too short"
    case .zip64FieldUnneeded: "there is a zip64 field although no other field is saturated"
    case .extraFieldInvalid: "an extra field runs past the end of the extra fields"
    case .encryptedMember: "the member is encrypted"
    case .unsupportedMethod: "the compression method is not supported"
    case .multipleDisks: "the member begins on another disk"
    case .memberTooLarge: "the member is larger than the limit"
    case .highRatio: "the content is far larger than its compressed form"
    case .impossibleRatio: "compressed data of this size cannot have content of that size"
    case .storedSizesDisagree: "a stored member has two different sizes"
    case .directoryWithContent: "a directory has content"
    case .directoryDisagrees: "name and attributes disagree on whether this is a directory"
    case .emptyName: "the name is empty"
    case .absoluteName: "the name is an absolute path"
    case .parentComponent: "the name leads outside by '..'"
    case .backslash: "the name has a backslash, which Windows reads as a separator"
    case .driveLetter: "the name begins with a drive letter"
    case .nulInName: "the name has a NUL, where some programs cut it"
    case .controlInName: "the name has a control character"
    case .bidiInName: "the name has a character that changes the text direction"
    case .invalidUTF8Name: "the name is marked as UTF-8 but is not"
    case .unicodePathDisagrees: "the header and the Unicode path field differ in the name"
    case .duplicateName: "an earlier member has the same name"
    case .caseFoldingTwin: "an earlier member's name differs only in case or normal form"
    case .compatibilityTwin: "an earlier member's name has the same compatibility form"
    case .windowsDeviceName: "the name is that of a Windows device"
    case .trailingDotOrSpace: "a part of the name ends with a dot or space, which Windows drops"
    case .windowsCharacter: "the name has a character that Windows does not allow"
    case .alternateStream: "the name has a colon, which on Windows names an alternate stream"
    case .longComponent: "a part of the name has more than 255 bytes"
    case .longPath: "the path has more than 260 characters"
    case .invisibleInName: "the name has invisible characters"
    case .fileAndDirectory: "one path is both a file and a directory"
    case .throughFile: "the path leads through a member that is a file"
    case .symbolicLink: "the member is a symbolic link"
    case .linkEscapes: "the link leads out of the archive's folder"
    case .throughLink: "the path leads through a member that is a symbolic link"
    case .nestedArchive: "the member is an archive itself"
    case .contentRefused: "the content cannot be read"
    case .unusedCompressedBytes: "compressed bytes are left over after the stream"
    }
  }
}
