/// A size that a header claims, beside the number of bytes that exist.
public struct DataClaim: Equatable, Hashable, Sendable {
  /// Byte offset of the claim.
  public let offset: Int
  /// Claimed number of bytes at least; `UInt64.max` when it overflows.
  public let byteCount: UInt64
  /// Bytes that exist for it.
  public let available: Int

  /// Whether the bytes exist.
  public var isMet: Bool { byteCount <= UInt64(max(available, 0)) }
}

/// A product of counts from a header, saturating at `UInt64.max`.
func product(_ counts: [UInt64]) -> UInt64 {
  var result: UInt64 = 1
  for count in counts {
    let (next, overflow) = result.multipliedReportingOverflow(by: count)
    guard !overflow else { return counts.contains(0) ? 0 : .max }
    result = next
  }
  return result
}

/// A sum of counts from a header, saturating at `UInt64.max`.
func sum(_ counts: UInt64...) -> UInt64 {
  var result: UInt64 = 0
  for count in counts {
    let (next, overflow) = result.addingReportingOverflow(count)
    guard !overflow else { return .max }
    result = next
  }
  return result
}
