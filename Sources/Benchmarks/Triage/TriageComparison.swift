import CrashTriage

/// Every method on the same labelled logs.
package struct TriageComparison: Sendable {
  /// One method's row.
  package struct Row: Codable, Equatable, Sendable {
    /// Name of the method, ours or a peer's.
    package let method: String
    /// `easy` or `hard`.
    package let set: String
    /// `debug`, `release`, `static`, or `together` for the three as one set.
    package let builds: String
    /// Harmonic mean of precision and recall.
    package let f1: Double
    /// Of the pairs of logs that the method calls the same, the part that is one bug.
    package let precision: Double
    /// Of the pairs of logs that are one bug, the part that the method calls the same.
    package let recall: Double
    /// Different names that the method gave.
    package let buckets: Int
    /// Bugs that the logs show in truth.
    package let bugs: Int
    /// Logs of the set and builds.
    package let logs: Int
  }

  /// Name of the row of findings, which come from all logs seen together.
  package static let ours = "scenefuzz finding"
  /// Name of the row of fingerprints, which come from one log each.
  package static let oursFingerprint = "scenefuzz fingerprint"
  /// A set counts as hard when this method scores 0.55 or less over all builds.
  package static let yardstick = "ClusterFuzz exact state"

  /// The other tools' methods.
  package static var peers: [String] { PeerMethods.all.map(\.name) }

  /// - Parameters:
  ///   - peers: Which other tools' methods are scored beside ours.
  ///   - demangle: Names in, readable names out, as `Crash.init` wants it.
  package static func rows(
    _ logs: [LabelledLog], peers: [String] = peers, demangle: ([String]) -> [String]
  ) -> [Row] {
    var rows: [Row] = []
    for set in ["easy", "hard"] {
      for builds in ["debug", "release", "static", "together"] {
        let chosen = logs.filter { $0.set == set && (builds == "together" || $0.build == builds) }
        guard !chosen.isEmpty else { continue }
        func add(_ method: String, _ buckets: [String]) {
          let score = PairwiseScore(truth: chosen.map(\.bug), buckets: buckets)
          rows.append(
            Row(
              method: method, set: set, builds: builds, f1: score.f1, precision: score.precision,
              recall: score.recall, buckets: score.buckets, bugs: Set(chosen.map(\.bug)).count,
              logs: chosen.count))
        }
        let names = findings(chosen, demangle: demangle)
        add(ours, names.map(\.finding))
        add(oursFingerprint, names.map(\.fingerprint))
        for method in PeerMethods.all where peers.contains(method.name) {
          add(method.name, method.buckets(chosen.map(\.text)))
        }
      }
    }
    return rows
  }

  /// What triage calls each log; a log that is no report is a bucket of its own.
  package static func findings(
    _ logs: [LabelledLog], demangle: ([String]) -> [String]
  ) -> [(finding: String, fingerprint: String)] {
    let reports = logs.map { CrashReport.read($0.text) }
    let known = Crash.clean(reports.compactMap { $0 }, demangle: demangle)
    let names = known.map { Fingerprint($0) }
    let groups = CrashGroups(zip(known, names).map { CrashGroups.Item($0, $1) })
    var answers = zip(groups.findings, names).makeIterator()
    return reports.enumerated().map { index, report in
      guard report != nil, let (finding, fingerprint) = answers.next() else {
        return ("unread \(index)", "unread \(index)")
      }
      return (finding.description, fingerprint.description)
    }
  }
}
