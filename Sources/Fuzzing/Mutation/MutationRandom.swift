/// Random numbers that a seed decides: Steele, Lea and Flood's SplitMix64.
package struct MutationRandom: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Any seed will do, also 0.
  package init(seed: UInt64) { state = seed }

  /// The next 64 bits, equally distributed; every number comes once in 2^64 steps.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to `bound` - 1; 0 where there is none.
  mutating func below(_ bound: Int) -> Int {
    bound <= 1 ? 0 : Int(truncatingIfNeeded: (next() >> 33) % UInt64(bound))
  }

  /// True once in `count` times.
  mutating func once(in count: Int) -> Bool { below(count) == 0 }

  mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[below(elements.count)]
  }

  /// Mostly small, now and then large: lengths at which buffers and limits end.
  mutating func length() -> Int {
    switch below(8) {
    case 0: [0, 255, 256, 257, 511, 512, 1_023, 1_024, 4_095, 4_096][below(10)]
    case 1: below(5_000)
    default: 1 + below(12)
    }
  }
}
