internal import JSONReading

/// The JSON formats of crash reports, tried one after the other.
enum JSONReports {
  /// Every crash in one JSON value; empty when it is no report.
  static func read(_ bytes: ArraySlice<UInt8>, limits: CrashReport.Limits) -> [CrashReport] {
    if let report = SwiftBacktraceJSON.read(bytes, limits: limits) { return [report] }
    if bytes.contains("\"CrashSeverity\"") {
      return CASRReport.read(bytes, limits: limits).map { [$0] } ?? []
    }
    if bytes.contains("\"crashDiagnostics\"") {
      return MetricKitReport.read(bytes, limits: limits)
    }
    if bytes.contains("\"stacktrace\""), let report = SentryReport.read(bytes, limits: limits) {
      return [report]
    }
    return AppleReportJSON.read(body: bytes, limits: limits).map { [$0] } ?? []
  }

  /// Whether the value is the line before an `.ips` report.
  static func isHeader(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count < 4096 && (bytes.contains("\"bug_type\"") || bytes.contains("\"app_name\""))
  }
}
