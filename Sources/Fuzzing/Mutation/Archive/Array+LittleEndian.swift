/// Numbers of archive headers.
extension [UInt8] {
  /// Reads a little-endian number; bytes beyond the end are zero.
  func number(_ place: Int, _ width: Int) -> UInt64 {
    (0..<width).reduce(0) { sum, k in
      place + k < count ? sum | UInt64(self[place + k]) << UInt64(8 * k) : sum
    }
  }

  mutating func set(_ value: UInt64, _ place: Int, _ width: Int) {
    guard place + width <= count else { return }
    for k in 0..<width { self[place + k] = UInt8(truncatingIfNeeded: value >> UInt64(8 * k)) }
  }
}
