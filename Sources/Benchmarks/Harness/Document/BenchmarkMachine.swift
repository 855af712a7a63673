import Foundation
package import ProcessSupport

/// The machine, toolchain and revision of a benchmark run.
package struct BenchmarkMachine: Equatable, Sendable {
  /// Date and time in UTC, ISO 8601.
  var date: String
  /// The commit, with a remark when the working tree differs from it.
  var revision: String
  var cores: Int
  /// Processor model; nil where the system does not report it.
  var processor: String?
  var memoryGigabytes: Int
  var system: String
  var swift: String
  /// Oracles and peers with their versions.
  var libraries: [String]
  /// Load average of one minute at the start; nil where the system does not report it.
  var load: Double?

  /// Describes this machine and the checkout. Starts git.
  package static func current(
    root: RepositoryRoot, toolchain: Toolchain, libraries: [String]
  ) async -> BenchmarkMachine {
    let info = ProcessInfo.processInfo
    return BenchmarkMachine(
      date: Date.now.formatted(.iso8601), revision: await revision(root),
      cores: info.activeProcessorCount,
      processor: processor(in: text("/proc/cpuinfo")),
      memoryGigabytes: Int((Double(info.physicalMemory) / Double(1 << 30)).rounded()),
      system: system(in: text("/etc/os-release")) ?? info.operatingSystemVersionString,
      swift: toolchain.version, libraries: libraries, load: currentLoad)
  }

  /// The same with the date and the load of now.
  var now: Self {
    var machine = self
    machine.date = Date.now.formatted(.iso8601)
    machine.load = Self.currentLoad
    return machine
  }

  /// Load average of one minute; nil where the system does not report it.
  package static var currentLoad: Double? {
    text("/proc/loadavg").split(separator: " ").first.flatMap { Double($0) }
  }

  /// The value of the first `model name` in the form of `/proc/cpuinfo`.
  static func processor(in cpuinfo: String) -> String? {
    value(after: "model name", separator: ":", in: cpuinfo)
  }

  /// The value of `PRETTY_NAME` in the form of `/etc/os-release`.
  static func system(in release: String) -> String? {
    value(after: "PRETTY_NAME", separator: "=", in: release)
  }

  private static func value(
    after key: String, separator: Character, in text: String
  ) -> String? {
    for line in text.split(separator: "\n") where line.hasPrefix(key) {
      guard let mark = line.firstIndex(of: separator) else { continue }
      let value = line[line.index(after: mark)...].trimmingCharacters(
        in: CharacterSet(charactersIn: " \t\""))
      return value.isEmpty ? nil : value
    }
    return nil
  }

  private static func text(_ path: String) -> String {
    (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
  }

  /// The commit of a checkout, with a remark when the working tree differs from it.
  static func revision(_ root: RepositoryRoot) async -> String {
    guard let commit = await git(["rev-parse", "HEAD"], root),
      let changes = await git(["status", "--porcelain"], root)
    else { return "unknown (not a git checkout)" }
    let name = commit.trimmingCharacters(in: .whitespacesAndNewlines)
    return name + (changes.isEmpty ? "" : ", with uncommitted changes")
  }

  private static func git(_ words: [String], _ root: RepositoryRoot) async -> String? {
    let outcome = try? await ChildProcess(
      executable: "/usr/bin/env", arguments: ["git", "-C", root.path] + words,
      environment: ChildEnvironment.build(ProcessInfo.processInfo.environment),
      timeLimit: .seconds(60)
    ).run()
    guard let outcome, outcome.status.isSuccess else { return nil }
    return outcome.output
  }
}
