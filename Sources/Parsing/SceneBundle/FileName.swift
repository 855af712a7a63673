import ZipReading

/// Decodes file names of storage nodes.
enum FileName {
  /// Decodes as Slicer does: six replacements, one after the other, with upper-case digits only.
  static func decoded(_ bytes: [UInt8]) -> String {
    var bytes = bytes
    for (code, character) in [
      ("%22", "\""), ("%3C", "<"), ("%3E", ">"), ("%27", "'"), ("%20", " "), ("%25", "%"),
    ] {
      bytes = replaced(bytes, Array(code.utf8), Array(character.utf8)[0])
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func replaced(_ bytes: [UInt8], _ code: [UInt8], _ byte: UInt8) -> [UInt8] {
    guard bytes.contains(code[0]) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if index + 3 <= bytes.count, bytes[index] == code[0], bytes[index + 1] == code[1],
        bytes[index + 2] == code[2]
      {
        result.append(byte)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  /// Components of a relative name below `root` in the archive, with `.` and `..` resolved. Nil
  /// when the name leads outside: absolute, in a home folder (`~`), with a scheme (`https://`,
  /// `slicer:`), or with more `..` than folders.
  static func path(_ name: String, below root: [String]) -> [String]? {
    let isElsewhere =
      name.utf8.first == 0x2F || name.utf8.first == 0x7E || hasScheme(name)
      || MemberPath(name).hazards.contains(.driveLetter)
    guard !isElsewhere else { return nil }
    var path = root
    for component in MemberPath(name).components {
      guard component == ".." else {
        path.append(component)
        continue
      }
      guard path.popLast() != nil else { return nil }
    }
    return path
  }

  private static func hasScheme(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    if bytes.starts(with: "slicer:".utf8) { return true }
    guard let colon = bytes.firstIndex(of: 0x3A), colon > 0 else { return false }
    return bytes[colon...].starts(with: "://".utf8)
  }
}
