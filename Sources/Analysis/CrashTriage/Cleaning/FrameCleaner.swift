/// Which frames are ours, and what their functions are called: each name and each place is judged once, however many
/// reports have it.
struct FrameCleaner {
  private enum Verdict {
    case entry
    case runtime(String)
    case own(String)
  }

  private var names: [String: Verdict] = [:]
  private var places: [String: Bool] = [:]

  /// - Parameter demangle: Names in, demangled names out, equally many and in the same order; called at most once. A
  ///   result of another length is ignored.
  init(_ reports: [CrashReport], demangle: ([String]) -> [String]) {
    var unique: Set<String> = []
    for report in reports { for frame in report.frames { unique.insert(frame.function) } }
    let sorted = unique.sorted()
    let demangled = sorted.isEmpty ? [] : demangle(sorted)
    names.reserveCapacity(sorted.count)
    for (index, name) in sorted.enumerated() {
      let readable = FunctionName.peel(demangled.count == sorted.count ? demangled[index] : name)
      names[name] =
        FrameRules.isEntry(readable)
        ? .entry : FrameRules.isRuntime(function: readable) ? .runtime(readable) : .own(readable)
    }
  }

  /// The frames of our own code, innermost first, up to the entry point.
  mutating func own(_ frames: [StackFrame]) -> [StackFrame] {
    var own: [StackFrame] = []
    for frame in frames {
      switch names[frame.function] {
      case .entry: return own
      case .own(let name):
        guard !isRuntimePlace(frame) else { continue }
        own.append(
          StackFrame(function: name, file: Self.lastComponent(frame.file), line: frame.line))
      case .runtime, nil: continue
      }
    }
    return own
  }

  /// The first three functions of the Swift runtime and standard library among `frames`.
  func runtime(_ frames: [StackFrame]) -> [String] {
    var names: [String] = []
    for frame in frames {
      guard case .runtime(let name) = self.names[frame.function], FrameRules.isSwift(name),
        names.last != name
      else { continue }
      names.append(name)
      if names.count == 3 { break }
    }
    return names
  }

  private mutating func isRuntimePlace(_ frame: StackFrame) -> Bool {
    let key = frame.file + "\0" + frame.image
    if let known = places[key] { return known }
    let answer = FrameRules.isRuntime(file: frame.file, image: frame.image)
    places[key] = answer
    return answer
  }

  private static func lastComponent(_ path: String) -> String {
    let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    return name == "<compiler-generated>" ? "" : String(name)
  }
}
