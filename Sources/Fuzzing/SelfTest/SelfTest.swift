import DemoSwitch
import FuzzEntry
import FuzzTargets
import ReductionSamples

/// Target that fails on purpose, which proves that the harness detects each kind of failure.
///
/// An input that is the name of a `Failure` triggers that failure; every other input passes. It
/// runs through the same entry as the real targets. The environment can select a reduction sample
/// as the target instead.
package enum SelfTest {
  /// Entry of `fuzz-selftest`.
  package static func run(_ address: Int, _ count: Int) -> CInt {
    FuzzEntry.run(sample ?? target, address, count)
  }

  private static let sample = DemoSwitch.reductionSample.flatMap { ReductionSample[$0] }?.target

  static let target = FuzzTarget(
    name: "selftest", property: "every input fails exactly as it says", maximumLength: 64,
    fileExtension: "txt"
  ) { input throws(PropertyViolation) in
    var bytes: [UInt8] = []
    for index in input.indices { bytes.append(input[index]) }
    try Failure(rawValue: String(decoding: bytes, as: UTF8.self))?.happen(bytes)
  }
}
