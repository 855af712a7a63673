extension ZipArchive {
  /// One entry of the central directory (APPNOTE 4.3.12), with what its local header adds.
  public struct Member: Sendable {
    /// The name as text: UTF-8, or code page 437 where the archive does not say UTF-8.
    public internal(set) var name: String
    /// The name as it stands in the central directory.
    public let nameBytes: [UInt8]
    /// General purpose bits (4.4.4).
    public let flags: UInt16
    /// How the content is compressed, as the central directory says (4.4.5).
    public let method: ZipMethod
    /// Bytes of the content, as declared.
    public internal(set) var uncompressedSize: Int
    /// Bytes that the content takes in the archive, as declared.
    public internal(set) var compressedSize: Int
    /// CRC-32 of the content, as declared.
    public let crc32: UInt32
    /// The system whose attributes are used (4.4.2.2): 0 MS-DOS, 3 Unix.
    public let system: UInt8
    /// Attributes as that system has them.
    public let externalAttributes: UInt32
    /// Time of last change in MS-DOS form, date in the upper half.
    public let modified: UInt32
    /// Where the local header should be, counted from the start of the input.
    public internal(set) var headerOffset: Int
    /// Where the compressed data begins; nil when there is no local header.
    public internal(set) var dataOffset: Int?
    /// Why the content cannot be read, when that is known from the headers alone.
    public internal(set) var refusal: ZipError?

    /// Permission and type bits, when the attributes are Unix's.
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
    /// How the member is encrypted (4.4.4, 4.4.5 and 7.3), for people.
    var encryption: String {
      if method.rawValue == 99 { return "AES" }
      if flags & 0x2000 != 0 { return "with the central directory" }
      return flags & 0x0040 != 0 ? "strong encryption" : "traditional encryption"
    }
    var isUTF8: Bool { flags & 0x0800 != 0 }
  }
}
