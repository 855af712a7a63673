import FuzzTargets

/// Every kind of failure that a session must detect. Values depend on the input, so that the
/// optimizer cannot remove it.
enum Failure: String, CaseIterable {
  /// A Swift trap: an index out of range.
  case trap
  /// A write past the end of a heap block; detected with AddressSanitizer only.
  case address
  /// Unbounded recursion.
  case stack
  /// Memory beyond the limit of the run.
  case memory
  /// Running beyond the time limit of the run.
  case hang
  /// A property that does not hold.
  case property
  /// An unreferenced heap block; detected by LeakSanitizer only.
  case leak

  func happen(_ bytes: [UInt8]) throws(PropertyViolation) {
    switch self {
    case .trap: use(bytes[bytes.count + 3])
    case .address: MemoryFaults.writePastEnd(bytes)
    case .stack: use(descend(0, bytes))
    case .memory: use(allocate(bytes))
    case .hang: use(spin(for: .seconds(60), bytes))
    case .property:
      throw PropertyViolation(
        property: "nothing-fails", place: "byte 0", expected: "nothing",
        found: String(decoding: bytes, as: UTF8.self))
    case .leak: MemoryFaults.leak(bytes)
    }
  }

  @inline(never) private func use(_ value: some BinaryInteger) {
    if value == 0x5EED { print(value) }
  }

  /// The division after the call prevents tail-call optimization.
  @inline(never) private func descend(_ level: Int, _ bytes: [UInt8]) -> Int {
    if bytes.isEmpty { return level }
    let below = descend(level &+ 1, bytes)
    return (below &* 31 &+ Int(bytes[level % bytes.count])) / 3
  }

  /// Holds half a gigabyte until libFuzzer checks memory, once a second. Far above the limit that
  /// the doctor sets, and small enough for any machine that builds this.
  @inline(never) private func allocate(_ bytes: [UInt8]) -> Int {
    var blocks: [[UInt8]] = []
    for number in 0..<32 { blocks.append([UInt8](repeating: UInt8(number), count: 16 << 20)) }
    return spin(for: .seconds(20), blocks[Int(bytes[0]) % blocks.count])
  }

  @inline(never) private func spin(for time: Duration, _ bytes: [UInt8]) -> Int {
    let clock = ContinuousClock()
    let end = clock.now + time
    var turns = 0
    while clock.now < end { turns &+= Int(bytes[turns % bytes.count]) &+ 1 }
    return turns
  }
}
