@testable import FuzzTargets

/// The law that `check` finds broken; nil when it holds.
func broken(_ check: () throws(BrokenLaw) -> Void) -> String? {
  do throws(BrokenLaw) {
    try check()
    return nil
  } catch {
    return error.law
  }
}
