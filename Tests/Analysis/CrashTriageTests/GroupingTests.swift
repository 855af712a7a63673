import CrashTriage
import Testing

@Suite struct GroupingTests {
  /// A crash with frames written as `function:line`, innermost first.
  private func crash(_ kind: CrashKind, _ frames: String...) -> Crash {
    let stack = frames.map { text -> StackFrame in
      let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      return StackFrame(
        function: "M.\(parts[0])", file: "a.swift", line: parts.last.flatMap { Int($0) } ?? 0)
    }
    return Crash(CrashReport(format: .libFuzzer, kind: kind, message: "m", frames: stack)) { $0 }
  }

  private func findings(_ crashes: [Crash]) -> [Fingerprint] {
    CrashGroups(crashes.map { CrashGroups.Item($0, Fingerprint($0)) }).findings
  }

  @Test("a single crash is named by its fingerprint, whatever its line")
  func alone() {
    let one = crash(.indexOutOfRange, "f():10", "run():1")
    let moved = crash(.indexOutOfRange, "f():17", "run():1")
    #expect(findings([one]) == [Fingerprint(one)])
    #expect(Fingerprint(moved) == Fingerprint(one))
  }

  @Test("two lines of one function are two findings, and the first has the function's fingerprint")
  func lines() {
    let names = findings([
      crash(.indexOutOfRange, "f():10", "run():1"), crash(.indexOutOfRange, "f():14", "run():1"),
      crash(.indexOutOfRange, "f():10", "walk():2"),
    ])
    #expect(names[0] == names[2])
    #expect(names[0] != names[1])
    #expect(names[0] == Fingerprint(crash(.indexOutOfRange, "f():10")))
  }

  @Test("findings of one function keep their names when all its lines move")
  func linesMove() {
    let kinds = [CrashKind.indexOutOfRange, .arithmeticOverflow]
    let before = findings(zip(kinds, [10, 14]).map { crash($0, "f():\($1)") })
    let after = findings(zip(kinds, [110, 114]).map { crash($0, "f():\($1)") })
    #expect(before == after)
  }

  @Test("a trap of unknown kind joins the one at its place")
  func vague() {
    let names = findings([
      crash(.deadlySignal, "f():10"), crash(.indexOutOfRange, "f():10"), crash(.trap, "f():10"),
    ])
    #expect(Set(names).count == 1)
  }

  @Test("two exact traps at one place are two findings")
  func exact() {
    let names = findings([crash(.indexOutOfRange, "f():10"), crash(.divisionByZero, "f():10")])
    #expect(Set(names).count == 2)
  }

  @Test("the callers of a helper are blamed when each is reached on several ways")
  func helper() {
    var crashes: [Crash] = []
    for way in ["straight():1", "mapped():2"] {
      for caller in ["name():20", "size():30"] {
        crashes.append(crash(.indexOutOfRange, "byte:5", caller, way, "run():1"))
      }
      crashes.append(crash(.unwrappedNil, "other():9", way, "run():1"))
    }
    let names = findings(crashes)
    #expect(names[0] == names[3])
    #expect(names[1] == names[4])
    #expect(Set(names).count == 3)
  }

  @Test("a bug that is reached on several ways is one bug")
  func ways() {
    var crashes: [Crash] = []
    for way in ["straight():1", "mapped():2", "visited():3"] {
      crashes.append(crash(.indexOutOfRange, "f():5", way, "run():1"))
      crashes.append(crash(.unwrappedNil, "g():9", way, "run():1"))
    }
    #expect(Set(findings(crashes)).count == 2)
  }

  /// `helper` called by `caller` and, where the build lost a frame, by the main road itself.
  private func besideMainRoad(inlined: Bool, lost: Bool) -> [Crash] {
    var crashes: [Crash] = []
    for way in ["straight():1", "mapped():2", "visited():3"] {
      var trap = inlined ? "Swift runtime failure: precondition failure:0" : "Swift._failed():0"
      crashes.append(inlineTrap(trap, "pick():5", "oldest():71", way, "run():1"))
      if lost { trap = "Swift runtime failure: precondition failure:0" }
      crashes.append(inlineTrap(trap, "pick():5", way, "run():1"))
      crashes.append(crash(.unwrappedNil, "other():9", way, "run():1"))
    }
    return crashes
  }

  private func inlineTrap(_ trap: String, _ frames: String...) -> Crash {
    let stack = ([trap] + frames).map { text -> StackFrame in
      let colon = text.lastIndex(of: ":") ?? text.endIndex
      let name = String(text[..<colon])
      return StackFrame(
        function: name.hasPrefix("Swift") ? name : "M.\(name)", file: "a.swift",
        line: Int(text[text.index(after: colon)...]) ?? 0)
    }
    return Crash(CrashReport(format: .libFuzzer, kind: .trap, message: "", frames: stack)) { $0 }
  }

  @Test("one build shows a helper called by a function and by the main road: two findings")
  func helperOfMainRoad() {
    let names = findings(besideMainRoad(inlined: true, lost: false))
    #expect(Set([names[0], names[3], names[6]]).count == 1)
    #expect(Set([names[1], names[4], names[7]]).count == 1)
    #expect(names[0] != names[1])
  }

  @Test("a build that lost the frame between helper and main road shows the same bug")
  func lostCaller() {
    let names = findings(besideMainRoad(inlined: false, lost: true))
    #expect(Set([names[0], names[1], names[3], names[4], names[6], names[7]]).count == 1)
  }

  @Test("a closure that its function passes to another is reached as that function")
  func closureOfItself() {
    var crashes: [Crash] = []
    for way in ["straight():1", "mapped():2"] {
      crashes.append(
        crash(.exclusivityViolation, "change():9", "later():4", "change():8", way, "run():1"))
      crashes.append(crash(.exclusivityViolation, "change():9", way, "run():1"))
      crashes.append(crash(.unwrappedNil, "other():9", way, "run():1"))
    }
    let names = findings(crashes)
    #expect(Set([names[0], names[1], names[3], names[4]]).count == 1)
  }

  @Test("a crash without a line joins the line of its function that has its message")
  func messageWithoutLine() {
    func fatal(_ line: Int, _ message: String) -> Crash {
      let frame = StackFrame(function: "M.f()", file: "a.swift", line: line)
      return Crash(
        CrashReport(format: .libFuzzer, kind: .fatalError, message: message, frames: [frame])
      ) { $0 }
    }
    let names = findings([fatal(10, "empty"), fatal(20, "too long"), fatal(0, "too long")])
    #expect(names[1] == names[2])
    #expect(names[0] != names[1])
  }

  @Test("a protocol witness without a line is the function that it calls")
  func witness() {
    let stack = [
      StackFrame(function: "M.Shape.label(Swift.Int) -> ()", file: "a.swift", line: 9),
      StackFrame(
        function: "protocol witness for M.Shape.label(Swift.Int) -> () in conformance M.Curve : "
          + "M.Shape in M", file: "<compiler-generated>"),
      StackFrame(function: "M.draw()", file: "a.swift", line: 30),
    ]
    let report = CrashReport(format: .libFuzzer, kind: .trap, frames: stack)
    #expect(Crash(report) { $0 }.frames.map(\.function) == ["M.Shape.label(_:)", "M.draw()"])
    let rules = Crash.judge(report) { $0 }.map(\.verdict)
    #expect(rules[1] == .dropped(rule: "protocol witness that calls M.Shape.label(_:)"))
  }

  @Test("the rules that joined two crashes are known; two findings have none")
  func joiningRules() {
    let groups = CrashGroups(
      [
        crash(.indexOutOfRange, "item():5", "read():9", "run():1"),
        crash(.indexOutOfRange, "item():5", "read():9", "walk():1"),
        crash(.indexOutOfRange, "read():9", "run():1"), crash(.unwrappedNil, "other():1"),
      ].map { CrashGroups.Item($0, Fingerprint($0)) })
    #expect(groups.rules(from: 0, to: 1) == [.site])
    #expect(groups.rules(from: 1, to: 2).last == .lostFrame)
    #expect(groups.rules(from: 0, to: 3) == [])
    #expect(groups.joinings().map(\.first) == [0, 0, 0, 3])
    for (item, joining) in groups.joinings().enumerated() {
      #expect(joining.rules == groups.rules(from: joining.first, to: item))
    }
  }

  @Test("a messenger is never blamed, a function whose name only begins like one is")
  func messenger() {
    #expect(crash(.fatalError, "require():3", "open():9").core?.function == "M.open()")
    #expect(crash(.fatalError, "checkHeader():3", "open():9").core?.function == "M.checkHeader()")
    #expect(crash(.heapBufferOverflow, "check():3", "open():9").core?.function == "M.check()")
  }

  @Test("hangs are one bug when they share an outer function")
  func hangs() {
    var crashes: [Crash] = []
    for way in ["straight():1", "mapped():2"] {
      crashes.append(crash(.timeout, "step():40", "spin():30", way, "run():1"))
      crashes.append(crash(.timeout, "spin():31", way, "run():1"))
      crashes.append(crash(.timeout, "wait():50", way, "run():1"))
    }
    let names = findings(crashes)
    #expect(names[0] == names[1])
    #expect(names[0] == names[4])
    #expect(names[0] != names[2])
    #expect(names[2] == names[5])
  }

  @Test("a build that lost the innermost frame shows the same bug at the line of the call")
  func lostFrame() {
    let names = findings([
      crash(.indexOutOfRange, "item():5", "read():9", "run():1"),
      crash(.indexOutOfRange, "read():9", "run():1"),
    ])
    #expect(Set(names).count == 1)
  }

  @Test("empty and odd crashes are grouped without a trap")
  func odd() {
    var crashes = [crash(.timeout), crash(.outOfMemory), crash(.trap), crash(.stackOverflow)]
    crashes += [crash(.trap, "f():0"), crash(.trap, ":"), crash(.trap, "require():1")]
    #expect(findings(crashes).count == crashes.count)
    #expect(findings([]) == [])
  }
}
