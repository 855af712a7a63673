import ArgumentParser

struct Minimize: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a corpus or a failing input smaller.",
    discussion: "Example: scenefuzz minimize input mrml crashes/6e927019422dcc67/input",
    subcommands: [MinimizeInput.self, MinimizeCorpus.self])
}

extension Duration {
  /// Seconds, rounded to milliseconds.
  var inSeconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds * 1000 + attoseconds / 1_000_000_000_000_000) / 1000
  }
}
