/// Work beside the fuzz processes, such as a build, for a line of the progress display.
struct Activity: Equatable, Sendable {
  /// What is being done: `building fuzz-mrml (address)`.
  let name: String
  /// Start in seconds since launch.
  let start: Double
  /// The current step, such as `step 12 of 345, Compiling XMLReading`.
  var step = ""

  /// `building fuzz-mrml (address), 0:35: step 12 of 345, Compiling XMLReading`.
  func line(now: Double) -> String {
    "\(name), \(ProgressText.clock(now - start))" + (step.isEmpty ? " …" : ": \(step)")
  }
}
