import CrashTriage

/// A function of the compiler, by its name in the source.
enum SourceFunction {
  /// Functions that the compiler makes of an expression: arguments that are evaluated on demand
  /// (messages of traps, the right side of `??`, `&&` and `||`), default arguments, and initial
  /// values of properties.
  ///
  /// They have no name in the source. Their regions still count in the totals.
  private static let expressions = [
    "implicit closure #", "default argument ", "variable initialization expression of ",
  ]

  /// The name as in the source, such as `Module.Type.function(label:)`; that of the enclosing
  /// function for a closure. Nil for a function that the compiler makes of an expression.
  static func name(of demangled: String) -> String? {
    guard !expressions.contains(where: { demangled.hasPrefix($0) }) else { return nil }
    return FunctionName.peel(demangled)
  }
}
