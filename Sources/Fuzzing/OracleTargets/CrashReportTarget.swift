internal import CrashTriage
package import FuzzTargets

extension FuzzTarget {
  /// Crash reports: the process that wrote one had just gone wrong on hostile input.
  package static let crashReport = FuzzTarget(
    name: "crash-report",
    law: """
      A report is read within its limits, its fingerprint does not depend on lines, paths and addresses, a crash is one \
      finding with itself, what is shown to people is harmless, and the line of a broken law is read back as that law whatever its values are.
      """,
    maximumLength: 16_384, fileExtension: "txt", mutation: .text(.reports)
  ) { input throws(BrokenLaw) in
    var bytes: [UInt8] = []
    bytes.reserveCapacity(input.count)
    for index in input.indices { bytes.append(input[index]) }
    try CrashReportLaws.check(bytes)
  }
}

/// The laws of triage.
enum CrashReportLaws {
  static let limits: CrashReport.Limits = {
    var limits = CrashReport.Limits()
    limits.frames = 256
    return limits
  }()

  static func check(_ bytes: [UInt8]) throws(BrokenLaw) {
    try lawLine(bytes)
    guard let report = CrashReport.read(bytes: bytes, limits: limits) else { return }
    guard report.frames.count <= limits.frames else {
      throw BrokenLaw(
        law: "frames-bounded", place: "report", expected: "at most \(limits.frames)",
        found: "\(report.frames.count)")
    }
    try fingerprint(report)
    try grouping(report)
    for text in [report.message] + report.frames.map(\.function) {
      let shown = Neutral.line(text)
      guard !shown.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x202E }) else {
        throw BrokenLaw(
          law: "shown-is-harmless", place: "text", expected: "no control character", found: shown)
      }
    }
  }

  /// The same crash after lines moved, on another machine.
  private static func fingerprint(_ report: CrashReport) throws(BrokenLaw) {
    let name = Fingerprint(Crash(report) { $0 }, target: "target").description
    guard Fingerprint(name)?.description == name else {
      throw BrokenLaw(
        law: "fingerprint-is-a-name", place: "fingerprint", expected: "16 digits", found: name)
    }
    var moved = report
    for index in moved.frames.indices {
      moved.frames[index].line += 1
      moved.frames[index].offset = 0
    }
    let again = Fingerprint(Crash(moved) { $0 }, target: "target").description
    guard name == again else {
      throw BrokenLaw(
        law: "lines-do-not-count", place: "fingerprint", expected: name, found: again)
    }
  }

  /// Two runs of one crash, and with the kind left open.
  private static func grouping(_ report: CrashReport) throws(BrokenLaw) {
    let crash = Crash(report) { $0 }
    let item = CrashGroups.Item(crash, Fingerprint(crash))
    let groups = CrashGroups([item, item]).findings
    guard groups == [item.fingerprint, item.fingerprint] else {
      throw BrokenLaw(
        law: "one-finding-with-itself", place: "groups", expected: item.fingerprint.description,
        found: groups.map(\.description).joined(separator: " "))
    }
  }

  /// A law that was broken with these bytes for its values.
  private static func lawLine(_ bytes: [UInt8]) throws(BrokenLaw) {
    let text = String(decoding: bytes, as: UTF8.self)
    let law = BrokenLaw(law: "some-law", place: text, expected: text, found: text)
    let line = law.reportLine(target: "some-target")
    let read = CrashReport.read(bytes: Array(line.utf8))
    guard read?.kind == .brokenLaw, read?.brokenLaw?.law == law.law,
      read?.brokenLaw?.target == "some-target"
    else {
      throw BrokenLaw(
        law: "law-line-read-back", place: "line", expected: "the law",
        found: "\(read?.message ?? "nothing")")
    }
  }
}
