/// What the stacks of many crashes together say about their functions.
///
/// One stack cannot tell a helper from a bug, or a parser's main loop from the function that hangs. Many can: a function
/// below which several different crashes lie hands out work, and is nobody's bug.
struct StackContext {
  /// One crash on numbers instead of names.
  struct Stack {
    /// The function of each frame, innermost first.
    var functions: [Int]
    var lines: [Int]
    var files: [Int]
    /// The frame that is blamed.
    var core: Int
  }

  private(set) var stacks: [Stack] = []
  /// The name of each function.
  private(set) var names: [String] = []
  private var numbers: [String: Int] = [:]
  /// For each function those that are blamed below it.
  private var blamedBelow: [Set<Int>] = []
  /// From how many on a function counts as a main road: in a large set two are not many.
  private var mainRoad = 2
  /// Functions that call several others while something was exhausted, and are never the innermost themselves.
  private var isLoopRoad: [Bool] = []

  /// O(frames).
  init(_ crashes: [Crash]) {
    let qualified = Self.qualified(crashes)
    func number(_ text: String) -> Int {
      let name = qualified[text] ?? text
      if let known = numbers[name] { return known }
      numbers[name] = names.count
      names.append(name)
      return names.count - 1
    }
    for crash in crashes {
      stacks.append(
        Stack(
          functions: crash.frames.map { number($0.function) }, lines: crash.frames.map(\.line),
          files: crash.frames.map { number($0.file) },
          core: crash.frames.isEmpty ? 0 : CoreFrame.index(in: crash.frames, kind: crash.kind)))
    }
    blamedBelow = [Set<Int>](repeating: [], count: numbers.count)
    var blamedEver: Set<Int> = []
    for (crash, stack) in zip(crashes, stacks) where !crash.kind.isExhaustion {
      guard !stack.functions.isEmpty else { continue }
      let blamed = stack.functions[stack.core]
      blamedEver.insert(blamed)
      for function in stack.functions[(stack.core + 1)...] where function != blamed {
        blamedBelow[function].insert(blamed)
      }
    }
    mainRoad = max(2, blamedEver.count / 10)
    markLoops(crashes)
  }

  /// Where nothing but exhaustion was seen, a function that calls several others and is itself never the innermost hands
  /// out work too.
  private mutating func markLoops(_ crashes: [Crash]) {
    var calls = [Int](repeating: -1, count: blamedBelow.count)
    var isInnermost = [Bool](repeating: false, count: blamedBelow.count)
    for (crash, stack) in zip(crashes, stacks) where crash.kind.isExhaustion {
      guard let first = stack.functions.first else { continue }
      isInnermost[first] = true
      for (inner, outer) in zip(stack.functions, stack.functions.dropFirst()) {
        calls[outer] = calls[outer] == -1 || calls[outer] == inner ? inner : -2
      }
    }
    isLoopRoad = calls.indices.map { calls[$0] == -2 && !isInnermost[$0] }
  }

  /// Counts lines from the first of the function that is blamed, where that is known for every crash in it.
  mutating func anchor(_ distances: [Int?]) {
    var unknown: Set<Int> = []
    for (stack, distance) in zip(stacks, distances) where !stack.functions.isEmpty {
      if distance == nil { unknown.insert(stack.functions[stack.core]) }
    }
    for index in stacks.indices where !stacks[index].functions.isEmpty {
      let core = stacks[index].core
      guard let distance = distances[index], !unknown.contains(stacks[index].functions[core]) else {
        continue
      }
      stacks[index].lines[core] = distance + 1
    }
  }

  /// `Module.f()` for each `f()` of which only one is there: debuggers and crash reporters leave out the module.
  private static func qualified(_ crashes: [Crash]) -> [String: String] {
    var all: Set<String> = []
    for crash in crashes { for frame in crash.frames { all.insert(frame.function) } }
    var full: [String: String] = [:]
    for name in all {
      guard let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")) else { continue }
      let short = String(name[name.index(after: dot)...])
      guard all.contains(short) else { continue }
      full[short] = full[short] == nil ? name : ""
    }
    return full.filter { !$0.value.isEmpty }
  }

  func isDispatcher(named name: String) -> Bool { numbers[name].map { isDispatcher($0) } ?? false }

  /// Whether several different crashes lie below `function`.
  func isDispatcher(_ function: Int) -> Bool {
    blamedBelow[function].count > 1 || isLoopRoad[function]
  }

  /// Whether so many do that `function` is on the way to everything.
  func isMainRoad(_ function: Int) -> Bool { blamedBelow[function].count >= mainRoad }
}

extension CrashKind {
  /// Kinds whose stack is where the clock or the last allocation happened to be.
  var isExhaustion: Bool {
    switch self {
    case .timeout, .outOfMemory, .allocationTooBig: true
    default: false
    }
  }

  /// What two crashes at one place must agree on to be one bug; nil for kinds that some builds print for others.
  var exactClass: String? {
    switch self {
    case .indexOutOfRange, .arithmeticOverflow, .divisionByZero, .unwrappedNil, .castFailed,
      .exclusivityViolation:
      rawValue
    default: nil
    }
  }
}
