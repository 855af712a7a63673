/// The way from the text of a report to its fingerprint and finding, for a person who doubts a
/// verdict.
package struct CrashExplanation: Sendable {
  /// The lines, safe for a terminal.
  package private(set) var lines: [String] = []

  /// - Parameters:
  ///   - judged: The frames of `report` with their verdicts.
  ///   - finding: The finding that the crash was placed in.
  ///   - joining: How it came there; nil where it stands alone.
  ///   - known: The finding when it is in the store.
  ///   - others: Findings of the store and of this run that it may be one with.
  package init(
    _ report: CrashReport, _ crash: Crash, judged: [JudgedFrame], target: String = "",
    finding: Fingerprint, joining: FindingJoining?, known: Finding?, others: [Finding]
  ) {
    text(report)
    grammar(report, crash)
    frames(judged, crash)
    blame(crash)
    let own = Fingerprint(crash, target: target)
    let parts = Fingerprint.parts(crash, target: target).dropFirst()
    add("fingerprint: \(own), of " + parts.map { "'\($0)'" }.joined(separator: " + "))
    add("severity: \(Severity(crash).level.rawValue): \(Severity(crash).reason)")
    place(own, finding, joining, known)
    nearest(crash, finding, others)
  }

  private mutating func add(_ text: String) { lines.append(Neutral.line(text, limit: 1000)) }

  private mutating func text(_ report: CrashReport) {
    guard let range = report.lines else { return }
    let removed = report.stripped.isEmpty ? "nothing" : report.stripped.joined(separator: ", ")
    add(
      "text: lines \(range.lowerBound) to \(range.upperBound); removed before reading: \(removed)")
  }

  private mutating func grammar(_ report: CrashReport, _ crash: Crash) {
    add("grammar: \(report.format.rawValue), \(report.frames.count) frames")
    var kind = "kind: \(crash.kind.rawValue)"
    if crash.kind != report.kind { kind += " (the report says \(report.kind.rawValue))" }
    if let access = crash.access { kind += ", \(access.rawValue)" }
    if crash.isNearNull { kind += ", address in the first page" }
    add(kind)
    add("message: \(crash.message)")
    for note in report.notes { add("note: \(note)") }
  }

  private mutating func frames(_ judged: [JudgedFrame], _ crash: Crash) {
    let shown = 64
    for (index, frame) in judged.prefix(shown).enumerated() {
      let name = frame.name.isEmpty ? "(no symbol)" : frame.name
      let place =
        frame.frame.file.isEmpty
        ? "" : " \(FrameCleaner.lastComponent(frame.frame.file)):\(frame.frame.line)"
      let verdict =
        switch frame.verdict {
        case .own: "kept"
        case .entry: "entry point: cut here"
        case .dropped(let rule): "dropped: \(rule)"
        }
      add("  #\(index) \(name)\(place)  [\(verdict)]")
    }
    if judged.count > shown { add("  and \(judged.count - shown) more") }
    if crash.frames.count < judged.count(where: { $0.verdict == .own }) {
      add(
        "  \(crash.frames.count) frames are left when equal neighbors and repeated runs are folded")
    }
  }

  private mutating func blame(_ crash: Crash) {
    if let property = crash.propertyViolation {
      add(
        "blamed: property \(property.property) of \(property.target), as the entry point printed it"
      )
    } else if !crash.cycle.isEmpty {
      add("blamed: the functions that call each other: \(crash.cycle.joined(separator: ", "))")
    } else if let core = crash.core {
      let index = CoreFrame.index(in: crash.frames, kind: crash.kind)
      let passed = crash.frames[..<index].map(\.function)
      let why =
        passed.isEmpty
        ? "the innermost frame that is kept"
        : "the innermost frame after \(passed.joined(separator: ", ")), which only report a failure"
      add("blamed: \(core.function), \(why)")
    } else if let place = crash.place {
      add("blamed: \(place), since no frame is kept")
    } else {
      add("blamed: nothing, since the report names no frame and no place; it joins no other report")
    }
  }

  private mutating func place(
    _ own: Fingerprint, _ finding: Fingerprint, _ joining: FindingJoining?, _ known: Finding?
  ) {
    if let joining {
      let rules = joining.rules.map(\.rawValue).joined(separator: ", then ")
      add(
        "finding: \(finding), one with \(joining.isKnown ? "the known" : "the earlier crash")"
          + " \(joining.first.title), by the rule: \(rules)")
    } else if let known {
      add("finding: \(finding), known by its fingerprint: \(known.title)")
    } else if finding == own {
      add("finding: \(finding), named by the fingerprint")
    } else {
      add(
        "finding: \(finding), by a decision of a maintainer, or to tell it from another with this"
          + " fingerprint")
    }
  }

  private mutating func nearest(_ crash: Crash, _ finding: Fingerprint, _ others: [Finding]) {
    let others = others.filter { $0.fingerprint != finding.description }
    guard let nearest = others.max(by: { Self.nearness($0, crash) < Self.nearness($1, crash) }),
      Self.nearness(nearest, crash) > 0
    else { return }
    let differences = Self.differences(nearest, crash)
    add(
      "nearest other finding: \(nearest.fingerprint), \(nearest.title); apart by "
        + (differences.isEmpty ? "a decision or its callers" : differences.joined(separator: ", ")))
  }

  private static func nearness(_ finding: Finding, _ crash: Crash) -> Int {
    let other = finding.crash
    let functions = Set(other.frames.map(\.function))
    var score = crash.frames.count { functions.contains($0.function) }
    if other.core?.function == crash.core?.function, crash.core != nil { score += 8 }
    if other.place == crash.place, crash.place != nil { score += 8 }
    if score > 0, other.kind == crash.kind { score += 2 }
    return score
  }

  private static func differences(_ finding: Finding, _ crash: Crash) -> [String] {
    let other = finding.crash
    var out: [String] = []
    if other.kind != crash.kind { out.append("kind (\(finding.kind))") }
    if other.core?.function != crash.core?.function {
      out.append("function (\(other.core?.function ?? "none"))")
    } else if let line = other.core?.line, line != crash.core?.line {
      out.append("line (\(line))")
    }
    if other.place != crash.place { out.append("place (\(other.place ?? "none"))") }
    return out
  }
}
