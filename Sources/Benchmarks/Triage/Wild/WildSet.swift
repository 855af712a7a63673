import CrashTriage

/// The labelled logs in the formats and with the additions that public reports have: synthetic,
/// from the frames of the logs.
///
/// Format and addition change from log to log, so that each bug is seen in many. A kind that only a
/// sanitizer knows keeps the sanitizer's text.
package enum WildSet {
  private static let hardOffset = 1000

  /// Name of the set in labels and rows.
  package static let name = "wild"

  /// One log for each of `logs` that is a report.
  ///
  /// - Parameter demangle: Names in, readable names out.
  package static func logs(
    of logs: [LabelledLog], demangle: ([String]) -> [String]
  ) -> [LabelledLog] {
    let reports = logs.map { CrashReport.read($0.text) }
    let unique = Set(reports.compactMap { $0 }.flatMap { $0.frames.map(\.function) }).sorted()
    let names = Dictionary(zip(unique, demangle(unique)), uniquingKeysWith: { first, _ in first })
    var out: [LabelledLog] = []
    for (index, (log, report)) in zip(logs, reports).enumerated() {
      guard let report else { continue }
      let number = mixed(index)
      let format = isOfSanitizer(report.kind) ? nil : formats[number % formats.count]
      let text = format.map { $0(WildCrash(report, names: names)) } ?? log.text
      var wild = log
      wild.set = name
      // Bugs of the two sets have the same numbers.
      if log.set == "hard" { wild.bug += hardOffset }
      wild.text = WildAddition.all[number / formats.count % WildAddition.all.count](text)
      out.append(wild)
    }
    return out
  }

  private static let formats: [@Sendable (WildCrash) -> String] = [
    WildFormat.gdb, WildFormat.lldb, WildFormat.appleText, WildFormat.appleJSON,
    WildFormat.swiftText, WildFormat.swiftPackage, WildFormat.crashlytics, WildFormat.sentry,
    WildFormat.runtimeStack,
  ]

  /// Spreads formats over neighbors, which show one bug.
  private static func mixed(_ index: Int) -> Int {
    var value = UInt64(index) &+ 0x9E37_79B9_7F4A_7C15
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) >> 33)
  }

  private static func isOfSanitizer(_ kind: CrashKind) -> Bool {
    switch kind {
    case .indexOutOfRange, .arithmeticOverflow, .divisionByZero, .unwrappedNil,
      .preconditionFailed, .assertionFailed, .fatalError, .castFailed, .exclusivityViolation,
      .unownedReference, .runtimeFailure, .trap, .segmentationFault:
      false
    default: true
    }
  }
}

/// A crash as the formats print it.
struct WildCrash {
  struct Frame {
    /// The full readable name, as the demangler prints it.
    var full: String
    /// With labels, without module and types, as Apple and the Swift backtracer print it.
    var short: String
    var file: String
    var line: Int
    var image: String
  }

  var frames: [Frame]
  /// The message of the runtime; empty where the log has none.
  var message: String
  var isAccess: Bool
  var isAbort: Bool

  init(_ report: CrashReport, names: [String: String]) {
    frames = report.frames.prefix(64).map { frame in
      let full = names[frame.function] ?? frame.function
      // The compiler's artificial frame keeps its words in every format.
      let peeled = full.hasPrefix("Swift runtime failure: ") ? full : FunctionName.peel(full)
      let isOwn =
        frame.file.contains("/Sources/") || peeled.hasPrefix("Easy.")
        || peeled.hasPrefix("Hard.")
      let rest = isOwn ? peeled.drop { $0 != "." }.dropFirst() : peeled[...]
      var short = rest.isEmpty ? peeled : String(rest)
      // Only the types are left out of what the compiler made.
      if full.hasPrefix("protocol witness for ") { short = "protocol witness for " + short }
      return Frame(
        full: full, short: short, file: frame.file,
        line: frame.line,
        image: isOwn ? "sample" : frame.image.isEmpty ? "libswiftCore.so" : frame.image)
    }
    isAccess = report.kind == .segmentationFault
    isAbort = report.kind == .castFailed || report.kind == .exclusivityViolation
    message = report.kind == .segmentationFault || report.kind == .trap ? "" : report.message
  }
}
