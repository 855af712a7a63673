import ArgumentParser

/// `scenefuzz minimize`
struct Minimize: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a corpus or a failing input smaller.",
    discussion: "Example: scenefuzz minimize input mrml crashes/6e927019422dcc67/input",
    subcommands: [MinimizeInput.self, MinimizeCorpus.self])
}

/// A length of time as people write it: `90`, `90s`, `10m`, `2h`.
struct TimeSpan: ExpressibleByArgument {
  let duration: Duration

  init(seconds: Int) { duration = .seconds(seconds) }

  init?(argument: String) {
    let units = ["s": 1, "m": 60, "h": 3600]
    let unit = argument.last.flatMap { units[String($0)] }
    guard let number = Int(unit == nil ? argument : String(argument.dropLast())), number > 0,
      number <= 1_000_000
    else { return nil }
    duration = .seconds(number * (unit ?? 1))
  }
}

extension Duration {
  /// Whole milliseconds as seconds, for people and JSON.
  var inSeconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds * 1000 + attoseconds / 1_000_000_000_000_000) / 1000
  }
}
