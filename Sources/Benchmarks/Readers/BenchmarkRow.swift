/// One row of a benchmark: ours and a peer on the same work, measured alternately in one process.
package struct BenchmarkRow: Encodable, Sendable {
  /// Stable name of the work, such as `inflate-scene`.
  package let name: String
  /// Our median, in `unit`.
  package let ours: Double
  /// Median of the peer in `unit`, over as many rounds; nil without a peer.
  package let peer: Double?
  /// The peer and its version, such as `zlib 1.3`; nil without a peer.
  package let peerName: String?
  /// Unit of both numbers, such as `MB/s` with 10^6 bytes.
  package let unit: String
  /// Above 1 means that ours is better.
  package let ratio: Double?
  /// Measured rounds, without one warm-up round of each side.
  package let runs: Int
  /// Our peak memory above the starting level, in bytes; nil where the system does not report it.
  package let peakBytes: Int?

  /// - Parameter ratio: set by the caller, since some rows are better when less.
  package init(
    name: String, ours: Double, peer: Double?, peerName: String?, unit: String, ratio: Double?,
    runs: Int, peakBytes: Int?
  ) {
    self.name = name
    self.ours = ours
    self.peer = peer
    self.peerName = peerName
    self.unit = unit
    self.ratio = ratio
    self.runs = runs
    self.peakBytes = peakBytes
  }

  /// Throughput over `bytes` in MB/s (10^6 bytes).
  static func throughput(
    _ name: String, bytes: Int, runs: Int, peerName: String? = nil, ours: () -> Void,
    peer: (() -> Void)? = nil
  ) -> BenchmarkRow {
    rate(
      name, of: Double(bytes) / 1e6, unit: "MB/s", runs: runs, peerName: peerName, ours: ours,
      peer: peer)
  }

  /// Runs ours and the peer alternately and computes how much of `work` each does per second.
  ///
  /// One warm-up round of each is not counted.
  static func rate(
    _ name: String, of work: Double, unit: String, runs: Int, peerName: String? = nil,
    ours: () -> Void, peer: (() -> Void)? = nil
  ) -> BenchmarkRow {
    let peak = PeakMemory.of(ours)
    peer?()
    var times: [Double] = []
    var peerTimes: [Double] = []
    for _ in 0..<runs {
      settle()
      times.append(seconds(ours))
      settle()
      if let peer { peerTimes.append(seconds(peer)) }
    }
    let rate = { (times: [Double]) in work / median(times) }
    let (mine, theirs) = (rate(times), peer == nil ? nil : rate(peerTimes))
    return BenchmarkRow(
      name: name, ours: rounded(mine), peer: theirs.map(rounded), peerName: peerName, unit: unit,
      ratio: theirs.map { rounded(mine / $0) }, runs: runs, peakBytes: peak)
  }

  /// A row of two numbers measured elsewhere.
  package static func comparison(
    _ name: String, ours: Double, peer: Double, unit: String, peerName: String, runs: Int,
    isBetterWhenLess: Bool
  ) -> BenchmarkRow {
    BenchmarkRow(
      name: name, ours: rounded(ours), peer: rounded(peer), peerName: peerName, unit: unit,
      ratio: rounded(isBetterWhenLess ? peer / ours : ours / peer), runs: runs, peakBytes: nil)
  }

  /// Makes the allocator consolidate freed memory now. Otherwise it would do so during the next
  /// large allocation and charge one side for the other's garbage.
  private static func settle() {
    let block = [UInt8](repeating: 1, count: 1 << 20)
    precondition(block[block.count / 2] == 1)
  }

  static func seconds(_ body: () -> Void) -> Double {
    let time = ContinuousClock().measure(body)
    return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }

  /// The middle value; of an even number, the upper one.
  static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
