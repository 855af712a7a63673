/// How a member is compressed (APPNOTE 4.4.5). Any number can be listed; two can be read.
public struct ZipMethod: RawRepresentable, Hashable, Sendable {
  /// The number in the headers, as it stands there.
  public let rawValue: UInt16

  /// Takes any number: whether it can be read is found out with the content.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Method 0: the content as it is.
  public static let stored = ZipMethod(rawValue: 0)
  /// Method 8: DEFLATE (RFC 1951), as nearly every archive has it.
  public static let deflated = ZipMethod(rawValue: 8)

  /// The name of the method, or its number.
  public var name: String {
    switch rawValue {
    case 0: "stored"
    case 1: "shrunk"
    case 2...5: "reduced"
    case 6: "imploded"
    case 8: "deflated"
    case 9: "deflate64"
    case 10: "PKWARE DCL"
    case 12: "bzip2"
    case 14: "LZMA"
    case 20, 93: "zstandard"
    case 94: "MP3"
    case 95: "xz"
    case 96: "JPEG"
    case 97: "WavPack"
    case 98: "PPMd"
    case 99: "AES encryption"
    default: "method \(rawValue)"
    }
  }
}
