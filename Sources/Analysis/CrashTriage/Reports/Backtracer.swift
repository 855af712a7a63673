/// Swift's backtracer reads the memory of the process that crashed, and may crash itself while it
/// does.
enum Backtracer {
  private static let functions = ["memserver_", "_swift_backtrace_", "swift::runtime::backtrace"]

  /// Whether the innermost of `frames` are the backtracer's.
  static func owns(_ frames: [StackFrame]) -> Bool {
    frames.prefix(3).contains { frame in functions.contains { frame.function.hasPrefix($0) } }
  }

  /// The crash that the backtracer was to report: what the runtime said of it.
  static func report(_ trap: TrapMessage?) -> CrashReport {
    var report = CrashReport(
      format: .swiftMessage, kind: trap?.kind ?? .deadlySignal,
      message: trap?.message ?? "the backtracer crashed before it named the crash")
    report.place = trap?.place
    report.notes = ["the backtracer itself crashed; run again with SWIFT_BACKTRACE=enable=no"]
    return report
  }
}
