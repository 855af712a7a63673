import Foundation

/// Peak memory of a piece of work, on Linux.
enum PeakMemory {
  /// Bytes by which the resident set grew at its peak; nil where `/proc` does not report it.
  ///
  /// Writing 5 to `clear_refs` resets the peak to the current resident set (proc(5)).
  static func of(_ body: () -> Void) -> Int? {
    let reset =
      (try? Data("5".utf8).write(to: URL(fileURLWithPath: "/proc/self/clear_refs"))) != nil
    let before = read("VmRSS")
    body()
    guard reset, let before, let peak = read("VmHWM") else { return nil }
    return max(peak - before, 0)
  }

  private static func read(_ key: String) -> Int? {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else {
      return nil
    }
    let line = status.split(separator: "\n").first { $0.hasPrefix(key + ":") }
    return line.flatMap { Int($0.split(separator: " ").dropLast().last ?? "") }.map { $0 << 10 }
  }
}
