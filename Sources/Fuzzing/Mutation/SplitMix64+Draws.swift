internal import StableNumbers

extension SplitMix64 {
  /// Returns a number from 0 to `bound` - 1, or 0 for a bound below 1.
  mutating func below(_ bound: Int) -> Int {
    bound <= 1 ? 0 : Int(truncatingIfNeeded: (next() >> 33) % UInt64(bound))
  }

  /// Returns true with probability 1 / `count`.
  mutating func once(in count: Int) -> Bool { below(count) == 0 }

  mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[below(elements.count)]
  }

  /// Returns a length: mostly small, sometimes large or next to a common buffer size.
  mutating func length() -> Int {
    switch below(8) {
    case 0: [0, 255, 256, 257, 511, 512, 1_023, 1_024, 4_095, 4_096][below(10)]
    case 1: below(5_000)
    default: 1 + below(12)
    }
  }
}
