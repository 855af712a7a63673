import FuzzTargets
import Testing

/// The emitted files beside this one, `Finding_….swift`, each run the property of a target in a process of its own. Here
/// the property of that property: such a test sees a broken property, and passes when the property holds.
@Suite struct RegressionTests {
  @Test("a broken property fails the process it runs in, and no other")
  func violationFails() async {
    await #expect(processExitsWith: .failure) {
      let target = FuzzTarget(
        name: "broken", property: "never holds", maximumLength: 1, fileExtension: "txt"
      ) { input throws(PropertyViolation) in
        throw PropertyViolation(
          property: "never", place: "the start", expected: "0 bytes", found: "\(input.count) bytes")
      }
      let input: [UInt8] = [0]
      try target.run(input.span)
    }
  }

  @Test("a property that holds passes")
  func heldPropertyPasses() async {
    await #expect(processExitsWith: .success) {
      let target = FuzzTarget(
        name: "held", property: "always holds", maximumLength: 1, fileExtension: "txt"
      ) { _ throws(PropertyViolation) in }
      let input: [UInt8] = [0]
      try target.run(input.span)
    }
  }
}
