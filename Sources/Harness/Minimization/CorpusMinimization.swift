import Corpus
package import Foundation
import FuzzBuilds
package import ProcessSupport
package import SetCover

/// Reduces a corpus to a provably minimal set without losing a feature.
///
/// The target reports the features, and the exact solver selects the inputs. Seeds count as kept
/// and are never changed. The selection is run again as a later minimization would run it. A
/// feature that does not recur in its input is looked for in other inputs, and counts as unstable
/// when none has it. An input that turns out to be redundant is dropped, so that a second
/// minimization changes nothing. Only then is the corpus replaced, by rename.
package struct CorpusMinimization: Sendable {
  /// The toolchain, whose symbolizer the children use.
  package let toolchain: Toolchain
  /// Path of the built entry point.
  package let program: String
  /// Folder of the corpus; need not exist.
  package let folder: URL
  /// Folder of the seeds, which is only read.
  package let seeds: URL
  /// Folders of inputs to merge.
  package var added: [URL] = []
  /// Folder for inputs that crash, hang or exhaust memory.
  package let quarantine: URL
  /// Whether to try quarantined inputs again. False when they may have failed in another build.
  package var retriesQuarantine = true
  /// What to minimize.
  package var objective = CorpusObjective.count
  /// Whether features include bucketed hit counts, or only edges.
  package var countsHits = true
  /// Names of inputs to keep in any case.
  package var protected: Set<String> = []
  /// Whether to change nothing.
  package var isDryRun = false
  /// Time limit of the children for one run over the inputs.
  package var timeLimit: Duration = .seconds(3600)
  /// Time limit of the solver; afterwards the best selection so far is used, with its proven bound.
  package var solvingLimit: Duration = .seconds(60)
  /// Stops the minimization and leaves the corpus unchanged.
  package var stop: StopSignal?
  /// Receives progress messages.
  package var say: @Sendable (String) -> Void = { _ in }

  /// Minimizes the number of files, with limits of an hour per run and a minute for the solver.
  package init(toolchain: Toolchain, program: String, folder: URL, seeds: URL, quarantine: URL) {
    self.toolchain = toolchain
    self.program = program
    self.folder = folder
    self.seeds = seeds
    self.quarantine = quarantine
  }

  package struct Result: Sendable {
    /// Inputs before, including merged ones, without seeds.
    package var filesBefore = 0
    /// Inputs after, without seeds.
    package var filesAfter = 0
    /// Bytes before.
    package var bytesBefore = 0
    /// Bytes after.
    package var bytesAfter = 0
    /// Distinct stable features of seeds and corpus together.
    package var featuresBefore = 0
    /// Distinct features afterwards; checked to be no fewer.
    package var featuresAfter = 0
    /// Features that did not recur, as libFuzzer numbers them in this build.
    package var unstable: [UInt32] = []
    /// Weight of the kept inputs in the objective, without seeds.
    package var weight = 0
    /// Proven minimum weight of any selection without loss.
    package var lowerBound = 0
    /// Names of the kept inputs.
    package var kept: [String] = []
    /// Names of the quarantined inputs, in quarantine.
    package var quarantined: [String] = []
    /// Names of quarantined inputs that no longer fail.
    package var released: [String] = []
    /// Seconds to run all inputs before, including seeds.
    package var replayBefore = 0.0
    /// Seconds to run the kept inputs, including seeds.
    package var replayAfter = 0.0
    /// Part of `elapsed` for the solver.
    package var solving = Duration.zero
    /// Part of `elapsed` for confirming the selection.
    package var confirming = Duration.zero
    /// Wall-clock time.
    package var elapsed = Duration.zero

    /// Whether the selection is proven to be minimal.
    package var isOptimal: Bool { weight == lowerBound }
  }

  /// Maximum rounds of selecting and confirming.
  private static let maximumRounds = 8

  /// Minimizes the corpus and, unless `isDryRun`, replaces it at the end. Throws when the corpus is
  /// empty, when children fail, or when stopped; the corpus is then unchanged.
  package func run() async throws -> Result {
    let clock = ContinuousClock()
    let start = clock.now
    try Corpus(folder: folder).recover()
    let inputs = try CorpusInputs(
      corpus: folder, seeds: seeds, added: added, quarantine: quarantine,
      retries: retriesQuarantine, protected: protected)
    guard !inputs.all.isEmpty else {
      throw RunFailure.usage(
        "there are no inputs in \(folder.path)", "run a session first, or name inputs with --add")
    }
    var result = Result()
    let own = inputs.all.indices.filter { inputs.all[$0].role != .seed }
    result.filesBefore = own.count
    result.bytesBefore = own.reduce(0) { $0 + inputs.all[$1].size }
    say("collecting features of \(inputs.all.count) inputs …")
    var collection = FeatureCollection(toolchain: toolchain, program: program)
    collection.countsHits = countsHits
    collection.timeLimit = timeLimit
    collection.stop = stop
    let all = try await collection.run(inputs.all.map { .init(path: $0.url.path, size: $0.size) })
    result.replayBefore = all.seconds
    let dead = Set(own.filter { all.features.inputs[$0].isDead })
    guard inputs.all.count > dead.count else {
      throw RunFailure.environment(
        "every input of \(folder.path) fails, so nothing is changed",
        "replay the inputs with '\(CommandWords.command("replay"))'")
    }
    result.quarantined = dead.map { inputs.all[$0].digest }.sorted()
    result.released = own.filter { inputs.all[$0].role == .quarantined && !dead.contains($0) }
      .map { inputs.all[$0].name }.sorted()
    var times: [Int]?
    if objective.needsTimes {
      times = try await InputTiming(collection: collection).microseconds(
        inputs.all.indices.map { dead.contains($0) ? nil : inputs.all[$0].url.path })
    }
    let confirming = clock.now
    let kept = try await settle(inputs, all.features, times, collection, &result)
    result.confirming = clock.now - confirming - result.solving
    result.kept = kept.map { inputs.all[$0].name }.sorted()
    result.filesAfter = kept.count
    result.bytesAfter = kept.reduce(0) { $0 + inputs.all[$1].size }
    if !isDryRun { try inputs.store(kept: kept, dead: dead, in: folder, quarantine: quarantine) }
    result.elapsed = clock.now - start
    return result
  }

  /// Selects and confirms until the selection reproduces its features and cannot be reduced.
  private func settle(
    _ inputs: CorpusInputs, _ features: MergeControlFile, _ times: [Int]?,
    _ collection: FeatureCollection, _ result: inout Result
  ) async throws -> [Int] {
    let seeds = inputs.all.indices.filter { inputs.all[$0].role == .seed }
    let before = features.distinctFeatures
    var table = features
    var unstable: Set<UInt32> = []
    for round in 0..<Self.maximumRounds {
      let selection = try await solve(inputs, table, times, &result)
      let kept = selection.keptInputs.filter { inputs.all[$0].role != .seed }
      say("confirming the \(kept.count) selected inputs …")
      let order = (seeds + kept).sorted()
      let again = try await collection.run(
        order.map { .init(path: inputs.all[$0].url.path, size: inputs.all[$0].size) })
      result.replayAfter = again.seconds
      let shown = again.features.distinctFeatures
      let missing = table.distinctFeatures.subtracting(shown)
      // A later run will see the features of the selected inputs as they are now.
      let smaller = try selects(fewerThan: kept.count, of: order, again.features, inputs, times)
      if (missing.isEmpty && !smaller) || round + 1 == Self.maximumRounds {
        unstable.formUnion(missing)
        result.unstable = unstable.sorted()
        result.featuresBefore = before.subtracting(unstable).count
        result.featuresAfter = before.subtracting(unstable).intersection(shown).count
        return kept
      }
      let isKept = Set(order)
      if missing.isEmpty {
        // A smaller selection exists among the selected inputs: continue with these only.
        let place = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
        let bare = table.filtered(keeping: { _ in true }, losing: { _, _ in true })
        table = MergeControlFile()
        for index in inputs.all.indices {
          if let place = place[index] {
            table.append(place, of: again.features)
          } else {
            table.append(index, of: bare)
          }
        }
      } else {
        table = table.filtered(
          keeping: { _ in true },
          losing: { isKept.contains($0) && missing.contains($1) })
        unstable.formUnion(missing.subtracting(table.distinctFeatures))
      }
    }
    return []
  }

  /// Whether the features of the confirmation run can be covered by fewer of the selected inputs.
  private func selects(
    fewerThan count: Int, of order: [Int], _ features: MergeControlFile, _ inputs: CorpusInputs,
    _ times: [Int]?
  ) throws -> Bool {
    let selection = try CorpusSelection.solve(
      features, objective: objective, isProtected: inputs.isProtected,
      microseconds: times.map { times in order.map { times[$0] } })
    return selection.keptInputs.count(where: { inputs.all[order[$0]].role != .seed }) < count
  }

  private func solve(
    _ inputs: CorpusInputs, _ table: MergeControlFile, _ times: [Int]?, _ result: inout Result
  ) async throws -> CorpusSelection {
    let start = ContinuousClock.now
    let (end, stop) = (start + solvingLimit, stop)
    let selection = try CorpusSelection.solve(
      table, objective: objective, isProtected: inputs.isProtected, microseconds: times,
      stop: { ContinuousClock.now >= end || stop?.isRaised == true })
    result.solving += ContinuousClock.now - start
    let seeds = inputs.all.indices.filter {
      inputs.all[$0].role == .seed && table.inputs[$0].outcome == .measured
    }
    let weight = seeds.reduce(0) { sum, index in
      let (size, time) = (table.inputs[index].size, times?[index] ?? 0)
      switch objective {
      case .count: return sum + 1
      case .bytes: return sum + size
      case .time: return sum + time
      case .bytesTime: return sum + size * time
      }
    }
    result.weight = selection.weight - weight
    result.lowerBound = selection.lowerBound - weight
    return selection
  }
}
