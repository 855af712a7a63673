/// The frames that are nobody's bug, in the form in which ClusterFuzz takes them from a project.
///
/// ClusterFuzz matches each regular expression at the begin of a frame's text, which is the function's name and then its
/// source; the list stands under `stacktrace.stack_frame_ignore_regexes` in the configuration of a project. Its own
/// list knows one rule of Swift's.
package enum IgnoredFrames {
  /// Regular expressions in the syntax of Python's `re`, sorted, each anchored at the begin.
  package static var clusterFuzzPatterns: [String] {
    let prefixes = (FrameRules.prefixes + FrameRules.compilerMade).map { "^" + escaped($0) }
    let modules = FrameRules.runtimeModules.map { "^\(escaped($0))\\." }
    let names = FrameRules.names.map { "^\(escaped($0))($|\\s)" }
    let sources = FrameRules.sources.map { ".*" + escaped($0) }
    return Set(prefixes + modules + names + sources).sorted()
  }

  /// `text` with a backslash before each byte that means something in a regular expression.
  static func escaped(_ text: String) -> String {
    String(text.flatMap { "\\.^$*+?{}[]|()".contains($0) ? ["\\", $0] : [$0] })
  }
}
