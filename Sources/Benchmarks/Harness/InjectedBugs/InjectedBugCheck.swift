import Foundation
import FuzzBuilds
import FuzzSession
import FuzzTargets
package import ProcessSupport

/// Shows that the injected bugs are what they must be: the patches apply, the copy compiles, each witness triggers its
/// bug, and no committed seed triggers any.
package struct InjectedBugCheck: Sendable {
  /// What was seen of one bug.
  package struct Row: Codable, Equatable, Sendable {
    /// Name of the bug.
    package let bug: String
    /// Whether its witness comes to the place of the bug.
    package let witnessReaches: Bool
    /// Whether its witness meets the harmful condition there.
    package let witnessTriggers: Bool
    /// Targets whose seeds or grown inputs trigger it.
    package let triggeredBySeedsOf: [String]

    /// Whether the bug is what it must be.
    package var holds: Bool { witnessReaches && witnessTriggers && triggeredBySeedsOf.isEmpty }

    /// What is wrong, or `ok`.
    package var verdict: String {
      if !witnessReaches { return "the witness does not reach it" }
      if !witnessTriggers { return "the witness reaches it and does not trigger it" }
      if !triggeredBySeedsOf.isEmpty {
        return "committed seeds trigger it: \(triggeredBySeedsOf.joined(separator: ", "))"
      }
      return "ok"
    }
  }

  let root: RepositoryRoot
  let toolchain: Toolchain
  let set: InjectedBugSet
  /// The build for the check: unoptimized, since nothing is measured and it compiles sooner.
  static let plan = BuildPlan(.fuzzer, .debug)

  /// A check of the bugs of `set` in a copy of the checkout.
  package init(root: RepositoryRoot, toolchain: Toolchain, set: InjectedBugSet) {
    self.root = root
    self.toolchain = toolchain
    self.set = set
  }

  /// Makes the copy, builds it and runs every witness and every committed seed.
  ///
  /// A patch that does not apply or a copy that does not compile is an error; what an input does is a row.
  package func run(
    stop: StopSignal, onStep: @Sendable (String) -> Void
  ) async throws(RunFailure) -> [Row] {
    onStep("applying \(set.bugs.count) patches to a copy of the sources")
    let copy = try await PatchedCopy(of: root, with: set)
    defer { copy.remove() }
    onStep("building the copy")
    let names = set.targets.map(\.name)
    let built = try await copy.build(
      Self.plan, targets: names, toolchain: toolchain, stop: stop)
    let programs = Dictionary(uniqueKeysWithValues: zip(names, built))
    onStep("running witnesses and committed seeds")
    let seeds = try await seedSightings(programs, stop)
    var rows: [Row] = []
    for bug in set.bugs {
      guard let target = bug.targets.first, let program = programs[target] else { continue }
      let seen = try await sightings([try set.witness(of: bug)], program, stop)[bug.number]
      rows.append(
        Row(
          bug: bug.name, witnessReaches: seen.reached != nil,
          witnessTriggers: seen.triggered != nil,
          triggeredBySeedsOf: names.filter { seeds[$0]?[bug.number].triggered != nil }))
    }
    return rows
  }

  private func seedSightings(
    _ programs: [String: String], _ stop: StopSignal
  ) async throws(RunFailure) -> [String: CanaryFile.Sightings] {
    var all: [String: CanaryFile.Sightings] = [:]
    for (target, program) in programs {
      let files = InputFiles.below(root.path("corpus/\(target)/seeds"))
      all[target] = try await sightings(files, program, stop)
    }
    return all
  }

  /// Runs `files` one after the other in one process.
  private func sightings(
    _ files: [String], _ program: String, _ stop: StopSignal
  ) async throws(RunFailure) -> CanaryFile.Sightings {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let canaries = try CanaryFile(creating: folder.path + "/canaries")
    let environment = ChildEnvironment.sanitized(
      ProcessInfo.processInfo.environment, symbolizer: try toolchain.tool("llvm-symbolizer"))
    var child = ChildProcess(
      executable: program, arguments: files,
      environment: environment.merging(canaries.environment) { $1 },
      timeLimit: .seconds(300))
    child.stop = stop
    let outcome = try await child.run()
    if stop.isRaised { throw .environment("stopped", "run it again; nothing was lost") }
    guard outcome.status.isSuccess else {
      throw .environment(
        "\(InputFiles.lastComponent(program)) of the patched copy fails on committed seeds or a witness:\n"
          + "\(outcome.output.suffix(2_000))",
        "a injected bug must go on rightly after it told the canary")
    }
    let seen = canaries.read()
    guard seen.hasStarted else {
      throw .environment("\(program) writes no canaries", "check benchmarks/bugs/manifest.patch")
    }
    return seen
  }
}
