/// Identity of a crash within one build, without a symbolizer: the kind and the code location of
/// each frame.
///
/// Two inputs with the same raw stack have the same fingerprint, so only one of them needs to be
/// symbolized.
package struct RawStack: Hashable, Sendable {
  private let key: String

  /// Nil for hangs and exhausted memory, whose stacks are arbitrary, and for reports without a
  /// stack.
  package init?(_ report: CrashReport) {
    var parts = [report.kind.rawValue, report.access?.rawValue ?? ""]
    if let property = report.propertyViolation {
      parts += [property.target, property.property, property.placeWithoutNumbers]
    } else {
      guard report.kind != .timeout, report.kind.family != "out-of-memory", !report.frames.isEmpty
      else { return nil }
      let places = report.frames.map { frame in
        let image = frame.image[(frame.image.lastIndex(of: "/") ?? frame.image.startIndex)...]
        return StackFrame(function: "\(image)+\(frame.offset)")
      }
      parts += Recursion.fold(places).frames.map(\.function)
    }
    key = parts.joined(separator: "\n")
  }
}
