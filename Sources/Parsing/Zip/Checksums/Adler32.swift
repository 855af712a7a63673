/// Adler-32 as the zlib wrapper uses it (RFC 1950, section 8.2).
public struct Adler32: Equatable, Sendable {
  private var low: UInt32 = 1
  private var high: UInt32 = 0

  /// The checksum of no bytes, which is 1.
  public init() {}

  /// Checksum of all bytes so far.
  public var value: UInt32 { high << 16 | low }

  /// The checksum of `bytes`.
  public static func checksum(_ bytes: Span<UInt8>) -> UInt32 {
    var adler = Adler32()
    adler.update(bytes)
    return adler.value
  }

  /// Adds `bytes`; any split of an input gives the same value.
  public mutating func update(_ bytes: Span<UInt8>) {
    var offset = 0
    while offset < bytes.count {
      // 5552 is the largest count for which the sums stay below 2^32 before they are reduced.
      let end = offset &+ min(5552, bytes.count &- offset)
      while offset < end {
        low &+= UInt32(bytes[offset])
        high &+= low
        offset &+= 1
      }
      low %= 65521
      high %= 65521
    }
  }
}
