internal import StableNumbers

/// Archives that start like another format: some readers choose by the first bytes, others search
/// for zip at the end.
extension HeaderCorruption {
  private static let signatures: [[UInt8]] = [
    [0x1F, 0x8B, 8, 0], Array("BZh9".utf8), [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0],
    [0x28, 0xB5, 0x2F, 0xFD], [0x50, 0x2A, 0x4D, 0x18, 0, 0, 0, 0],
    [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], [0x52, 0x61, 0x72, 0x21, 0x1A, 7], Array("MSCF".utf8),
    Array("!<arch>\n".utf8), Array("070701".utf8),
    [0x5D, 0, 0, 0x80, 0] + [UInt8](repeating: 0xFF, count: 8),
    tapeHeader,
  ]

  /// First block of a tape archive (POSIX `ustar`) without its checksum.
  private static let tapeHeader: [UInt8] = {
    var block = [UInt8](repeating: 0, count: 512)
    block.replaceSubrange(0..<10, with: "scene.mrml".utf8)
    block.replaceSubrange(257..<265, with: "ustar\u{0}00".utf8)
    return block
  }()

  /// Inserts the signature of another format before the archive, and removes the end record in half
  /// of the cases.
  static func asOtherFormat(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    guard let signature = random.pick(signatures) else { return bytes }
    if random.once(in: 2) { return moved(bytes, after: signature) }
    let end = places(of: records[2], in: bytes).first ?? bytes.count
    return signature + bytes[..<end]
  }
}
