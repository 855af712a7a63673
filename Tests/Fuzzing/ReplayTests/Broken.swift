@testable import FuzzTargets

/// The property that `check` finds broken; nil when it holds.
func broken(_ check: () throws(PropertyViolation) -> Void) -> String? {
  do throws(PropertyViolation) {
    try check()
    return nil
  } catch {
    return error.property
  }
}
