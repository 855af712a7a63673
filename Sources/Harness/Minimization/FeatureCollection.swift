import Corpus
import Foundation
import FuzzBuilds
package import ProcessSupport
package import SetCover

/// Collects the features of inputs in libFuzzer's own child processes.
///
/// A child records each input it starts and the features reached (`-merge_inner=2`). When it dies,
/// the next child continues after the input that ended it. Each lane runs one child at a time over
/// its share of the inputs; nothing is copied and no shell sees a path.
package struct FeatureCollection: Sendable {
  let toolchain: Toolchain
  let program: String
  /// Whether features include bucketed hit counts, or only edges.
  var countsHits = true
  var lanes = ProcessInfo.processInfo.activeProcessorCount
  /// Time limit for all children together.
  var timeLimit: Duration = .seconds(3600)
  var stop: StopSignal?

  package init(
    toolchain: Toolchain,
    program: String,
    countsHits: Bool = true,
    lanes: Int = ProcessInfo.processInfo.activeProcessorCount,
    timeLimit: Duration = .seconds(3600),
    stop: StopSignal? = nil
  ) {
    self.toolchain = toolchain
    self.program = program
    self.countsHits = countsHits
    self.lanes = lanes
    self.timeLimit = timeLimit
    self.stop = stop
  }

  package struct Input: Sendable {
    let path: String
    let size: Int

    package init(
      path: String,
      size: Int
    ) {
      self.path = path
      self.size = size
    }
  }

  package struct Outcome: Sendable {
    /// Features by input, in the given order.
    package var features: MergeControlFile
    /// Sum of the children's run times in seconds.
    var seconds = 0.0
  }

  /// Collects the features of `inputs`. An input that ends its child is tried once more alone
  /// before it counts as failing, since the memory of a child grows with each input.
  package func run(_ inputs: [Input]) async throws -> Outcome {
    var shares = [[Int]](repeating: [], count: max(1, min(lanes, inputs.count)))
    for index in inputs.indices { shares[index % shares.count].append(index) }
    var slots = [(file: MergeControlFile, input: Int)?](repeating: nil, count: inputs.count)
    var seconds = 0.0
    try await withThrowingTaskGroup(of: ([Int], Outcome).self) { group in
      for share in shares where !share.isEmpty {
        group.addTask { (share, try await runShare(share.map { inputs[$0] })) }
      }
      for try await (share, outcome) in group {
        seconds += outcome.seconds
        for (place, index) in share.enumerated() { slots[index] = (outcome.features, place) }
      }
    }
    for index in inputs.indices where slots[index].map({ $0.file.inputs[$0.input].isDead }) ?? false
    {
      let alone = try await runShare([inputs[index]])
      seconds += alone.seconds
      slots[index] = (alone.features, 0)
    }
    var whole = MergeControlFile()
    for slot in slots {
      guard let slot else { continue }
      whole.append(slot.input, of: slot.file)
    }
    return Outcome(features: whole, seconds: seconds)
  }

  /// Runs one lane. The first input runs twice and only the second run counts, so that one-time
  /// initialization is not attributed to it.
  private func runShare(_ inputs: [Input]) async throws -> Outcome {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let control = folder.path + "/control"
    let names = [inputs[0]] + inputs
    guard let head = MergeControlFile.head(names: names.map { Array($0.path.utf8) }) else {
      throw RunFailure.usage(
        "a file name of the corpus contains a line feed", "rename it, or add the folder with --add")
    }
    try WorkFolder.write(head, to: control)
    let environment = ChildEnvironment.sanitized(
      ProcessInfo.processInfo.environment, symbolizer: try toolchain.tool("llvm-symbolizer")
    ).mapValues { $0.replacing("symbolize=1", with: "symbolize=0") }
    var outcome = Outcome(features: MergeControlFile())
    var started = 0
    let end = ContinuousClock.now + timeLimit
    while true {
      var child = ChildProcess(
        executable: program,
        arguments: [
          "-merge_inner=2", "-merge_control_file=\(control)", "-timeout=10", "-rss_limit_mb=2048",
          "-max_len=\(max(1 << 20, inputs.map(\.size).max() ?? 0))", "-detect_leaks=0",
          "-use_counters=\(countsHits ? 1 : 0)", "-artifact_prefix=\(folder.path)/",
        ],
        environment: environment, directory: folder.path,
        timeLimit: max(end - ContinuousClock.now, .seconds(1)))
      child.stop = stop
      let result = try await child.run()
      outcome.seconds += Double(result.elapsed / .seconds(1))
      if stop?.isRaised == true || result.timedOut {
        throw RunFailure.environment(
          result.timedOut ? "the minimization reached its time limit" : "stopped",
          "the corpus is unchanged; run the command again")
      }
      let bytes = try FileReplacement.read(URL(fileURLWithPath: control))
      let file = try MergeControlFile(reading: bytes.span)
      let known = file.inputs.count { $0.outcome != .notRun }
      if known == names.count {
        outcome.features = file.filtered(keeping: { $0 > 0 })
        return outcome
      }
      guard known > started else {
        throw RunFailure.environment(
          "the entry point ran none of the inputs: "
            + (result.output.split(separator: "\n").last.map(String.init) ?? "no output"),
          "run '\(CommandWords.command("doctor"))'")
      }
      started = known
    }
  }
}

extension MergeControlFile.Input {
  var isDead: Bool { outcome == .died || outcome == .unfinished }
}
