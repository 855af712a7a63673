import FuzzTargets
import Testing

/// Checks the form of emitted tests (`Finding_….swift`), which run the property of a target in a
/// process of their own: a violated property fails the test, and a property that holds passes.
@Suite struct RegressionTests {
  @Test("a violated property fails the process that it runs in, and no other")
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
