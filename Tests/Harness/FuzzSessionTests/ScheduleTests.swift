import Testing

@testable import FuzzSession

@Suite("Schedule")
struct ScheduleTests {
  /// Runs a schedule to its end with processes that use their whole slice. Returns the seconds of
  /// each target.
  ///
  /// - Parameter rate: Features that a target finds per second at a time of the session.
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
    "equal sharing gives every target the same time and uses all of it",
    arguments: [
      (4, 2, 60.0), (1, 1, 60), (1, 2, 60), (3, 2, 60), (5, 2, 600), (4, 8, 60), (15, 2, 600),
      (2, 2, 7),
    ])
  func fair(_ targets: Int, _ jobs: Int, _ time: Double) throws {
    let got = seconds(targets: targets, jobs: jobs, seconds: time)
    let minimum = try #require(got.min())
    let maximum = try #require(got.max())
    #expect(minimum > 0)
    #expect(maximum - minimum <= 60)
    #expect(maximum <= 2 * minimum)
    #expect(abs(got.reduce(0, +) - time * Double(jobs)) <= 2 * Double(jobs))
  }

  @Test(
    "a target of weight 3 gets three times the time of weight 1, and more where time brings yield",
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
    "a session too short for a slice of each target still ends in time",
    arguments: [.equal, .byYield] as [TimeSharing])
  func short(_ sharing: TimeSharing) {
    let got = seconds(targets: 10, jobs: 1, seconds: 5, sharing: sharing)
    #expect(got.filter { $0 > 0 }.count >= 2)
    #expect(got.reduce(0, +) <= 7)
  }

  @Test("a slice that ends early gives the rest of its time back to its target")
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

  @Test("a retired target gets no slice, and without targets there is none")
  func retired() {
    var schedule = Schedule(targets: 2, jobs: 1, seconds: 100, sharing: .equal)
    schedule.retire(0)
    let slice = schedule.take(now: 0)
    #expect(slice?.target == 1)
    schedule.retire(1)
    let none = schedule.take(now: 1)
    #expect(none == nil)
  }

  @Test("a paused target gets no slice until it is resumed; alone it makes the schedule wait")
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

  @Test("no slice begins in the last second or later")
  func over() {
    var schedule = Schedule(targets: 1, jobs: 1, seconds: 10, sharing: .byYield)
    let begins = [9.5, 11, 8].map { schedule.take(now: $0) != nil }
    #expect(begins == [false, false, true])
  }
}
