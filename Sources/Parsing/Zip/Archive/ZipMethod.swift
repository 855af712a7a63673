/// Compression method (APPNOTE 4.4.5). Any number can be listed; only `stored` and `deflated` can
/// be read.
public struct ZipMethod: RawRepresentable, Hashable, Sendable {
  /// Number in the headers.
  public let rawValue: UInt16

  /// Creates a method from any number; reading the content of an unknown one is refused.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Method 0: uncompressed.
  public static let stored = ZipMethod(rawValue: 0)
  /// Method 8: DEFLATE (RFC 1951).
  public static let deflated = ZipMethod(rawValue: 8)

  /// Name of the method, or its number.
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
