/// The check of arguments that go to libFuzzer unchanged.
package enum LibFuzzerArgument {
  /// Flags that the session sets itself, and modes that end or replace fuzzing.
  private static let refused = [
    "artifact_prefix": "--store", "exact_artifact_path": "--store", "max_total_time": "--time",
    "seed": "--seed", "max_len": "--max-len", "dict": nil, "merge": nil, "set_cover_merge": nil,
    "fork": "--jobs", "jobs": "--jobs", "workers": "--jobs", "minimize_crash": nil,
    "cleanse_crash": nil, "help": nil, "runs": "--time", "timeout": "--timeout",
  ]

  /// The reason why `argument` is refused; nil when it is accepted.
  package static func problem(of argument: String) -> String? {
    guard argument.hasPrefix("-"), let equal = argument.firstIndex(of: "=") else {
      return "'\(argument)' after '--' is no libFuzzer flag; they look like -rss_limit_mb=4096."
    }
    let name = String(argument[..<equal].drop { $0 == "-" })
    guard let option = refused[name] else { return nil }
    let remedy = option.map { "use \($0) instead" } ?? "a session has its own"
    return "'-\(name)' cannot be passed to libFuzzer: \(remedy)."
  }
}
