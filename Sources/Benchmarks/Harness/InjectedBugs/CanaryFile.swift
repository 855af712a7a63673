import Foundation
import ProcessSupport

/// A file shared by the processes of a session, to which `BugCanary` in the patched copy writes.
///
/// One record for each number, as little-endian 64-bit words: when the bug was first reached, how
/// often, when it was first triggered, how often. Times are nanoseconds of one clock, and counts
/// stop at 1,000. Record 0 holds the first start of a process.
struct CanaryFile: Sendable {
  static let recordCount = 256
  private static let recordSize = 32

  let path: String

  /// Creates the file with empty records.
  init(creating path: String) throws(RunFailure) {
    self.path = path
    try WorkFolder.write(Array(repeating: 0, count: Self.recordCount * Self.recordSize), to: path)
  }

  /// Environment variable that makes a process write to this file.
  var environment: [String: String] { ["SCENEFUZZ_CANARIES": path] }

  /// Current contents. Processes may be writing; each word is read as it is.
  func read() -> Sightings {
    Sightings(records: FileManager.default.contents(atPath: path).map { [UInt8]($0) } ?? [])
  }

  struct Sightings: Sendable {
    fileprivate let records: [UInt8]

    /// Times of bug `number`, in seconds from the first start of a process.
    subscript(number: Int) -> BugTrial.Sighting {
      let start = word(0, 0)
      func seconds(_ time: UInt64) -> Double? {
        time == 0 ? nil : time > start ? Double(time - start) / 1e9 : 0
      }
      return BugTrial.Sighting(
        reached: seconds(word(number, 0)), triggered: seconds(word(number, 2)))
    }

    /// Whether a process with canaries has started.
    var hasStarted: Bool { word(0, 0) != 0 }

    private func word(_ record: Int, _ index: Int) -> UInt64 {
      let place = record * CanaryFile.recordSize + index * 8
      guard place + 8 <= records.count else { return 0 }
      return records[place..<place + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
  }
}
