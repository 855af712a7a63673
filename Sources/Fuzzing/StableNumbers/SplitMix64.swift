/// Pseudorandom number generator of Steele, Lea and Flood: the same numbers for a seed on every
/// machine.
package struct SplitMix64: RandomNumberGenerator, Sendable {
  @usableFromInline package var state: UInt64

  /// Creates a generator; every seed is valid, 0 included.
  @inlinable package init(seed: UInt64) { state = seed }

  /// The next 64 bits, uniformly distributed. The period is 2^64.
  @inlinable package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
