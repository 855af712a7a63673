import ZipReading
import ZlibOracle

/// Legitimate difference between the verdicts of this reader and of zlib. Any other difference is a
/// bug.
struct KnownInflateDifference {
  let reason: String
  let zlib: ZlibVerdict.Outcome
  let ours: InflateError.Code

  static let all = [
    KnownInflateDifference(
      reason: """
        A code length code without any code cannot encode lengths (RFC 1951, 3.2.7). This reader refuses it \
        at its position. zlib reads each further bit as a length of zero and refuses the block later, when it \
        has no code for its end; of a stream that is cut off before, it requires more input. Neither accepts \
        such a stream.
        """,
      zlib: .unexpectedEnd, ours: .codeLengthCodeIncomplete)
  ]

  static func explains(_ zlib: ZlibVerdict.Outcome, _ ours: InflateError.Code) -> Bool {
    all.contains { $0.zlib == zlib && $0.ours == ours }
  }
}
