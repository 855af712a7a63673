import FuzzTargets
import Testing

/// The emitted files beside this one, `Finding_….swift`, each run the law of a target in a process of its own. Here
/// the law of that law: such a test sees a broken law, and passes when the law holds.
@Suite struct RegressionTests {
  @Test("a broken law fails the process it runs in, and no other")
  func brokenLawFails() async {
    await #expect(processExitsWith: .failure) {
      let target = FuzzTarget(
        name: "broken", law: "never holds", maximumLength: 1, fileExtension: "txt"
      ) { input throws(BrokenLaw) in
        throw BrokenLaw(
          law: "never", place: "the start", expected: "0 bytes", found: "\(input.count) bytes")
      }
      let input: [UInt8] = [0]
      try target.run(input.span)
    }
  }

  @Test("a law that holds passes")
  func heldLawPasses() async {
    await #expect(processExitsWith: .success) {
      let target = FuzzTarget(
        name: "held", law: "always holds", maximumLength: 1, fileExtension: "txt"
      ) { _ throws(BrokenLaw) in }
      let input: [UInt8] = [0]
      try target.run(input.span)
    }
  }
}
