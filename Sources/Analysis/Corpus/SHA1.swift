/// SHA-1 (FIPS 180-4), the name of bytes in libFuzzer; not a protection against forgery.
package enum SHA1 {
  /// The digest as 40 lower-case hexadecimal digits, as in `crash-` and corpus file names.
  /// O(bytes).
  package static func name(of bytes: some Collection<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var out: [UInt8] = []
    for byte in digest(of: bytes) {
      out += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The digest as 20 bytes. O(bytes).
  package static func digest(of bytes: some Collection<UInt8>) -> [UInt8] {
    var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
    var words = [UInt32](repeating: 0, count: 80)
    var filled = 0
    func take(_ byte: UInt8) {
      words[filled >> 2] = words[filled >> 2] << 8 | UInt32(byte)
      filled += 1
      if filled == 64 {
        compress(&state, &words)
        filled = 0
      }
    }
    for byte in bytes { take(byte) }
    take(0x80)
    while filled != 56 { take(0) }
    let bits = UInt64(bytes.count) &* 8
    for shift in stride(from: 56, through: 0, by: -8) {
      take(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    return state.flatMap { word in
      stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
    }
  }

  /// One block, section 6.1.2.
  private static func compress(_ state: inout [UInt32], _ words: inout [UInt32]) {
    for t in 16..<80 {
      words[t] = rotated(words[t - 3] ^ words[t - 8] ^ words[t - 14] ^ words[t - 16], 1)
    }
    var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
    for t in 0..<80 {
      let (f, k): (UInt32, UInt32) =
        switch t {
        case 0..<20: ((b & c) | (~b & d), 0x5A82_7999)
        case 20..<40: (b ^ c ^ d, 0x6ED9_EBA1)
        case 40..<60: ((b & c) | (b & d) | (c & d), 0x8F1B_BCDC)
        default: (b ^ c ^ d, 0xCA62_C1D6)
        }
      (a, b, c, d, e) = (rotated(a, 5) &+ f &+ e &+ k &+ words[t], a, rotated(b, 30), c, d)
    }
    for (index, value) in [a, b, c, d, e].enumerated() { state[index] = state[index] &+ value }
  }

  private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word << count | word >> (32 - count)
  }
}
