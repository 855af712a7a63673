import Foundation
import ProcessSupport

/// The file that the processes of a session share, to which `BugCanary` in the patched copy writes.
///
/// A record for each number: when the bug was first reached, how often, when it was first triggered, how often, as
/// little-endian words of 64 bits. Times are nanoseconds of one clock and counts end at 1,000. Record 0 is no bug: it
/// holds the first start of a process.
struct CanaryFile: Sendable {
  static let recordCount = 256
  private static let recordSize = 32

  let path: String

  /// Makes the file with every record empty.
  init(creating path: String) throws(RunFailure) {
    self.path = path
    try WorkFolder.write(Array(repeating: 0, count: Self.recordCount * Self.recordSize), to: path)
  }

  /// What the environment of a process must say for it to write here.
  var environment: [String: String] { ["SCENEFUZZ_CANARIES": path] }

  /// What the file says now. Processes may be writing: each word is read as it is.
  func read() -> Sightings {
    Sightings(records: FileManager.default.contents(atPath: path).map { [UInt8]($0) } ?? [])
  }

  struct Sightings: Sendable {
    fileprivate let records: [UInt8]

    /// When bug `number` was met, in seconds from the first start of a process.
    subscript(number: Int) -> BugTrial.Sighting {
      let start = word(0, 0)
      func seconds(_ time: UInt64) -> Double? {
        time == 0 ? nil : time > start ? Double(time - start) / 1e9 : 0
      }
      return BugTrial.Sighting(
        reached: seconds(word(number, 0)), triggered: seconds(word(number, 2)))
    }

    /// True when a process has started that has the canaries.
    var hasStarted: Bool { word(0, 0) != 0 }

    private func word(_ record: Int, _ index: Int) -> UInt64 {
      let place = record * CanaryFile.recordSize + index * 8
      guard place + 8 <= records.count else { return 0 }
      return records[place..<place + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
  }
}
