@testable import FuzzTargets

/// Name of the property that `check` violates; nil when it holds.
func broken(_ check: () throws(PropertyViolation) -> Void) -> String? {
  do throws(PropertyViolation) {
    try check()
    return nil
  } catch {
    return error.property
  }
}
