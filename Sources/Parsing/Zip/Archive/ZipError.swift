/// Reason and offset of a refused archive, or of the refused content of one member.
public struct ZipError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The violated rule of APPNOTE, of the method, or of `ZipLimits`.
  public enum Code: UInt8, CaseIterable, Sendable {
    // The archive
    case endRecordMissing
    case multipleDisks
    case zip64RecordMissing
    case directoryOutside
    case directoryEntryInvalid
    case directoryEncrypted
    case tooManyMembers
    case nameTooLong
    // The content of a member
    case encryptedMember
    case patchedMember
    case unsupportedMethod
    case zip64FieldMissing
    case localHeaderMissing
    case memberOutside
    case overlappingMember
    case memberTooLarge
    case deflateInvalid
    case sizeMismatch
    case checksumMismatch
  }

  /// First rule that does not hold.
  public let code: Code
  /// For `deflateInvalid`, the reason in the DEFLATE stream.
  public let inflate: InflateError.Code?
  /// Byte offset in the archive.
  public let offset: Int
  /// Number that belongs to the code: a method, a count, a size or a checksum; 0 if none.
  public let value: UInt64

  /// A refusal at a byte of the archive; `inflate` belongs to `deflateInvalid` only.
  public init(
    _ code: Code, at offset: Int, value: UInt64 = 0, inflate: InflateError.Code? = nil
  ) {
    self.code = code
    self.inflate = inflate
    self.offset = offset
    self.value = value
  }

  /// One sentence for people.
  public var message: String { "\(explanation) (offset \(offset))" }

  /// Offset, reason and code in one line, without bytes of the input.
  public var description: String { "byte \(offset): \(explanation) [\(code)]" }

  private var explanation: String {
    switch code {
    case .endRecordMissing: "no end of central directory record: not a zip archive, or cut off"
    case .multipleDisks: "the archive is one part of a split archive"
    case .zip64RecordMissing: "the zip64 end record is missing"
    case .directoryOutside: "the central directory lies outside the file"
    case .directoryEntryInvalid: "the central directory breaks off"
    case .directoryEncrypted: "the central directory is encrypted"
    case .tooManyMembers: "more than \(value) members"
    case .nameTooLong: "a member's name has \(value) bytes"
    case .encryptedMember: "the member is encrypted"
    case .patchedMember: "the member is compressed patched data, a patch to another file"
    case .unsupportedMethod:
      "the member is compressed with \(ZipMethod(rawValue: UInt16(truncatingIfNeeded: value)).name)"
    case .zip64FieldMissing: "the member's zip64 field is missing or too short"
    case .localHeaderMissing: "there is no local header at the member's offset"
    case .memberOutside: "the member lies outside the file"
    case .overlappingMember: "the member shares bytes with another part of the archive"
    case .memberTooLarge: "the member is larger than the limit of \(value) bytes"
    case .deflateInvalid: inflate?.explanation ?? "the compressed data is invalid"
    case .sizeMismatch: "the content does not have the declared \(value) bytes"
    case .checksumMismatch: "the content does not match its declared CRC-32"
    }
  }
}
