internal import CrashTriage
package import FuzzTargets

extension FuzzTarget {
  /// Crash reports: the process that wrote one just failed on hostile input.
  package static let crashReport = FuzzTarget(
    name: "crash-report",
    property: """
      Reports are read within their limits; a fingerprint does not depend on lines, paths and addresses; a crash is one \
      finding with itself; a log and its prefixed twin give the same findings, two logs together give the findings of \
      both, and a log in parts those of the whole; what people see is harmless; the line of a violated property is read \
      back as that property.
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
package enum CrashReportProperties {
  /// What is asked beside the properties of the reports themselves; each costs about one more
  /// reading of the input.
  package enum Form: CaseIterable, Sendable {
    case before, after, prefixed, inParts, everyLine, grouping, propertyLine
  }

  static let limits: CrashReport.Limits = {
    var limits = CrashReport.Limits()
    limits.frames = 256
    return limits
  }()

  /// Checks the properties of the reports in `bytes` and one form, which the bytes choose: a fuzzer
  /// asks all of them within a few inputs.
  package static func check(_ bytes: [UInt8]) throws(PropertyViolation) {
    let hash = bytes.reduce(UInt32(bytes.count)) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    let all = Form.allCases
    try check(bytes, forms: [all[Int(hash >> 8) % all.count]])
  }

  /// Checks the properties of the reports in `bytes` and all of `forms`.
  package static func check(_ bytes: [UInt8], forms: [Form]) throws(PropertyViolation) {
    let reports = CrashReport.all(bytes: bytes, limits: limits)
    let crashes = Crash.clean(reports) { $0 }
    for (report, crash) in zip(reports, crashes).prefix(8) { try check(report, crash) }
    for form in forms {
      switch form {
      case .propertyLine: try propertyLine(bytes)
      case .grouping: for crash in crashes.prefix(8) { try grouping(crash) }
      default: try CrashLogProperties.check(bytes, form, reports, crashes)
      }
    }
  }

  private static func check(_ report: CrashReport, _ crash: Crash) throws(PropertyViolation) {
    guard report.frames.count <= limits.frames else {
      throw PropertyViolation(
        property: "frames-bounded", place: "report", expected: "at most \(limits.frames)",
        found: "\(report.frames.count)")
    }
    try fingerprint(report, crash)
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
  private static func fingerprint(
    _ report: CrashReport, _ crash: Crash
  ) throws(PropertyViolation) {
    let name = Fingerprint(crash, target: "target").description
    guard Fingerprint(name)?.description == name else {
      throw PropertyViolation(
        property: "fingerprint-is-a-name", place: "fingerprint", expected: "16 digits", found: name)
    }
    // Without a function the place is the identity.
    guard crash.place == nil else { return }
    var moved = report
    for index in moved.frames.indices where !moved.frames[index].function.isEmpty {
      if moved.frames[index].line > 0 { moved.frames[index].line += 1 }
      moved.frames[index].offset = 0
    }
    let again = Fingerprint(Crash(moved) { $0 }, target: "target").description
    guard name == again else {
      throw PropertyViolation(
        property: "fingerprint-ignores-lines", place: "fingerprint", expected: name, found: again)
    }
  }

  /// Two runs of one crash.
  private static func grouping(_ crash: Crash) throws(PropertyViolation) {
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
