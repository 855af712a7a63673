import ZipReading

/// Generates names of data files as Slicer does when it writes a bundle.
public struct DataFileNames: Sendable {
  private var usedNames: Set<String> = []

  /// Creates a generator. Names are unique per generator: use one for all files of a bundle.
  public init() {}

  /// Returns a unique file name for the node `name`: percent-encoded, at most 50 bytes before the
  /// extension, with `_1`, `_2`, … until unique.
  ///
  /// - Parameters:
  ///   - name: The node's name; any text.
  ///   - fileExtension: With or without its dot; lower-cased.
  public mutating func next(for name: String, fileExtension: String) -> String {
    let suffix = fileExtension.lowercased()
    let ending = suffix.isEmpty || suffix.hasPrefix(".") ? suffix : ".\(suffix)"
    let base = Self.shortened(Self.percentEncoded(Array(name.utf8)))
    var candidate = base + ending
    var number = 0
    while !usedNames.insert(candidate).inserted {
      number += 1
      candidate = "\(base)_\(number)\(ending)"
    }
    return candidate
  }

  /// Percent-encodes as Slicer does: letters, digits, ``[\]^_` `` and ` -.,@#$%&(){}<>+=` stay;
  /// every other byte becomes `%` and its unpadded hexadecimal number, sign-extended to sixteen
  /// bits. `/` becomes `%2f`, LF `%a`, byte C3 `%ffc3`.
  static func percentEncoded(_ bytes: [UInt8]) -> String {
    let kept = Set(" -_.,@#$%^&()[]{}<>+=".utf8)
    var text = ""
    for byte in bytes {
      if kept.contains(byte) || (0x41...0x7A).contains(byte) || (0x30...0x39).contains(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let wide = byte < 0x80 ? UInt16(byte) : 0xFF00 | UInt16(byte)
        text += "%" + String(wide, radix: 16)
      }
    }
    return text
  }

  /// Shortens names of more than 50 bytes to 45, `_` and four characters. Slicer chooses these at
  /// random; here they are a checksum of the name, so that equal scenes give equal bundles.
  private static func shortened(_ base: String) -> String {
    guard base.utf8.count > 50 else { return base }
    let sum = CRC32.checksum(Array(base.utf8).span) & 0xFFFF
    let digits = String(sum, radix: 16)
    let padded = String(repeating: "0", count: 4 - digits.utf8.count) + digits
    return String(decoding: Array(base.utf8.prefix(45)), as: UTF8.self) + "_" + padded
  }
}
