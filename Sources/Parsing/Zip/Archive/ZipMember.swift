extension ZipArchive {
  /// One entry of the central directory (APPNOTE 4.3.12), with data from its local header.
  public struct Member: Sendable {
    /// Name as text: UTF-8, or code page 437 where the UTF-8 flag is not set.
    public internal(set) var name: String
    /// Name bytes in the central directory.
    public let nameBytes: [UInt8]
    /// General purpose bits (4.4.4).
    public let flags: UInt16
    /// Compression method in the central directory (4.4.5).
    public let method: ZipMethod
    /// Declared size of the content in bytes.
    public internal(set) var uncompressedSize: Int
    /// Declared size of the compressed data in bytes.
    public internal(set) var compressedSize: Int
    /// Version needed to extract (4.4.3), with the system in the upper byte.
    public let versionNeeded: UInt16
    /// Extra fields in the central directory.
    let extraFields: ExtraFields
    /// Declared CRC-32 of the content.
    public internal(set) var crc32: UInt32
    /// System of the external attributes (4.4.2.2): 0 MS-DOS, 3 Unix.
    public let system: UInt8
    /// External attributes in that system's form.
    public let externalAttributes: UInt32
    /// Modification time in MS-DOS form, date in the upper half.
    public let modified: UInt32
    /// Offset of the local header in the input.
    public internal(set) var headerOffset: Int
    /// Offset of the compressed data; nil without a local header.
    public internal(set) var dataOffset: Int?
    /// Reason why the content cannot be read, when the headers alone show it.
    public internal(set) var refusal: ZipError?

    /// Unix permission and type bits; nil for attributes of another system.
    public var unixMode: UInt16? {
      system == 3 || system == 19 ? UInt16(truncatingIfNeeded: externalAttributes >> 16) : nil
    }

    /// Whether the name ends with a slash, or the Unix attributes say directory.
    public var isDirectory: Bool {
      nameBytes.last == 0x2F || (unixMode ?? 0) & 0xF000 == 0x4000
    }

    /// Whether the Unix attributes say symbolic link; the content is then its target.
    public var isSymbolicLink: Bool { (unixMode ?? 0) & 0xF000 == 0xA000 }

    var isEncrypted: Bool { flags & 0x2041 != 0 }
    /// Whether the data is a patch to another file (4.4.4, bit 5).
    var isPatch: Bool { flags & 0x0020 != 0 }
    /// Kind of encryption (4.4.4, 4.4.5 and 7.3), for messages.
    var encryption: String {
      if method.rawValue == 99 { return "AES" }
      if flags & 0x2000 != 0 { return "with the central directory" }
      return flags & 0x0040 != 0 ? "strong encryption" : "traditional encryption"
    }
    var isUTF8: Bool { flags & 0x0800 != 0 }
  }
}
