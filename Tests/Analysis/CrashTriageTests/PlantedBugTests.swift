import CrashTriage
import Testing

/// Expected result of one sample bug in every build.
struct InjectedBug: CustomTestStringConvertible {
  let name: String
  let kind: CrashKind
  /// The innermost function of the sample.
  let function: String
  var line = 0
  var severity = Severity.Level.low

  var testDescription: String { name }

  static let all = [
    Self(
      name: "index", kind: .indexOutOfRange, function: "Planted.Reader.item(_:)", line: 15),
    Self(
      name: "index-closure", kind: .indexOutOfRange, function: "Planted.Reader.doubled(_:)",
      line: 17),
    Self(
      name: "index-generic", kind: .preconditionFailed, function: "Planted.lookUp(_:_:)", line: 60),
    Self(
      name: "witness", kind: .indexOutOfRange, function: "Planted.Reader.count(of:)", line: 55),
    Self(
      name: "overflow", kind: .arithmeticOverflow, function: "Planted.Reader.checksum(seed:)",
      line: 21),
    Self(
      name: "divide", kind: .divisionByZero, function: "Planted.Reader.average(of:)", line: 25),
    Self(
      name: "unwrap", kind: .unwrappedNil, function: "Planted.Reader.firstIndex(of:)", line: 27),
    Self(
      name: "precondition", kind: .preconditionFailed, function: "Planted.Reader.advance(by:)",
      line: 30),
    Self(
      name: "fatal", kind: .fatalError, function: "Planted.Reader.refuse(reason:)", line: 34),
    Self(name: "cast", kind: .castFailed, function: "Planted.Reader.asText(_:)", line: 36),
    Self(
      name: "exclusive", kind: .exclusivityViolation, function: "Planted.Reader.overlap()", line: 52
    ),
    Self(
      name: "null", kind: .segmentationFault, function: "Planted.Reader.readNull(_:)", line: 28),
    Self(
      name: "heap-read", kind: .heapBufferOverflow, function: "Planted.Reader.readPast(_:)",
      line: 11, severity: .medium),
    Self(
      name: "heap-write", kind: .heapBufferOverflow, function: "Planted.Reader.writePast(_:)",
      line: 17, severity: .high),
    Self(
      name: "use-after-free", kind: .useAfterFree, function: "Planted.Reader.readFreed(_:)",
      line: 24, severity: .medium),
    Self(
      name: "memory", kind: .outOfMemory, function: "Planted.Reader.hoard(_:)", line: 42,
      severity: .medium),
    Self(name: "leak", kind: .leak, function: "Planted.Reader.lose(_:)", line: 48),
    Self(
      name: "property", kind: .propertyViolation, function: "Planted.Reader.breakLaw()",
      line: 59,
      severity: .medium),
  ]
}

@Suite struct InjectedBugTests {
  @Test(
    "debug, release and static sanitized builds give the same kind, function, line and severity",
    arguments: InjectedBug.all, ["fuzz-debug.txt", "fuzz-release.txt", "static-release.txt"])
  func sanitizedBuildsAgree(bug: InjectedBug, build: String) throws {
    let crash = try #require(Samples.crash(bug.name, build))
    #expect(crash.kind == bug.kind)
    #expect(crash.frames.first?.function == bug.function)
    #expect(crash.frames.first?.line == bug.line)
    #expect(Severity(crash).level == bug.severity)
    let debug = try #require(Samples.crash(bug.name, "fuzz-debug.txt"))
    #expect(Fingerprint(crash) == Fingerprint(debug))
  }

  /// Left out: an abort in a Swift backtrace has no frame of ours, since libc keeps no frame
  /// pointers.
  static let withoutFrames: Set<String> = ["cast", "exclusive", "property"]

  @Test(
    "libFuzzer's own handler and Swift backtraces give the same fingerprint",
    arguments: InjectedBug.all, ["alone-release.txt", "debug.json", "release.json"])
  func otherReportersAgree(bug: InjectedBug, build: String) throws {
    guard Samples.text(bug.name, build) != nil, let crash = Samples.crash(bug.name, build) else {
      return
    }
    if build.hasSuffix("json"), Self.withoutFrames.contains(bug.name) {
      #expect(crash.kind == .abort)
      #expect(crash.frames.isEmpty)
    } else if bug.name == "memory" {
      #expect(crash.kind == .outOfMemory)
      #expect(crash.frames.isEmpty, "without AddressSanitizer libFuzzer has no heap profile")
    } else {
      let debug = try #require(Samples.crash(bug.name, "fuzz-debug.txt"))
      #expect(Fingerprint(crash) == Fingerprint(debug))
    }
  }

  @Test("a stack overflow is named by its cycle in every build", arguments: Samples.builds)
  func stackOverflow(build: String) throws {
    let one = try #require(Samples.crash("recursion", build))
    #expect(one.kind == .stackOverflow)
    #expect(one.cycle == ["Planted.Reader.descend(_:)"])
    #expect(one.frames.count <= 2)
    let two = try #require(Samples.crash("recursion-two", build))
    #expect(two.cycle == ["Planted.Reader.content(_:)", "Planted.Reader.element(_:)"])
    #expect(two.frames.count <= 4)
    #expect(Fingerprint(one) != Fingerprint(two))
  }

  @Test("a timeout is named by its outermost functions, wherever it was stopped")
  func timeout() throws {
    let names = try Samples.builds.filter { $0.hasSuffix("txt") }.map { build in
      let crash = try #require(Samples.crash("hang", build))
      #expect(crash.kind == .timeout)
      #expect(crash.frames.last?.function == "Planted.runPlanted(_:)")
      return Fingerprint(crash)
    }
    #expect(Set(names).count == 1)
  }

  @Test("different bugs have different fingerprints, one each")
  func differentBugsDiffer() throws {
    let bugs = InjectedBug.all.map(\.name) + ["recursion", "recursion-two", "hang"]
    let names = try bugs.map {
      try Fingerprint(#require(Samples.crash($0, "fuzz-release.txt"))).description
    }
    #expect(Set(names).count == bugs.count)
  }

  @Test("a violated property keeps its values, and places that differ in a number are one place")
  func propertyViolation() throws {
    let report = try #require(Samples.report("property", "fuzz-release.txt"))
    #expect(
      report.propertyViolation
        == PropertyViolationLine(
          target: "xml", property: "split-equals-whole", place: "event 12", expected: "a",
          found: "b"))
    var other = report
    other.propertyViolation?.place = "event 7"
    let names = [report, other].map { Fingerprint(Crash($0, demangle: Samples.demangle)) }
    #expect(names[0] == names[1])
    other.propertyViolation?.place = "attribute 7"
    #expect(Fingerprint(Crash(other, demangle: Samples.demangle)) != names[0])
  }
}
