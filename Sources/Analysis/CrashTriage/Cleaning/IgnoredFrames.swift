/// Frames that are never blamed, as ClusterFuzz's project configuration lists them.
///
/// ClusterFuzz matches each regular expression at the start of a frame's text: the function, then
/// the source. The list is the value of `stacktrace.stack_frame_ignore_regexes`. ClusterFuzz's own
/// list has one rule for Swift.
package enum IgnoredFrames {
  /// Regular expressions in the syntax of Python's `re`, sorted, each anchored at the start.
  package static var clusterFuzzPatterns: [String] {
    let prefixes = (FrameRules.prefixes + FrameRules.compilerMade).map { "^" + escaped($0) }
    let modules = FrameRules.runtimeModules.map { "^\(escaped($0))\\." }
    let names = FrameRules.names.map { "^\(escaped($0))($|\\s)" }
    let sources = FrameRules.sources.map { ".*" + escaped($0) }
    return Set(prefixes + modules + names + sources).sorted()
  }

  /// `text` with the special characters of regular expressions escaped.
  static func escaped(_ text: String) -> String {
    String(text.flatMap { "\\.^$*+?{}[]|()".contains($0) ? ["\\", $0] : [$0] })
  }
}
