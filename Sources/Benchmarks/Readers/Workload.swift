import LibXML2Oracle
import XMLReading

/// A workload whose instructions are counted from outside, in a process that does nothing else.
package struct Workload: Sendable {
  /// Stable name: that of the row in the baseline.
  package let name: String
  /// Default sizes of the scenes, in megabytes.
  package let sizes: [Int]
  private let pass: @Sendable ([UInt8]) -> Int

  /// Runs the work `passes` times on one scene and returns the count of the last pass.
  package func run(on bytes: [UInt8], passes: Int) -> Int {
    var counted = 0
    for _ in 0..<passes { counted = pass(bytes) }
    return counted
  }

  /// Every workload, in the order of the baseline.
  package static let all: [Workload] = [
    Workload(name: "events", sizes: [1, 20]) {
      XMLBenchmark.events($0, piece: XMLBenchmark.window, .standard)
    },
    Workload(name: "pieces", sizes: [20]) { XMLBenchmark.events($0, piece: 4_096, .standard) },
    Workload(name: "document", sizes: [1, 20]) {
      (try? XMLDocument(reading: $0.span))?.eventCount ?? 0
    },
    Workload(name: "libxml2-events", sizes: [20]) { LibXML2.countEvents($0) ?? 0 },
  ]

  /// The workload of that exact name; nil when there is none.
  package static subscript(name name: String) -> Workload? { all.first { $0.name == name } }
}
