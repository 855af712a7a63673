internal import StableNumbers

extension HeaderCorruption {
  /// Fields that the local and the central header both have: offsets in each, and the width.
  private static let common: [(local: Int, central: Int, width: Int)] = [
    (4, 6, 2), (6, 8, 2), (8, 10, 2), (10, 12, 2), (12, 14, 2),
    (14, 16, 4), (18, 20, 4), (22, 24, 4), (26, 28, 2), (28, 30, 2),
  ]

  /// Copies a field between the local and the central header, of one member or of two, or a field
  /// of one member to the same field of another. Such a value is plausible where a changed bit is
  /// not.
  static func withCopiedField(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    let centrals = places(of: records[1], in: bytes)
    guard let from = random.pick(centrals), let to = random.pick(centrals) else { return bytes }
    let field = common[random.below(common.count)]
    let (source, target) = (local(of: from, in: bytes), local(of: to, in: bytes))
    let (start, end) =
      switch random.below(4) {
      case 0: (source + field.local, to + field.central)
      case 1: (from + field.central, target + field.local)
      case 2: (from + field.central, to + field.central)
      default: (source + field.local, target + field.local)
      }
    guard start + field.width <= bytes.count, end + field.width <= bytes.count else {
      return bytes
    }
    var out = bytes
    out.replaceSubrange(end..<end + field.width, with: bytes[start..<start + field.width])
    return out
  }

  private static func local(of central: Int, in bytes: [UInt8]) -> Int {
    guard central + 46 <= bytes.count else { return bytes.count }
    return (0..<4).reduce(0) { $0 | Int(bytes[central + 42 + $1]) << (8 * $1) }
  }
}
