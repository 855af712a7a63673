/// Roles of functions, from the stacks of many crashes.
///
/// One stack does not distinguish a helper from a bug, or a main loop from the function that hangs.
/// Many do: a function below which several different crashes occur is a dispatcher and is never
/// blamed.
struct StackContext {
  /// One crash on numbers instead of names.
  struct Stack {
    /// The function of each frame, innermost first.
    var functions: [Int]
    var lines: [Int]
    var files: [Int]
    /// Index of the blamed frame.
    var core: Int
    /// Whether the trap is compiled into the blamed function, as optimized builds have it.
    var isInlineTrap: Bool
    /// Indices of the frames from the blamed one outwards, without the turns of a loop: the inner
    /// `f` of `f < g < f`.
    var path: [Int] = []
  }

  private(set) var stacks: [Stack] = []
  /// Name of each function.
  private(set) var names: [String] = []
  private var numbers: [String: Int] = [:]
  /// For each function the functions blamed below it.
  private var blamedBelow: [Set<Int>] = []
  /// Minimum number of blamed functions below a main road; it grows with the set.
  private var mainRoad = 2
  /// Functions that call several others in exhaustion crashes and are never innermost.
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
          core: crash.frames.isEmpty ? 0 : CoreFrame.index(in: crash.frames, kind: crash.kind),
          isInlineTrap: crash.isInlineTrap))
      let last = stacks.count - 1
      stacks[last].path = Self.withoutLoops(stacks[last].functions, from: stacks[last].core)
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

  private static func withoutLoops(_ functions: [Int], from core: Int) -> [Int] {
    var path: [Int] = []
    var places: [Int: Int] = [:]
    for index in functions.indices.dropFirst(core) {
      if let place = places[functions[index]] {
        for left in path[(place + 1)...] { places[functions[left]] = nil }
        path.removeSubrange((place + 1)...)
      } else {
        places[functions[index]] = path.count
        path.append(index)
      }
    }
    return path
  }

  /// In exhaustion crashes a function that calls several others and is never innermost is a
  /// dispatcher.
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

  /// Replaces lines by distances from the declaration of the blamed function, if known for every
  /// crash in it.
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

  /// `Module.f(x:)` for each `f(x:)` and each `Module.f` of which only one is there: crash
  /// reporters leave out the module, debuggers the labels.
  private static func qualified(_ crashes: [Crash]) -> [String: String] {
    var all: Set<String> = []
    for crash in crashes { for frame in crash.frames { all.insert(frame.function) } }
    var full: [String: String] = [:]
    func add(_ short: String, _ name: String) {
      guard short != name, all.contains(short) else { return }
      full[short] = full[short] == nil || full[short] == name ? name : ""
    }
    for name in all {
      let withoutModule = name.utf8.firstIndex(of: UInt8(ascii: ".")).map {
        String(name[name.index(after: $0)...])
      }
      if let withoutModule { add(withoutModule, name) }
      guard let open = name.firstIndex(of: "("), open > name.startIndex else { continue }
      add(String(name[..<open]), name)
      if let withoutModule, let open = withoutModule.firstIndex(of: "("),
        open > withoutModule.startIndex
      {
        add(String(withoutModule[..<open]), name)
      }
    }
    return full.filter { !$0.value.isEmpty }
  }

  func isDispatcher(named name: String) -> Bool { numbers[name].map { isDispatcher($0) } ?? false }

  /// Whether several different crashes occur below `function`.
  func isDispatcher(_ function: Int) -> Bool {
    blamedBelow[function].count > 1 || isLoopRoad[function]
  }

  /// Whether so many do that `function` is on most paths.
  func isMainRoad(_ function: Int) -> Bool { blamedBelow[function].count >= mainRoad }
}

extension CrashKind {
  /// Whether the stack is arbitrary: where the clock or an allocation stopped the process.
  var isExhaustion: Bool {
    switch self {
    case .timeout, .outOfMemory, .allocationTooBig: true
    default: false
    }
  }

  /// The class on which two crashes at one place must agree to be one bug; nil for kinds that
  /// builds print inexactly.
  var exactClass: String? {
    switch self {
    case .indexOutOfRange, .arithmeticOverflow, .divisionByZero, .unwrappedNil, .castFailed,
      .exclusivityViolation:
      rawValue
    default: nil
    }
  }
}
