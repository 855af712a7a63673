import Foundation

/// CASR's stack: filtered frames without repeats, compared by file, line and column, else by module
/// and offset.
struct CASRStack: Hashable {
  let places: [String]

  init(_ log: String) {
    var frames = LogFrame.first(in: log)
    if let stop = frames.firstIndex(where: { $0.function == "LLVMFuzzerTestOneInput" }) {
      frames = Array(frames[...stop])
    }
    var out: [String] = []
    for frame in frames where !IgnoredFrames.contains(frame) {
      out.append(frame.place.isEmpty ? frame.module : frame.place)
      var length = 1
      while length * 2 <= out.count {
        if out.suffix(length) == out.dropLast(length).suffix(length) {
          out.removeLast(length)
          length = 0
        }
        length += 1
      }
    }
    places = out
  }

  /// The place of the innermost frame.
  var crashLine: String { places.first ?? "" }

  /// Position-dependent alignment like ReBucket's: 1 for equal stacks.
  func similarity(to other: CASRStack) -> Double {
    let shorter = min(places.count, other.places.count)
    guard shorter > 0 else { return places.count == other.places.count ? 1 : 0 }
    var row = [Double](repeating: 0, count: other.places.count + 1)
    for (i, place) in places.enumerated() {
      var diagonal = 0.0
      for (j, candidate) in other.places.enumerated() {
        let above = row[j + 1]
        let match =
          place == candidate
          ? diagonal + exp(-(0.04 * Double(min(i, j)) + 0.13 * Double(abs(i - j)))) : 0
        row[j + 1] = max(above, row[j], match)
        diagonal = above
      }
    }
    let whole = (0..<shorter).reduce(0) { $0 + exp(-0.04 * Double($1)) }
    return row[other.places.count] / whole
  }

  /// The cluster of each stack: complete linkage while the distance is below 0.3.
  static func clusters(_ stacks: [CASRStack]) -> [Int] {
    let unique = Array(Set(stacks)).sorted { $0.places.lexicographicallyPrecedes($1.places) }
    var distance = unique.map { one in unique.map { 1 - one.similarity(to: $0) } }
    var members = unique.indices.map { [$0] }
    while true {
      var best = (distance: 0.3, first: -1, second: -1)
      for i in members.indices where !members[i].isEmpty {
        for j in members.indices where j > i && !members[j].isEmpty {
          if distance[i][j] < best.distance { best = (distance[i][j], i, j) }
        }
      }
      guard best.first >= 0 else { break }
      members[best.first] += members[best.second]
      members[best.second] = []
      for k in members.indices {
        let farther = max(distance[best.first][k], distance[best.second][k])
        distance[best.first][k] = farther
        distance[k][best.first] = farther
      }
    }
    var cluster: [CASRStack: Int] = [:]
    for (number, list) in members.enumerated() {
      for item in list { cluster[unique[item]] = number }
    }
    return stacks.map { cluster[$0] ?? -1 }
  }
}
