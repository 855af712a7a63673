import CrashTriage
import Foundation
import ProcessSupport

/// Reads every crash of a file of reports, a part at a time: memory does not grow with the file.
enum ReportFileReader {
  /// Bytes that are read at once.
  static let partSize = 1 << 20

  /// The crashes in `path`, in order; empty when the file holds none.
  static func read(_ path: String, onlyFirst: Bool) throws(RunFailure) -> [CrashReport] {
    // A pipe may never end, and reading a device may change it.
    guard SystemBridge.isRegularFile(path) else {
      throw .environment("it is no regular file", "name a file that holds a report or an input")
    }
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? handle.close() }
      var scanner = CrashScanner()
      while let part = try handle.read(upToCount: partSize), !part.isEmpty {
        scanner.take([UInt8](part))
        if onlyFirst, !scanner.crashes.isEmpty { return [scanner.crashes[0]] }
      }
      let crashes = scanner.finish()
      return onlyFirst ? Array(crashes.prefix(1)) : crashes
    } catch {
      throw .environment(
        "it cannot be read (\(error.localizedDescription))", "check that it may be read")
    }
  }
}
