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
