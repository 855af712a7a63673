import Testing

@testable import HarnessBenchmarks
@testable import ProcessSupport

@Suite struct BugReportTests {
  static func bug(_ name: String, _ number: Int, depth: String? = nil) throws -> InjectedBug {
    let line = depth.map { "Depth: \($0)\n" } ?? ""
    return try InjectedBug(
      named: name,
      patch:
        "Bug: \(name)\nNumber: \(number)\nClass: c\n\(line)Targets: mrml, mrb\nTitle: t.\n\ndiff")
  }

  static func trial(
    _ harness: BugTrial.Harness, _ number: Int, _ triggered: [String: Double?]
  ) -> BugTrial {
    BugTrial(
      harness: harness, number: number, seed: 1,
      sightings: triggered.mapValues { BugTrial.Sighting(reached: 0.5, triggered: $0) },
      executions: [:], edges: [:], findings: ["mrml: x"], processorShare: 0.9, revision: "abc")
  }

  static func report(
    full: [[String: Double?]], plain: [[String: Double?]]
  ) throws -> BugReport? {
    let set = try InjectedBugSet([bug("a", 1), bug("b", 2)], .first)
    return BugReport(
      of: set,
      full: full.enumerated().map { trial(.full, $0 + 1, $1) },
      plain: plain.enumerated().map { trial(.plain, $0 + 1, $1) },
      settings: BugTrialSettings(seconds: 600, jobs: 2, set: set))
  }

  @Test("the ratio is that of the medians; an unobserved time counts as the length of the trial")
  func ratios() throws {
    let report = try #require(
      try Self.report(
        full: [["a": 2, "b": nil], ["a": 4, "b": nil], ["a": 90, "b": 5]],
        plain: [["a": 40, "b": nil], ["a": nil, "b": nil], ["a": nil, "b": nil]]))
    let (a, b) = (report.rows[0], report.rows[1])
    #expect(a.triggeredFull == 4)
    #expect(a.triggeredPlain == nil)
    #expect(a.ratio == 150)
    #expect(a.isCensored)
    #expect(a.reachedPlain == 0.5)
    #expect(b.ratio == 1)
    #expect(b.isCensored)
    #expect(report.total.triggeredByNeither == 1)
    #expect(report.total.triggeredFull == 1)
    #expect(report.total.medianRatio == 75.5)
    // 600 / 3.5 and 1: all were reached at half a second.
    #expect(report.total.medianRatioFromReached == 86.214)
    #expect(report.text.contains(">150.0"))
    #expect(report.text.contains("neither"))
    #expect(report.total.crashes == ["mrml: x"])
    #expect(report.total.missed == ["b"])
    #expect(report.text.contains("commit of the trials: abc\n"))
    #expect(report.total.leastProcessorShare == 0.9)
    #expect(report.text.contains("missed in the median trial: b\n"))
  }

  @Test("times below a second count as equal")
  func resolution() throws {
    let report = try #require(
      try Self.report(full: [["a": 0.9, "b": 0.01]], plain: [["a": 0.1, "b": 12]]))
    #expect(report.rows.map(\.ratio) == [1, 12])
  }

  @Test("each bar fails on trials that miss it")
  func bars() throws {
    let good = try #require(
      try Self.report(full: [["a": 1, "b": 1]], plain: [["a": 20, "b": 30]]))
    #expect(good.total.bars.map(\.isMet) == [true, true])
    let slow = try #require(
      try Self.report(full: [["a": 16, "b": 1]], plain: [["a": 10, "b": 3]]))
    #expect(slow.total.bars.map(\.isMet) == [true, false])
    #expect(slow.total.worstBug == "a")
    let few = try #require(try Self.report(full: [["a": 1]], plain: [["a": 2]]))
    #expect(few.total.bars.map(\.isMet) == [false, false])
  }

  @Test("outside the first set the deep bugs have a bar of their own")
  func deepBar() throws {
    let bugs = [try Self.bug("a", 1, depth: "deep"), try Self.bug("b", 2, depth: "easy")]
    let set = try InjectedBugSet(bugs, .validation)
    func bars(_ triggered: [String: Double?]) throws -> [Bool] {
      let report = try #require(
        BugReport(
          of: set, full: [Self.trial(.full, 1, triggered)], plain: [Self.trial(.plain, 1, [:])],
          settings: BugTrialSettings(seconds: 600, jobs: 2, set: set)))
      return report.total.bars.map(\.isMet)
    }
    #expect(try bars(["a": 1, "b": 1]) == [true, true, true])
    #expect(try bars(["b": 1]) == [false, false, true])
  }

  @Test("a trial with value profile is a column, and no part of the ratio")
  func valueProfile() throws {
    let set = try InjectedBugSet([Self.bug("a", 1)], .first)
    let report = try #require(
      BugReport(
        of: set, full: [Self.trial(.full, 1, ["a": 1])],
        plain: [Self.trial(.plain, 1, ["a": 50])], profile: [Self.trial(.profile, 1, ["a": 7])],
        settings: BugTrialSettings(seconds: 600, jobs: 2, set: set)))
    #expect(report.rows[0].triggeredProfile == 7)
    #expect(report.rows[0].ratio == 50)
    #expect(report.total.triggeredProfile == 1)
  }

  @Test("each part of both sets has totals and bars of its own, and the whole has no bar")
  func parts() throws {
    let bugs = [
      try Self.bug("a", 1), try Self.bug("b", 2, depth: "easy"),
      try Self.bug("c", 3, depth: "deep"),
    ]
    let set = try InjectedBugSet(
      bugs, .all,
      parts: [
        .init(group: .first, names: ["a"]), .init(group: .second, names: ["b"]),
        .init(group: .validation, names: ["c"]),
      ])
    let report = try #require(
      BugReport(
        of: set, full: [Self.trial(.full, 1, ["a": 1, "b": 1])],
        plain: [Self.trial(.plain, 1, ["a": 50])],
        settings: BugTrialSettings(seconds: 600, jobs: 2, set: set)))
    #expect(report.parts.map(\.set) == ["first", "second", "validation"])
    #expect(report.parts.map(\.triggeredFull) == [1, 1, 0])
    #expect(report.parts.map(\.missed) == [[], [], ["c"]])
    #expect(
      report.parts.map { $0.bars.map(\.isMet) } == [
        [true, true], [true, true], [false, false, false],
      ])
    #expect(report.total.triggeredFull == 2)
    #expect(report.total.bars.isEmpty)
    #expect(report.text.contains("set validation, 1 bugs:\n  from reaching"))
    #expect(report.text.contains("  MISSED: at least 1 of 1 deep ones"))
  }

  @Test("the committed sets divide into parts that share no bug and leave none out")
  func committedParts() throws {
    let set = try InjectedBugSet(root: RepositoryRoot(path: repositoryPath), group: .all)
    #expect(set.parts.map(\.group) == [.first, .second, .validation])
    #expect(set.parts.flatMap(\.names).sorted() == set.bugs.map(\.name).sorted())
    #expect(try InjectedBugSet(root: RepositoryRoot(path: repositoryPath)).parts.isEmpty)
  }

  @Test("a folder lacks the trials that it does not hold, of the others only as many as wanted")
  func missingTrials() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let set = try InjectedBugSet([Self.bug("a", 1)], .first)
    let store = try BugTrialStore(
      creating: folder.path + "/trials",
      settings: BugTrialSettings(seconds: 600, jobs: 2, set: set))
    try store.add(Self.trial(.full, 1, [:]))
    func missing(_ count: Int, peers: Int) -> [String] {
      store.missingTrials(of: [.full, .plain], upTo: count, peers: peers)
        .map { "\($0.harness.rawValue) \($0.number)" }
    }
    #expect(missing(2, peers: 2) == ["plain 1", "full 2", "plain 2"])
    #expect(missing(3, peers: 1) == ["plain 1", "full 2", "full 3"])
    try store.add(Self.trial(.plain, 1, [:]))
    #expect(missing(1, peers: 1).isEmpty)
  }

  @Test("without a trial of each harness there is no report")
  func incomplete() throws {
    #expect(try Self.report(full: [["a": 1]], plain: []) == nil)
    #expect(try Self.report(full: [], plain: [["a": 1]]) == nil)
  }
}
