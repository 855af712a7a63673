import Testing

@testable import FuzzSession

@Suite("The schedule")
struct ScheduleTests {
  /// Runs a schedule to its end with processes that take their whole slice; the seconds that each target got.
  ///
  /// - Parameter rate: The features that a target finds in each second, at a time of the session.
  private func seconds(
    targets: Int, jobs: Int, seconds: Double, sharing: TimeSharing = .equal,
    weights: [Double]? = nil,
    rate: (_ target: Int, _ now: Double) -> Double = { _, _ in 0 },
    each: (Schedule.Slice, Double) -> Void = { _, _ in }
  ) -> [Double] {
    var schedule = Schedule(
      targets: targets, jobs: jobs, seconds: seconds, sharing: sharing, weights: weights)
    var got = [Double](repeating: 0, count: targets)
    var busy: [(end: Double, slice: Schedule.Slice)] = []
    var now = 0.0
    while true {
      while busy.count < jobs, let slice = schedule.take(now: now) {
        each(slice, now)
        busy.append((now + Double(slice.seconds), slice))
        got[slice.target] += Double(slice.seconds)
      }
      guard let next = busy.min(by: { $0.end < $1.end }) else { return got }
      now = next.end
      for done in busy where done.end <= now {
        let used = Double(done.slice.seconds)
        let features = Int(rate(done.slice.target, now) * used)
        schedule.giveBack(done.slice, used: used, newCoverage: NewCoverage(features: features))
      }
      busy.removeAll { $0.end <= now }
    }
  }

  @Test(
    "every target gets the same time, and all of it is used",
    arguments: [
      (4, 2, 60.0), (1, 1, 60), (1, 2, 60), (3, 2, 60), (5, 2, 600), (4, 8, 60), (15, 2, 600),
      (2, 2, 7),
    ])
  func fair(_ targets: Int, _ jobs: Int, _ time: Double) throws {
    let got = seconds(targets: targets, jobs: jobs, seconds: time)
    let least = try #require(got.min())
    let most = try #require(got.max())
    #expect(least > 0)
    #expect(most - least <= 60)
    #expect(most <= 2 * least)
    #expect(abs(got.reduce(0, +) - time * Double(jobs)) <= 2 * Double(jobs))
  }

  @Test(
    "a target of weight 3 gets three times the time of one of weight 1; more where time brings yield",
    arguments: [(.equal, 2.4...3.6), (.byYield, 2.4...12)] as [(TimeSharing, ClosedRange<Double>)])
  func weights(_ sharing: TimeSharing, _ range: ClosedRange<Double>) {
    let got = seconds(
      targets: 4, jobs: 2, seconds: 1200, sharing: sharing, weights: [3, 1, 1, 3],
      rate: { _, _ in 10 })
    let ratio = (got[0] + got[3]) / (got[1] + got[2])
    #expect(range.contains(ratio), "\(got)")
    #expect(got.allSatisfy { $0 > 0 })
  }

  @Test(
    "a session too short for a turn of each still ends in time",
    arguments: [.equal, .byYield] as [TimeSharing])
  func short(_ sharing: TimeSharing) {
    let got = seconds(targets: 10, jobs: 1, seconds: 5, sharing: sharing)
    #expect(got.filter { $0 > 0 }.count >= 2)
    #expect(got.reduce(0, +) <= 7)
  }

  @Test("a crash gives the rest of the slice back to its target")
  func crash() throws {
    var schedule = Schedule(targets: 2, jobs: 1, seconds: 100, sharing: .equal)
    let taken = schedule.take(now: 0)
    let first = try #require(taken)
    #expect(first.target == 0)
    schedule.giveBack(first, used: 1)
    let next = schedule.take(now: 1)
    let second = try #require(next)
    #expect(second.target == 1)
    schedule.giveBack(second, used: Double(second.seconds))
    let third = schedule.take(now: 2 + Double(second.seconds))
    #expect(third?.target == 0)
  }

  @Test("a retired target gets nothing more, and without targets there is no slice")
  func retired() {
    var schedule = Schedule(targets: 2, jobs: 1, seconds: 100, sharing: .equal)
    schedule.retire(0)
    let slice = schedule.take(now: 0)
    #expect(slice?.target == 1)
    schedule.retire(1)
    let none = schedule.take(now: 1)
    #expect(none == nil)
  }

  @Test("a paused target gets nothing until it is resumed; with nobody else one has to wait")
  func paused() {
    var schedule = Schedule(targets: 2, jobs: 1, seconds: 100, sharing: .equal)
    schedule.pause(0)
    let first = schedule.take(now: 0)
    #expect(first?.target == 1)
    schedule.retire(1)
    let none = schedule.take(now: 1)
    #expect(none == nil)
    #expect(schedule.isWaiting(now: 1))
    #expect(!schedule.isWaiting(now: 99.5))
    schedule.resume(0)
    #expect(!schedule.isWaiting(now: 1))
    let last = schedule.take(now: 1)
    #expect(last?.target == 0)
  }

  @Test("no slice begins when the time is up")
  func over() {
    var schedule = Schedule(targets: 1, jobs: 1, seconds: 10, sharing: .byYield)
    let begins = [9.5, 11, 8].map { schedule.take(now: $0) != nil }
    #expect(begins == [false, false, true])
  }
}
