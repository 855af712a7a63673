import ArgumentParser

/// A duration on the command line: `90`, `90s`, `10m`, `8h`.
struct TimeSpan: ExpressibleByArgument {
  let duration: Duration

  init?(argument: String) {
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600]
    let unit = argument.last.flatMap { units[$0] }
    let number = unit == nil ? argument[...] : argument.dropLast()
    guard let count = Int(number), count > 0, count <= 10_000_000 else { return nil }
    duration = .seconds(count * (unit ?? 1))
  }

  /// Whole seconds.
  var seconds: Double { Double(duration.components.seconds) }

  init(seconds: Int) { duration = .seconds(seconds) }

  var defaultValueDescription: String { "\(duration.components.seconds)s" }
}
