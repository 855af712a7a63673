/// ClusterFuzz's crash type and state: the first three frames after its ignore list, normalized.
struct ClusterFuzzState: Hashable {
  var type: String
  var state: [String]
  var isSecurity: Bool

  init(_ log: String) {
    var type = ""
    var frames: [LogFrame] = []
    for line in log.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.contains("SUMMARY:") || line.contains("DEADLYSIGNAL") || line.utf8.count > 1 << 20 {
        continue
      }
      if type.isEmpty || type == "Fatal-signal" { type = Self.type(line) ?? type }
      if type.isEmpty { continue }
      if ["previously allocated by", "Direct leak of", "freed by thread"].contains(
        where: line.contains),
        !frames.isEmpty
      {
        break
      }
      if let frame = LogFrame(line) { frames.append(frame) }
    }
    self.type = type
    isSecurity =
      !["Fatal-signal", "Ill", "Abrt", "Timeout", "Out-of-memory", "Stack-overflow", "Direct-leak"]
      .contains(type) && !type.hasPrefix("Null-dereference")
    if type == "Timeout" || type == "Out-of-memory" {
      state = ["fuzz-sample"]
      return
    }
    if let stop = frames.dropFirst().firstIndex(where: {
      $0.text.hasPrefix("LLVMFuzzerTestOneInput")
    }) {
      frames = Array(frames[..<stop])
    }
    var names = frames.filter { !IgnoredFrames.contains($0) }.map(Self.normalised)
    if type == "Stack-overflow" { names = Self.cycle(names) ?? names }
    state = names.isEmpty ? ["fuzz-sample"] : Array(names.prefix(3))
  }

  private static func type(_ line: Substring) -> String? {
    if line.contains("libFuzzer: deadly signal") { return "Fatal-signal" }
    if line.contains("libFuzzer: timeout") { return "Timeout" }
    if line.contains("libFuzzer: out-of-memory") { return "Out-of-memory" }
    if line.contains("detected memory leaks") { return "Direct-leak" }
    guard let rest = line.after("ERROR: AddressSanitizer: ") else { return nil }
    let word = rest.prefix { $0 != " " && $0 != ":" }
    switch word {
    case "SEGV":
      let digits = rest.after("address 0x")?.prefix { $0.isHexDigit }.drop { $0 == "0" } ?? ""
      return digits.count <= 3 ? "Null-dereference READ" : "UNKNOWN READ"
    case "attempting": return "Heap-double-free"
    default: return word.prefix(1).uppercased() + word.dropFirst().lowercased()
    }
  }

  private static func normalised(_ frame: LogFrame) -> String {
    var name = frame.text.split(separator: "!").last.map(String.init) ?? ""
    if let cut = name.firstIndex(where: { $0 == "(" || $0 == "[" }), cut != name.startIndex {
      name = String(name[..<cut])
    } else if let cut = name.firstIndex(of: " ") {
      name = String(name[..<cut])
    }
    // Runs of four digits and more are taken for addresses and counters.
    var out = ""
    var digits = ""
    for character in name + "\0" {
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else {
        out += digits.count >= 4 ? "NUMBER" : digits
        digits = ""
        if character != "\0" { out.append(character) }
      }
    }
    return String(out.trimmingSpaces.prefix(80))
  }

  /// One period of a cycle of one to ten frames that repeats three times.
  private static func cycle(_ names: [String]) -> [String]? {
    for start in 0..<min(names.count, 100) {
      for length in 1...10 where start + 3 * length <= names.count {
        let turn = names[start..<(start + length)]
        if (1...2).allSatisfy({ names[(start + $0 * length)...].starts(with: turn) }) {
          return Array(turn)
        }
      }
    }
    return nil
  }

  /// Whether ClusterFuzz's grouping joins the two.
  func isSimilar(to other: ClusterFuzzState) -> Bool {
    guard isSecurity == other.isSecurity, isSecurity || type == other.type else { return false }
    if ["Timeout", "Out-of-memory"].contains(type) { return self == other }
    if state == other.state { return true }
    if EditDistance.longestCommonSubsequence(state, other.state) >= 2 { return true }
    let pairs = zip(state, other.state).map(EditDistance.similarity)
    return !pairs.isEmpty && pairs.reduce(0, +) / Double(pairs.count) > 0.8
  }
}
