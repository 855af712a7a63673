import LibXML2Oracle
import SceneModel

/// Reads scenes into the model, alternating with libxml2 walking the same bytes.
package struct SceneBenchmark: Sendable {
  /// Size of the generated scene in bytes.
  package var size = 20_000_000
  /// A scene of the user to measure as well.
  package var real: [UInt8]?
  /// Rounds of each row; the result is their median.
  package var runs = 7

  /// The generated scene of 20 MB, seven rounds.
  package init() {}

  /// The generated scene.
  package var generated: [UInt8] { GeneratedScene(size: size).bytes }

  /// Measures row after row and passes each one on at once.
  package func run(_ report: (BenchmarkRow) -> Void) {
    let scene = generated
    let model = Self.model(scene, "generated", runs)
    report(model)
    if let memory = Self.memory(model, scene.count) { report(memory) }
    if let real { report(Self.model(real, "real", runs)) }
    report(Self.values(scene, runs))
  }

  private static func model(_ bytes: [UInt8], _ name: String, _ runs: Int) -> BenchmarkRow {
    .throughput(
      "model-\(name)", bytes: bytes.count, runs: runs, peerName: "libxml2 \(LibXML2.version) SAX2",
      ours: { _ = try? Scene(reading: bytes.span) },
      peer: { _ = LibXML2.countEvents(bytes) })
  }

  /// Peak memory of reading, compared with twice the input.
  private static func memory(_ model: BenchmarkRow, _ size: Int) -> BenchmarkRow? {
    guard let peak = model.peakBytes, peak > 0 else { return nil }
    return .comparison(
      "memory-generated", ours: Double(peak) / 1e6, peer: 2 * Double(size) / 1e6, unit: "MB",
      peerName: "twice the input", runs: 1, isBetterWhenLess: true)
  }

  /// Reading, and decoding every value of every node.
  private static func values(_ bytes: [UInt8], _ runs: Int) -> BenchmarkRow {
    .throughput(
      "values-generated", bytes: bytes.count, runs: min(runs, 3),
      ours: {
        guard let scene = try? Scene(reading: bytes.span) else { return }
        var count = 0
        for node in scene.allNodes { count += node.values.count }
        precondition(count > 0)
      })
  }

  /// Median seconds of one reading over `runs`.
  package func seconds(_ bytes: [UInt8]) -> Double {
    let times = (0..<max(runs, 1)).map { _ in
      BenchmarkRow.seconds { _ = try? Scene(reading: bytes.span) }
    }
    return BenchmarkRow.median(times)
  }
}
