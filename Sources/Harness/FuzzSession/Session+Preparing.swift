import Foundation
package import FuzzBuilds
import FuzzTargets
package import ProcessSupport

extension Session {
  /// Builds the entry points as `plan` says and, when this very build has not been proved yet, proves it.
  package func build(_ plan: BuildPlan, stop: StopSignal) async throws(RunFailure) -> ReadyBuild {
    display.say("building \(plan.name) …")
    var builder = Builder(root: root, toolchain: toolchain)
    builder.stop = stop
    let products = options.targets.map { "fuzz-" + $0.name }
    var programs = try await builder.build(plan, products: products + [Doctor.product])
    let selfTest = programs.removeLast()
    let proof = Proof(root: root, plan: plan)
    if !proof.holds(for: selfTest) {
      display.say("proving that the \(plan.name) build sees what it must see …")
      var report = DoctorReport(toolchain: toolchain)
      report.rows = try await Doctor(builder: builder).prove(plan, program: selfTest)
      guard report.isHealthy else {
        throw .environment(
          "the \(plan.name) build does not see all it must see:\n\(report.table)\n",
          "run '\(CommandWords.command("doctor", plan: plan))' for more; what was found is safe")
      }
      proof.record(for: selfTest)
    }
    return ReadyBuild(plan: plan, programs: programs)
  }

  /// Makes the builds that check, one after the other. Without one of them the session cannot keep what it promises,
  /// so a failure ends it.
  func makeOtherBuilds() async {
    for (index, plan) in options.builds.checks.enumerated() {
      do throws(RunFailure) {
        builds[index + 1] = try await build(plan, stop: haltBuilds)
      } catch {
        if !haltBuilds.isRaised { fail(error) }
        return
      }
    }
  }

  /// Puts the committed inputs into the working corpora.
  func seedCorpora() throws(RunFailure) {
    for (index, target) in options.targets.enumerated() {
      let corpus = workingCorpus(index)
      corpus.removeOverflows()
      let identity = builds[0].flatMap { Proof.identity(of: $0.programs[index]) } ?? ""
      let seeding = try corpus.seed(
        from: options.usesSeeds ? root : nil, program: identity)
      if !seeding.failing.isEmpty {
        remark(
          "\(target.name): left out, since they fail: "
            + seeding.failing.map(CommandWords.fromHere).joined(separator: " "))
      }
      if !seeding.tooLong.isEmpty {
        remark(
          "\(target.name): left out, since they are longer than \(corpus.maximumLength) bytes: "
            + seeding.tooLong.map(CommandWords.fromHere).joined(separator: " "))
      }
    }
  }

  func workingCorpus(_ target: Int) -> WorkingCorpus {
    WorkingCorpus(
      target: options.targets[target].name, store: store, maximumLength: maximumLength(target))
  }

  private func maximumLength(_ target: Int) -> Int {
    options.maximumLength ?? options.targets[target].maximumLength
  }

  /// The process for one slice.
  func fuzzChild(_ slice: Schedule.Slice, build: Int) throws(RunFailure) -> ChildProcess {
    let name = options.targets[slice.target].name
    let dictionary = root.path("corpus/\(name)/\(name).dict")
    var command = FuzzCommand(
      corpus: store.corpus(name), artifacts: store.artifacts(name), seconds: slice.seconds,
      maximumLength: maximumLength(slice.target), timeout: options.timeout,
      memoryLimit: options.memoryLimit,
      seed: options.seed.map { $0 &+ UInt32(truncatingIfNeeded: slice.number) } ?? 0,
      dictionary: options.usesDictionaries && FileManager.default.fileExists(atPath: dictionary)
        ? dictionary : nil)
    command.usesValueProfile = options.builds.all[build].tracesComparisons
    if fullCorpora.contains(slice.target) {
      command.overflow = try workingCorpus(slice.target).overflow(slice.number)
    }
    return ChildProcess(
      executable: try program(slice.target, build: build), arguments: command.arguments,
      environment: try childEnvironment(),
      timeLimit: .seconds(slice.seconds + options.timeout + 20), outputLimit: 512 << 10)
  }

  /// The environment of every process that runs a target.
  func childEnvironment() throws(RunFailure) -> [String: String] {
    var environment = ChildEnvironment.forManyInputs(
      ChildEnvironment.sanitized(
        ProcessInfo.processInfo.environment, symbolizer: try toolchain.tool("llvm-symbolizer")))
    environment["SCENEFUZZ_PARENT"] = "\(ProcessInfo.processInfo.processIdentifier)"
    return environment.merging(options.environment) { $1 }
  }

  func program(_ target: Int, build: Int) throws(RunFailure) -> String {
    guard let ready = builds[build] else {
      throw .environment("the \(options.builds.all[build].name) build is not there", "report this")
    }
    return ready.programs[target]
  }
}
