import Testing

@testable import FuzzSession

@Suite("Schedule by yield")
struct YieldScheduleTests {
  /// A simulated session: one target for each rate of features per second, and processes that use
  /// their whole slice.
  private struct Play {
    let rates: [Double]
    var jobs = 2
    var seconds: Double
    var startUp = 0.2
    /// From this second on the order of the rates is reversed.
    var turning = Double.infinity

    /// Every slice with its start in seconds.
    func slices() -> [(slice: Schedule.Slice, start: Double)] {
      var schedule = Schedule(
        targets: rates.count, jobs: jobs, seconds: seconds, sharing: .byYield)
      var all: [(slice: Schedule.Slice, start: Double)] = []
      var busy: [(end: Double, slice: Schedule.Slice)] = []
      var now = 0.0
      while true {
        while busy.count < jobs, let slice = schedule.take(now: now) {
          all.append((slice, now))
          busy.append((now + Double(slice.seconds), slice))
        }
        guard let next = busy.min(by: { $0.end < $1.end }) else { return all }
        now = next.end
        for done in busy where done.end <= now {
          let target = done.slice.target
          let rate = now < turning ? rates[target] : rates[rates.count - 1 - target]
          let used = Double(done.slice.seconds)
          schedule.giveBack(
            done.slice, used: used, newCoverage: NewCoverage(features: Int(rate * used)),
            startUp: startUp)
        }
        busy.removeAll { $0.end <= now }
      }
    }

    /// Seconds of each target in the slices that begin at `start` or later.
    func time(from start: Double = 0) -> [Double] {
      var got = [Double](repeating: 0, count: rates.count)
      for (slice, begin) in slices() where begin >= start {
        got[slice.target] += Double(slice.seconds)
      }
      return got
    }
  }

  private static let sixteen = [100, 50, 20] + [Double](repeating: 0, count: 13)

  @Test("a target that finds ten times as much gets at least four times the time")
  func moves() {
    let got = Play(rates: [10, 1, 0, 0], seconds: 1200).time()
    #expect(got[0] > 4 * got[1])
    #expect(got[1] > got[2])
    #expect(abs(got[2] - got[3]) <= 60)
  }

  @Test("a discovery long ago does not count")
  func forgets() {
    let got = Play(rates: [10, 0, 0, 0, 10], seconds: 8000, turning: 0).time()
    #expect(got[0] > 3 * got[1])
    let late = Play(rates: [10, 0, 0, 0, 1], seconds: 8000, turning: 4000).time(from: 6000)
    #expect(late[4] > 3 * late[0])
  }

  @Test(
    "every target gets a quarter of an equal share, less at most one slice",
    arguments: [60.0, 300, 600, 3600])
  func floor(_ seconds: Double) {
    let got = Play(rates: Self.sixteen, seconds: seconds).time()
    let quarter = seconds * 2 / 16 / 4
    #expect(got.allSatisfy { $0 >= max(2, quarter - 60) })
    #expect(got.reduce(0, +) <= 2 * (seconds + 2))
    #expect(got.reduce(0, +) >= 2 * (seconds - 2))
  }

  @Test("every target has its first slice before any has a second one", arguments: [30.0, 60, 600])
  func firstTurns(_ seconds: Double) {
    let slices = Play(rates: Self.sixteen, seconds: seconds).slices()
    #expect(Set(slices.prefix(16).map(\.slice.target)).count == 16)
    #expect(slices.prefix(16).allSatisfy { $0.start <= seconds / 2 })
  }

  @Test(
    "the first slices take two seconds in a session of any length, and later slices grow")
  func growing() {
    let slices = Play(rates: Self.sixteen, seconds: 36_000).slices()
    #expect(slices.prefix(16).allSatisfy { $0.start < 17 })
    let first = slices.filter { $0.slice.target == 0 }.map(\.slice.seconds)
    #expect(Array(first.prefix(5)) == [2, 4, 8, 16, 32])
    #expect(first.dropFirst(5).dropLast().allSatisfy { $0 == 60 })
  }

  @Test("targets without yield share the time equally")
  func nothingFound() throws {
    let got = Play(rates: [0, 0, 0, 0, 0], seconds: 1000).time()
    let (minimum, maximum) = (try #require(got.min()), try #require(got.max()))
    #expect(maximum - minimum <= 60)
  }

  @Test("equal yields give equal slices")
  func deterministic() {
    let play = Play(rates: Self.sixteen, seconds: 900)
    #expect(play.slices().map(\.slice) == play.slices().map(\.slice))
  }

  @Test("a slice lasts twenty times the start of its process, at most a minute")
  func startUp() {
    let slow = Play(rates: [1, 1, 1], jobs: 1, seconds: 600, startUp: 2.5).slices()
    #expect(slow.dropFirst(3).dropLast().allSatisfy { $0.slice.seconds >= 50 })
    let slower = Play(rates: [1, 1, 1], jobs: 1, seconds: 6000, startUp: 100).slices()
    #expect(slower.allSatisfy { $0.slice.seconds <= 60 })
  }

  @Test("a target that crashes at once does not take time from the others")
  func crashes() throws {
    var schedule = Schedule(targets: 2, jobs: 1, seconds: 100, sharing: .byYield)
    var now = 0.0
    var got = [0.0, 0.0]
    while let slice = schedule.take(now: now) {
      let used = slice.target == 0 ? 0.1 : Double(slice.seconds)
      schedule.giveBack(slice, used: used, newCoverage: NewCoverage())
      got[slice.target] += used
      now += used
    }
    #expect(got[1] >= 40)
  }

  @Test("the first sweep is over when each target has ended a slice or was retired")
  func sweep() throws {
    var schedule = Schedule(targets: 2, jobs: 1, seconds: 100, sharing: .byYield)
    let taken = schedule.take(now: 0)
    #expect(!schedule.isFirstSweepOver)
    schedule.giveBack(try #require(taken), used: 1)
    #expect(!schedule.isFirstSweepOver)
    schedule.retire(1)
    #expect(schedule.isFirstSweepOver)
  }

  @Test(
    "an edge weighs more than nine features, a finding more than nine edges, and age halves them")
  func worth() {
    #expect(NewCoverage(edges: 1).worth > NewCoverage(features: 9).worth)
    #expect(NewCoverage(findings: 1).worth > NewCoverage(edges: 9).worth)
    var yield = TargetYield(halfLife: 10)
    #expect(yield.rate(prior: 3) == 3)
    yield.add(NewCoverage(features: 100), seconds: 10)
    #expect(abs(yield.rate(prior: 0) - 100 / 15) < 0.001)
    yield.add(NewCoverage(), seconds: 10)
    #expect(abs(yield.rate(prior: 0) - 50 / 20) < 0.001)
  }

  @Test("a target whose first process only reads its corpus gets longer slices")
  func slowStart() {
    var schedule = Schedule(targets: 3, jobs: 1, seconds: 300, sharing: .byYield)
    var now = 0.0
    var got = [0.0, 0.0, 0.0]
    while let slice = schedule.take(now: now) {
      let used = Double(slice.seconds)
      let isSlow = slice.target == 0
      let startUp = isSlow ? (used > 20 ? 20.0 : nil) : 0.1
      let effective = startUp.map { used - $0 } ?? 0
      schedule.giveBack(
        slice, used: used, newCoverage: NewCoverage(features: Int(effective * 10)), startUp: startUp
      )
      got[slice.target] += used
      now += used
    }
    #expect(got[0] >= 80)
  }
}
