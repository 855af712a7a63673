internal import CrashTriage
package import FuzzTargets

extension FuzzTarget {
  /// Crash reports: the process that wrote one just failed on hostile input.
  package static let crashReport = FuzzTarget(
    name: "crash-report",
    property: """
      Reports are read within their limits; a fingerprint does not depend on lines, paths and addresses; a crash is one \
      finding with itself; a log and its prefixed twin give the same findings, and two logs together give the \
      findings of both; what people see is harmless; the line of a violated property is read back as that property.
      """,
    maximumLength: 16_384, fileExtension: "txt", format: "crash-report"
  ) { input throws(PropertyViolation) in
    var bytes: [UInt8] = []
    bytes.reserveCapacity(input.count)
    for index in input.indices { bytes.append(input[index]) }
    try CrashReportProperties.check(bytes)
  }
}

/// Properties of triage.
enum CrashReportProperties {
  static let limits: CrashReport.Limits = {
    var limits = CrashReport.Limits()
    limits.frames = 256
    return limits
  }()

  static func check(_ bytes: [UInt8]) throws(PropertyViolation) {
    try propertyLine(bytes)
    let reports = CrashReport.all(bytes: bytes, limits: limits)
    for report in reports.prefix(8) { try check(report) }
    try CrashLogProperties.check(bytes, names: CrashLogProperties.names(reports))
  }

  private static func check(_ report: CrashReport) throws(PropertyViolation) {
    guard report.frames.count <= limits.frames else {
      throw PropertyViolation(
        property: "frames-bounded", place: "report", expected: "at most \(limits.frames)",
        found: "\(report.frames.count)")
    }
    try fingerprint(report)
    try grouping(report)
    for text in [report.message] + report.frames.map(\.function) {
      let shown = Neutral.line(text)
      guard !shown.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x202E }) else {
        throw PropertyViolation(
          property: "printable", place: "text", expected: "no control character",
          found: shown)
      }
    }
  }

  /// The fingerprint ignores lines and offsets.
  private static func fingerprint(_ report: CrashReport) throws(PropertyViolation) {
    let name = Fingerprint(Crash(report) { $0 }, target: "target").description
    guard Fingerprint(name)?.description == name else {
      throw PropertyViolation(
        property: "fingerprint-is-a-name", place: "fingerprint", expected: "16 digits", found: name)
    }
    var moved = report
    // Without a function the place is the identity.
    guard Crash(report, demangle: { $0 }).place == nil else { return }
    for index in moved.frames.indices where !moved.frames[index].function.isEmpty {
      moved.frames[index].line += 1
      moved.frames[index].offset = 0
    }
    let again = Fingerprint(Crash(moved) { $0 }, target: "target").description
    guard name == again else {
      throw PropertyViolation(
        property: "fingerprint-ignores-lines", place: "fingerprint", expected: name, found: again)
    }
  }

  /// Two runs of one crash.
  private static func grouping(_ report: CrashReport) throws(PropertyViolation) {
    let crash = Crash(report) { $0 }
    let item = CrashGroups.Item(crash, Fingerprint(crash))
    let groups = CrashGroups([item, item]).findings
    guard groups == [item.fingerprint, item.fingerprint] else {
      throw PropertyViolation(
        property: "one-finding-with-itself", place: "groups",
        expected: item.fingerprint.description,
        found: groups.map(\.description).joined(separator: " "))
    }
  }

  /// A violated property with these bytes for its values.
  private static func propertyLine(_ bytes: [UInt8]) throws(PropertyViolation) {
    let text = String(decoding: bytes, as: UTF8.self)
    let property = PropertyViolation(
      property: "some-property", place: text, expected: text, found: text)
    let line = property.reportLine(target: "some-target")
    let read = CrashReport.read(bytes: Array(line.utf8))
    guard read?.kind == .propertyViolation, read?.propertyViolation?.property == property.property,
      read?.propertyViolation?.target == "some-target"
    else {
      throw PropertyViolation(
        property: "property-line-read-back", place: "line", expected: "the property",
        found: "\(read?.message ?? "nothing")")
    }
  }
}
