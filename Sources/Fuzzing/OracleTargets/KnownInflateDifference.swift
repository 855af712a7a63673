import ZipReading
import ZlibOracle

/// Where our verdict on a stream rightly is not zlib's, and why. Everything else that differs is a
/// bug.
struct KnownInflateDifference {
  let reason: String
  let zlib: ZlibVerdict.Outcome
  let ours: InflateError.Code

  static let all = [
    KnownInflateDifference(
      reason: """
        A code length code without any code can tell no lengths (RFC 1951, 3.2.7). We refuse it where it \
        stands; zlib takes each further bit for a length of zero and refuses the block when it then has no \
        code for its end, so that of a stream cut off before it still wants more. No such stream is accepted \
        by either.
        """,
      zlib: .unexpectedEnd, ours: .codeLengthCodeIncomplete)
  ]

  static func explains(_ zlib: ZlibVerdict.Outcome, _ ours: InflateError.Code) -> Bool {
    all.contains { $0.zlib == zlib && $0.ours == ours }
  }
}
