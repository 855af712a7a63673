/// A frame of a report with its readable name and the verdict on it.
package struct JudgedFrame: Equatable, Sendable {
  package enum Verdict: Equatable, Sendable {
    /// May be blamed.
    case own
    /// The harness takes over here: this frame and all further out are cut off.
    case entry
    /// Never blamed, by the rule given.
    case dropped(rule: String)
  }

  /// The frame as printed.
  package let frame: StackFrame
  /// The function as in the source; empty when the report has no symbol.
  package let name: String
  /// The module that `name` begins with; empty when the format leaves modules out.
  package let module: String
  package let verdict: Verdict
}

/// Judges frames: each name and each place once, however many reports contain it.
struct FrameCleaner {
  private struct Key: Hashable {
    var function: String
    var image: String
  }

  private var names: [String: (name: String, module: String)] = [:]
  /// The names as printed of protocol witnesses.
  private var witnesses: Set<String> = []
  private var nameRules: [Key: String?] = [:]
  private var placeRules: [Key: String?] = [:]

  /// - Parameter demangle: Names in, demangled names out, equally many and in the same order;
  ///   called at most once. A result of another length is ignored.
  init(_ reports: [CrashReport], demangle: ([String]) -> [String]) {
    var unique: Set<String> = []
    for report in reports { for frame in report.frames { unique.insert(frame.function) } }
    let sorted = unique.sorted()
    let tokens = Set(sorted.flatMap { MangledName.tokens(in: $0) }).sorted()
    let demangled = tokens.isEmpty ? [] : demangle(tokens)
    var readable: [String: String] = [:]
    if demangled.count == tokens.count {
      for (token, name) in zip(tokens, demangled) { readable[token] = name }
    }
    names.reserveCapacity(sorted.count)
    for name in sorted {
      let full = MangledName.replacing(in: name, by: readable)
      names[name] = FunctionName.read(full)
      if full.hasPrefix("protocol witness for ") { witnesses.insert(name) }
    }
  }

  /// Every frame with its verdict, innermost first.
  mutating func judge(_ frames: [StackFrame]) -> [JudgedFrame] {
    var isCut = false
    var inner = ""
    return frames.map { frame in
      let (name, module) = names[frame.function] ?? (frame.function, "")
      if isCut {
        return JudgedFrame(
          frame: frame, name: name, module: module,
          verdict: .dropped(rule: "further out than the entry point"))
      }
      if FrameRules.isEntry(name) {
        isCut = true
        return JudgedFrame(frame: frame, name: name, module: module, verdict: .entry)
      }
      if let rule = rule(frame, name) ?? forwarding(frame, name, to: inner) {
        return JudgedFrame(frame: frame, name: name, module: module, verdict: .dropped(rule: rule))
      }
      inner = name
      return JudgedFrame(frame: frame, name: name, module: module, verdict: .own)
    }
  }

  /// A protocol witness without a line only calls the function of the same name, whichever type it
  /// is made for.
  private func forwarding(_ frame: StackFrame, _ name: String, to inner: String) -> String? {
    guard frame.line == 0, witnesses.contains(frame.function), !inner.isEmpty,
      CoreFrame.lastName(name) == CoreFrame.lastName(inner)
    else { return nil }
    return "protocol witness that calls \(inner)"
  }

  private mutating func rule(_ frame: StackFrame, _ name: String) -> String? {
    if frame.isSystem { return "marked as the system's" }
    let named = Key(function: name, image: frame.image)
    let placed = Key(function: frame.file, image: frame.image)
    let byName: String?
    if let known = nameRules[named] {
      byName = known
    } else {
      byName = FrameRules.nameRule(name, image: frame.image)
      nameRules[named] = byName
    }
    if let byName { return byName }
    if let known = placeRules[placed] { return known }
    let byPlace = FrameRules.placeRule(file: frame.file, image: frame.image)
    placeRules[placed] = byPlace
    return byPlace
  }

  /// The frame of the project that `judged` stands for.
  static func own(_ judged: JudgedFrame) -> StackFrame {
    var frame = StackFrame(
      function: judged.name, file: lastComponent(judged.frame.file), line: judged.frame.line)
    frame.module = judged.module
    return frame
  }

  /// The first three functions of Swift's runtime and standard library among `frames`.
  static func runtime(_ frames: [JudgedFrame]) -> [String] {
    var names: [String] = []
    for frame in frames {
      if frame.verdict == .entry { break }
      guard FrameRules.isSwift(frame.name), names.last != frame.name else { continue }
      names.append(frame.name)
      if names.count == 3 { break }
    }
    return names
  }

  /// `IMAGE+0xOFFSET` of the innermost frame in a binary that is not the system's; nil when there
  /// is none.
  static func offsetPlace(_ frames: [JudgedFrame]) -> String? {
    for judged in frames {
      let frame = judged.frame
      guard frame.offset > 0, !frame.image.isEmpty, !frame.isSystem,
        ["", "<unavailable>"].contains(frame.function),
        FrameRules.placeRule(file: "", image: frame.image) == nil
      else { continue }
      return "\(lastComponent(frame.image))+0x\(String(frame.offset, radix: 16))"
    }
    return nil
  }

  static func lastComponent(_ path: String) -> String {
    let separator = path.lastIndex { $0 == "/" || $0 == "\\" }
    let name = separator.map { path[path.index(after: $0)...] } ?? path[...]
    return name == "<compiler-generated>" ? "" : String(name)
  }
}
