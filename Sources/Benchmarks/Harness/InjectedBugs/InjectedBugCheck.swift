import Foundation
import FuzzBuilds
import FuzzSession
import FuzzTargets
package import ProcessSupport

/// Verifies the injected bugs: the patches apply, the copy compiles, each witness triggers its bug,
/// and no committed seed triggers any.
package struct InjectedBugCheck: Sendable {
  /// Result for one bug.
  package struct Row: Codable, Equatable, Sendable {
    package let bug: String
    /// Whether the witness reaches the place of the bug; nil for a bug from outside that has none.
    package let witnessReaches: Bool?
    /// Whether the witness meets the trigger condition.
    package let witnessTriggers: Bool?
    /// Targets of the bug in which a seed of any target triggers it.
    package let triggeredBySeedsIn: [String]

    package var holds: Bool {
      witnessReaches != false && witnessTriggers != false && triggeredBySeedsIn.isEmpty
    }

    /// The problem, or `ok`.
    package var verdict: String {
      if witnessReaches == false { return "the witness does not reach it" }
      if witnessTriggers == false { return "the witness reaches it and does not trigger it" }
      if !triggeredBySeedsIn.isEmpty {
        return "committed seeds trigger it, in \(triggeredBySeedsIn.joined(separator: ", "))"
      }
      return witnessReaches == nil ? "no witness" : "ok"
    }
  }

  let root: RepositoryRoot
  let toolchain: Toolchain
  let set: InjectedBugSet
  /// Whether the copy and its build are kept for the next check.
  package var keepsCopy = false
  /// Unoptimized, since it compiles faster and nothing is measured.
  static let plan = BuildPlan(.fuzzer, .debug)

  /// - Parameter set: the bugs, applied to a copy of the checkout.
  package init(root: RepositoryRoot, toolchain: Toolchain, set: InjectedBugSet) {
    self.root = root
    self.toolchain = toolchain
    self.set = set
  }

  /// Makes and builds the copy, and runs every witness and every committed seed.
  ///
  /// Throws when a patch does not apply or the copy does not compile; the behaviour of inputs is
  /// reported in rows.
  package func run(
    stop: StopSignal, onStep: @Sendable (String) -> Void
  ) async throws(RunFailure) -> [Row] {
    onStep("applying \(set.patches.count - 1) patches to a copy of the sources")
    let copy = try await PatchedCopy(of: root, with: set, isKept: keepsCopy)
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
      var seen: BugTrial.Sighting?
      if let witness = try set.witness(of: bug) {
        seen = try await sightings([witness], program, stop)[bug.number]
      }
      rows.append(
        Row(
          bug: bug.name, witnessReaches: seen.map { $0.reached != nil },
          witnessTriggers: seen.map { $0.triggered != nil },
          triggeredBySeedsIn: bug.targets.filter { seeds[$0]?[bug.number].triggered != nil }))
    }
    return rows
  }

  private func seedSightings(
    _ programs: [String: String], _ stop: StopSignal
  ) async throws(RunFailure) -> [String: CanaryFile.Sightings] {
    var all: [String: CanaryFile.Sightings] = [:]
    // A session may copy the inputs of any target to any other.
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: root.path("corpus"))) ?? []
    let files = folders.sorted().flatMap { InputFiles.below(root.path("corpus/\($0)/seeds")) }
    for (target, program) in programs {
      all[target] = try await sightings(files, program, stop)
    }
    return all
  }

  /// Runs `files` in one process, one after the other.
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
    if stop.isRaised { throw .environment("stopped", "run the command again") }
    guard outcome.status.isSuccess else {
      throw .environment(
        "\(InputFiles.lastComponent(program)) of the patched copy fails on committed seeds or a witness:\n"
          + "\(outcome.output.suffix(2_000))",
        "an injected bug must not crash after it has recorded its canary")
    }
    let seen = canaries.read()
    guard seen.hasStarted else {
      throw .environment("\(program) writes no canaries", "check benchmarks/bugs/manifest.patch")
    }
    return seen
  }
}
