/// Buckets of other tools, from the text of a log alone.
enum PeerMethods {
  static let all: [(name: String, buckets: @Sendable ([String]) -> [String])] = [
    ("ClusterFuzz exact state", { $0.map { ClusterFuzzState($0).state.joined(separator: "\n") } }),
    ("ClusterFuzz grouped", clusterFuzzGroups),
    ("CASR crash line", { $0.map { CASRStack($0).crashLine } }),
    ("CASR cluster", { logs in CASRStack.clusters(logs.map(CASRStack.init)).map(String.init) }),
    ("five names (crashwalk)", { names($0, 5) }),
    ("one name", { names($0, 1) }),
    ("libFuzzer DEDUP_TOKEN 3", { $0.map(dedupToken) }),
  ]

  /// The first names after an ignore list for C and C++.
  private static func names(_ logs: [String], _ count: Int) -> [String] {
    logs.map { log in
      LogFrame.first(in: log).filter { !IgnoredFrames.contains($0) }.prefix(count).map(\.function)
        .joined(separator: "\n")
    }
  }

  private static func dedupToken(_ log: String) -> String {
    LogFrame.first(in: log).prefix(3).map(\.function).joined(separator: "--")
  }

  /// Single linkage: groups merge when two of their members are similar.
  private static func clusterFuzzGroups(_ logs: [String]) -> [String] {
    let states = logs.map(ClusterFuzzState.init)
    let unique = Array(Set(states))
    var group = Array(unique.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while group[index] != index { index = group[index] }
      return index
    }
    for i in unique.indices {
      for j in unique.indices where j > i && root(i) != root(j) {
        if unique[i].isSimilar(to: unique[j]) { group[root(j)] = root(i) }
      }
    }
    var number: [ClusterFuzzState: Int] = [:]
    for (index, state) in unique.enumerated() { number[state] = root(index) }
    return states.map { "\(number[$0] ?? -1)" }
  }
}
