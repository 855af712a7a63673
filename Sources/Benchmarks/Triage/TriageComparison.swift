import CrashTriage

/// Scores of every method on the same labelled logs.
package struct TriageComparison: Sendable {
  /// One method's row.
  package struct Row: Codable, Equatable, Sendable {
    /// Name of the method, ours or a peer's.
    package let method: String
    /// `easy`, `hard` or `wild`.
    package let set: String
    /// `debug`, `release`, `static`, or `together` for the three as one set.
    package let builds: String
    /// Harmonic mean of precision and recall.
    package let f1: Double
    /// Fraction of the pairs in one bucket that are one bug.
    package let precision: Double
    /// Fraction of the pairs of one bug that are in one bucket.
    package let recall: Double
    /// Number of buckets.
    package let buckets: Int
    /// Bugs in the logs.
    package let bugs: Int
    /// Logs of the set and builds.
    package let logs: Int
  }

  /// Row of findings, from all logs together.
  package static let ours = "scenefuzz finding"
  /// Row of fingerprints, from one log each.
  package static let oursFingerprint = "scenefuzz fingerprint"
  /// Row of the best that any method can do that gives equal texts one bucket: it knows the bug of
  /// each log and puts every text into the bucket of its most frequent bug.
  package static let textBound = "bound of the text"
  /// A set is hard when this method scores at most 0.55 over all builds.
  package static let yardstick = "ClusterFuzz exact state"

  /// The other tools' methods.
  package static var peers: [String] { PeerMethods.all.map(\.name) }

  /// - Parameters:
  ///   - peers: Names of the other methods to score.
  ///   - demangle: Names in, readable names out, as for `Crash.init`.
  package static func rows(
    _ logs: [LabelledLog], peers: [String] = peers, demangle: ([String]) -> [String]
  ) -> [Row] {
    var rows: [Row] = []
    for set in ["easy", "hard", WildSet.name] {
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
        add(textBound, TriagedLogs(chosen, demangle: demangle).bestBuckets)
        for method in PeerMethods.all where peers.contains(method.name) {
          add(method.name, method.buckets(chosen.map(\.text)))
        }
      }
    }
    return rows
  }

  /// The names that triage gives to each log; a log without a report is a bucket of its own.
  package static func findings(
    _ logs: [LabelledLog], demangle: ([String]) -> [String]
  ) -> [(finding: String, fingerprint: String)] {
    TriagedLogs(logs, demangle: demangle).names
  }
}
