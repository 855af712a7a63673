import StableNumbers

/// Bytes like those of an image volume: 16-bit values of a smooth field with noise in the low bits.
/// DEFLATE compresses them to about half.
enum MixedData {
  static func bytes(_ size: Int) -> [UInt8] {
    var random = SplitMix64(seed: 2)
    var bytes = [UInt8](repeating: 0, count: size)
    var level = 0
    for index in stride(from: 0, to: size - 1, by: 2) {
      if index & 0x3FE == 0 { level = Int(random.next() % 1_400) - 700 }
      let value = level + (index >> 4) & 0x3F + Int(random.next() & 31)
      let word = UInt16(truncatingIfNeeded: value)
      bytes[index] = UInt8(truncatingIfNeeded: word)
      bytes[index + 1] = UInt8(truncatingIfNeeded: word >> 8)
    }
    return bytes
  }
}
