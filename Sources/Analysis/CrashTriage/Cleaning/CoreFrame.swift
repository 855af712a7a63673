/// Choice of the frame that a crash is blamed on.
enum CoreFrame {
  /// Functions that only report a failure of their caller. Compared with the whole base name:
  /// `check(_:_:)` is skipped, `checkHeader()` is not.
  static let messengers: Set<String> = [
    "require", "ensure", "check", "verify", "expect", "assert", "precondition", "invariant", "must",
    "fail", "failure", "fatal", "panic", "die", "trap", "crash", "abort", "unreachable", "bail",
    "enforce", "demand", "unwrap", "fatalError", "preconditionFailure", "assertionFailure",
    "requireThat", "failWith", "impossible", "unimplemented",
  ]

  /// The innermost frame that is no messenger; the innermost of all when every frame is one.
  static func index(in frames: [StackFrame], kind: CrashKind) -> Int {
    guard kind.family == "trap" || kind == .propertyViolation else { return 0 }
    return frames.firstIndex { !messengers.contains(baseName($0.function)) } ?? 0
  }

  /// `f(label:)` of `Module.Type.f(label:)`.
  static func lastName(_ function: String) -> Substring {
    let path = function.prefix { $0 != "(" }
    return path.lastIndex(of: ".").map { function[function.index(after: $0)...] } ?? function[...]
  }

  /// `f` of `Module.Type.f(label:)`.
  static func baseName(_ function: String) -> String {
    let path = function.prefix { $0 != "(" }
    return String(
      path[(path.lastIndex(of: ".").map { path.index(after: $0) } ?? path.startIndex)...])
  }
}
