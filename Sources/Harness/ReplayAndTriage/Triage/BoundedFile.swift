import Foundation
import ProcessSupport

/// A file read to a limit, for reports that may be of any size.
enum BoundedFile {
  /// The first `limit` bytes; for a longer file, followed by its last `limit` bytes, where a log tells of the crash.
  static func read(_ path: String, limit: Int = 4 << 20) throws(RunFailure) -> [UInt8] {
    // A pipe may never end, and reading a device may change it.
    guard SystemBridge.isRegularFile(path) else {
      throw .environment("\(path) is no file", "name a file that holds a report or an input")
    }
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? handle.close() }
      var bytes = Array(try handle.read(upToCount: limit) ?? Data())
      let size = try handle.seekToEnd()
      if size > UInt64(limit) {
        try handle.seek(toOffset: max(UInt64(limit), size - UInt64(limit)))
        bytes.append(0x0A)
        bytes += Array(try handle.read(upToCount: limit) ?? Data())
      }
      return bytes
    } catch {
      throw .environment(
        "cannot read \(path) (\(error.localizedDescription))", "check that it may be read")
    }
  }
}
