import ZipReading

/// Names of data files as Slicer makes them when it writes a bundle.
public struct DataFileNames: Sendable {
  private var taken: Set<String> = []

  /// No names given yet. Names are unique per value: use one for all files of one bundle.
  public init() {}

  /// A file name for the node `name`, unlike every name given before: percent-encoded, at most 50 bytes before the
  /// extension, `_1`, `_2`, … until unique.
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
    while !taken.insert(candidate).inserted {
      number += 1
      candidate = "\(base)_\(number)\(ending)"
    }
    return candidate
  }

  /// Keeps letters, digits, ``[\]^_` `` and ` -.,@#$%&(){}<>+=`; every other byte becomes `%` and its unpadded hexadecimal
  /// number, sign-extended to sixteen bits, as Slicer's encoder prints it: `/` is `%2f`, LF `%a`, byte C3 `%ffc3`.
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

  /// Names of more than 50 bytes keep 45 and get `_` and four characters. Slicer draws those by chance; here they come
  /// from the name, so that equal scenes give equal bundles.
  private static func shortened(_ base: String) -> String {
    guard base.utf8.count > 50 else { return base }
    let sum = CRC32.checksum(Array(base.utf8).span) & 0xFFFF
    let digits = String(sum, radix: 16)
    let padded = String(repeating: "0", count: 4 - digits.utf8.count) + digits
    return String(decoding: Array(base.utf8.prefix(45)), as: UTF8.self) + "_" + padded
  }
}
