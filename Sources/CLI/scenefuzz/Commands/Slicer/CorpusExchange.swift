import Foundation
import FuzzBuilds
import FuzzTargets
import Minimization
import ProcessSupport

/// Inputs of the real reader to the working corpora of the model.
///
/// `slicer fuzz` leaves a selection of its corpora in a private folder for each target that reads
/// the same format. Each is minimized together with the working corpus of the target, so that only
/// inputs with new coverage of the model stay there.
struct CorpusExchange {
  let root: RepositoryRoot
  let stop: StopSignal
  /// Receives lines of progress.
  let say: @Sendable (String) -> Void

  private static let selections = "private/slicer/exchange"
  private static let plan = BuildPlan(.address, .release)

  /// Names of the targets with a selection newer than `start`.
  func targets(since start: Date) -> [String] {
    let folder = root.path(Self.selections)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().filter { name in
      // The sample reader belongs to no target.
      guard Catalog[name] != nil else { return false }
      let values = try? URL(fileURLWithPath: "\(folder)/\(name)")
        .resourceValues(forKeys: [.contentModificationDateKey])
      return (values?.contentModificationDate ?? .distantPast) >= start
    }
  }

  /// Adds the selections to the working corpora. Builds the targets where they are out of date,
  /// which takes minutes the first time. Returns the number of inputs that the corpora gained.
  func run(_ names: [String]) async throws(RunFailure) -> Int {
    guard !names.isEmpty else { return 0 }
    let toolchain = try await Toolchain.locate()
    let targets = try Self.plan.targets(names)
    let programs = try await Builder(root: root, toolchain: toolchain)
      .build(Self.plan, products: targets.map { "fuzz-" + $0.name })
    let addition = CorpusAddition(root: root, toolchain: toolchain, stop: stop)
    var gained = 0
    for (target, program) in zip(targets, programs) where !stop.isRaised {
      let counts = try await addition.add(
        root.path("\(Self.selections)/\(target.name)"), to: target.name, program: program)
      gained += counts.gained
      say("\(target.name): \(counts.before) inputs, \(counts.after) kept for the model's coverage")
    }
    return gained
  }
}
