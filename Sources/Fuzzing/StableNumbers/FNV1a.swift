/// FNV-1a hash of 64 bits: the same value for the same input on every machine. Not collision
/// resistant.
package struct FNV1a: Equatable, Sendable {
  /// The hash of everything combined so far.
  @usableFromInline package var value: UInt64

  /// The prime of 64 bits.
  @inlinable package static var prime: UInt64 { 0x100_0000_01B3 }

  /// Creates the hash of an empty input, with `salt` mixed into the offset basis.
  @inlinable package init(salt: UInt64 = 0) { value = 0xCBF2_9CE4_8422_2325 ^ salt }

  /// Combines one byte, as the specification does, or one word of up to eight bytes.
  @inlinable @inline(__always) package mutating func combine(_ word: UInt64) {
    value = (value ^ word) &* Self.prime
  }

  /// Combines the bytes one by one.
  @inlinable package mutating func combine(bytes: some Sequence<UInt8>) {
    for byte in bytes { combine(UInt64(byte)) }
  }
}
