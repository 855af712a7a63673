import DemoSwitch
import FuzzEntry
import FuzzTargets
import ReductionSamples

/// The target that fails on purpose, so that the harness can show that it sees.
///
/// An input that is the name of a `Failure` makes that failure happen; every other input is fine.
/// It runs through the same entry as the real targets. Where the environment names a reduction
/// sample, the target is that one.
package enum SelfTest {
  /// What `fuzz-selftest` calls.
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
