import Corpus
package import Foundation
import FuzzBuilds
package import ProcessSupport
package import SetCover

/// Makes a corpus as small as it can provably be without losing a feature.
///
/// The features come from the target itself, the selection from the exact solver. Seeds count as kept and are never
/// touched. What was selected is run again as a later minimization would run it: a feature that does not come again
/// from the input that should have it is looked for in others, and where none has it, it is called unstable and left
/// out; an input that turns out not to be needed goes too, so that a second minimization changes nothing. Only then is
/// the corpus replaced, by rename.
package struct CorpusMinimization: Sendable {
  /// The toolchain, whose symbolizer the children use.
  package let toolchain: Toolchain
  /// A built entry point.
  package let program: String
  /// The corpus; need not exist.
  package let folder: URL
  /// Folder of the committed inputs, which are only read.
  package let seeds: URL
  /// Folders of inputs to merge in.
  package var added: [URL] = []
  /// Where inputs go that crash, hang or exhaust memory.
  package let quarantine: URL
  /// Whether those that are in it are tried again. Not where they may have failed in another build.
  package var retriesQuarantine = true
  /// What the corpus becomes smallest in.
  package var objective = CorpusObjective.count
  /// Whether a feature tells how often an edge was taken, or only that it was.
  package var countsHits = true
  /// Names of inputs that are kept whatever they reach.
  package var protected: Set<String> = []
  /// Whether to leave everything as it is.
  package var isDryRun = false
  /// For the children of one run over the inputs.
  package var timeLimit: Duration = .seconds(3600)
  /// For the solver; after it the best selection so far is taken, with the proven bound.
  package var solvingLimit: Duration = .seconds(60)
  /// Ends it early, with the corpus as it was.
  package var stop: StopSignal?
  /// Told what is being done.
  package var say: @Sendable (String) -> Void = { _ in }

  /// A minimization of the files' number, within an hour for a run and a minute for the solver.
  package init(toolchain: Toolchain, program: String, folder: URL, seeds: URL, quarantine: URL) {
    self.toolchain = toolchain
    self.program = program
    self.folder = folder
    self.seeds = seeds
    self.quarantine = quarantine
  }

  /// What minimizing came to.
  package struct Result: Sendable {
    /// Inputs of the corpus before, those merged in included, seeds apart.
    package var filesBefore = 0
    /// Inputs of the corpus after.
    package var filesAfter = 0
    /// Bytes of the inputs before.
    package var bytesBefore = 0
    /// Bytes of the inputs after.
    package var bytesAfter = 0
    /// Distinct features of seeds and corpus together, without the unstable ones.
    package var featuresBefore = 0
    /// The same after: fewer only if something is lost, which is checked.
    package var featuresAfter = 0
    /// Features that did not come again, as libFuzzer numbers them in this build.
    package var unstable: [UInt32] = []
    /// What the kept inputs weigh in the objective, the seeds apart.
    package var weight = 0
    /// Proven: no selection without a loss weighs less.
    package var lowerBound = 0
    /// Names of the inputs that are kept.
    package var kept: [String] = []
    /// The names that they have in quarantine.
    package var quarantined: [String] = []
    /// Of the quarantine, those that no longer fail.
    package var released: [String] = []
    /// Seconds that running all inputs takes, and then those that are left, the seeds in both.
    package var replayBefore = 0.0
    /// Seconds that running what is left takes, seeds included.
    package var replayAfter = 0.0
    /// The solver's part of `elapsed`.
    package var solving = Duration.zero
    /// The part of `elapsed` for running again what was selected.
    package var confirming = Duration.zero
    /// Wall clock of it all.
    package var elapsed = Duration.zero

    /// Whether the selection is proven to be the smallest.
    package var isOptimal: Bool { weight == lowerBound }
  }

  /// Rounds of selecting and running again.
  private static let maximumRounds = 8

  /// Minimizes, and replaces the corpus only at the end, unless `isDryRun`. Throws when there is nothing to minimize,
  /// when children fail, or when it was stopped; the corpus is then as it was.
  package func run() async throws -> Result {
    let clock = ContinuousClock()
    let start = clock.now
    try Corpus(folder: folder).recover()
    let inputs = try CorpusInputs(
      corpus: folder, seeds: seeds, added: added, quarantine: quarantine,
      retries: retriesQuarantine, protected: protected)
    guard !inputs.all.isEmpty else {
      throw RunFailure.usage(
        "there is nothing in \(folder.path)", "run a session first, or name inputs with --add")
    }
    var result = Result()
    let own = inputs.all.indices.filter { inputs.all[$0].role != .seed }
    result.filesBefore = own.count
    result.bytesBefore = own.reduce(0) { $0 + inputs.all[$1].size }
    say("running \(inputs.all.count) inputs for their features …")
    var collection = FeatureCollection(toolchain: toolchain, program: program)
    collection.countsHits = countsHits
    collection.timeLimit = timeLimit
    collection.stop = stop
    let all = try await collection.run(inputs.all.map { .init(path: $0.url.path, size: $0.size) })
    result.replayBefore = all.seconds
    let dead = Set(own.filter { all.features.inputs[$0].isDead })
    guard inputs.all.count > dead.count else {
      throw RunFailure.environment(
        "every input of \(folder.path) fails, so it stays as it is",
        "see what '\(CommandWords.command("replay"))' says of its inputs")
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

  /// Selects and runs again until the selection shows what it should and cannot be made smaller.
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
      say("running the \(kept.count) that were selected once more …")
      let order = (seeds + kept).sorted()
      let again = try await collection.run(
        order.map { .init(path: inputs.all[$0].url.path, size: inputs.all[$0].size) })
      result.replayAfter = again.seconds
      let shown = again.features.distinctFeatures
      let missing = table.distinctFeatures.subtracting(shown)
      // What the selected ones reach now is what a later run will see of them.
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
        // A smaller selection exists among the selected: go on with these alone.
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

  /// Whether the features that the selected inputs showed the second time need fewer of them.
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
