import Foundation
package import ProcessSupport
import Synchronization

/// Builds entry points.
package struct Builder: Sendable {
  /// The checkout that is built.
  package let root: RepositoryRoot
  package let toolchain: Toolchain
  /// A clean build takes minutes on two cores; the limit allows for a slow or busy machine.
  package var timeLimit: Duration = .seconds(3600)
  /// Ends a build when raised.
  package var stop: StopSignal?
  /// Whether a build with nothing changed since its record returns at once.
  package var usesRecord = true

  package init(root: RepositoryRoot, toolchain: Toolchain) {
    self.root = root
    self.toolchain = toolchain
  }

  private var environment: [String: String] {
    ChildEnvironment.build(ProcessInfo.processInfo.environment)
  }

  /// The programs of `products` when nothing has changed since they were built, else nil. Takes
  /// milliseconds.
  package func current(_ plan: BuildPlan, products: [String]) -> [String]? {
    guard let record = BuildRecord.read(plan, root: root),
      let now = BuildRecord(plan, root: root, toolchain: toolchain, environment: environment),
      record.holds(for: products, plan, root: root, now: now)
    else { return nil }
    return products.map { plan.executable(root: root, product: $0) }
  }

  /// Builds `products` and returns the paths of their programs, in order. `onLine` receives the
  /// output of `swift build`.
  package func build(
    _ plan: BuildPlan, products: [String],
    onLine: @escaping @Sendable (String) async -> Void = { _ in }
  ) async throws(RunFailure) -> [String] {
    if usesRecord, let programs = current(plan, products: products) { return programs }
    let environment = environment
    // Taken before the build: an edit during the build is built by the next call.
    let record = BuildRecord(plan, root: root, toolchain: toolchain, environment: environment)
    var child = ChildProcess(
      executable: toolchain.swift, arguments: plan.arguments(root: root, products: products),
      environment: environment.merging(plan.environment(products: products)) { $1 },
      directory: root.path, timeLimit: timeLimit
    )
    child.stop = stop
    let last = LastStep()
    let outcome = try await child.run { line in
      if let step = BuildStep(line) { last.step.withLock { $0 = step } }
      await onLine(line)
    }
    if stop?.isRaised == true {
      throw .environment("stopped while building", "run it again; nothing was lost")
    }
    if outcome.timedOut { throw timeOut(plan, at: last.step.withLock { $0 }) }
    guard outcome.status.isSuccess else { throw failure(plan, outcome.output) }
    let programs = products.map { plan.executable(root: root, product: $0) }
    for (program, product) in zip(programs, products)
    where !FileManager.default.isExecutableFile(atPath: program) {
      throw .environment(
        "the build made no \(product) at \(program)",
        "check that Package.swift lists the target in fuzzTargetNames")
    }
    record?.write(products, plan, root: root)
    return programs
  }

  private func timeOut(_ plan: BuildPlan, at step: BuildStep?) -> RunFailure {
    let place =
      step.map { "at step \($0.number) of \($0.count) (\($0.text))" } ?? "before its first step"
    return .environment(
      "the \(plan.name) build timed out after \(timeLimit.components.seconds / 60) minutes \(place)",
      "run it again: it continues from there")
  }

  private func failure(_ plan: BuildPlan, _ output: String) -> RunFailure {
    if output.contains(/(?i)no space left on device|I\/O error \(code: 28\)/) {
      return .environment(
        "the disk is full, so the \(plan.name) build ended early",
        "free about 1 GB and run it again: it goes on from there")
    }
    let lines = output.split(separator: "\n")
    let errors = lines.filter { $0.contains("error:") }
    let shown = errors.isEmpty ? lines.suffix(5) : errors.prefix(5)
    return .environment(
      "the \(plan.name) build failed:\n  " + shown.joined(separator: "\n  ") + "\n",
      "repeat it with '\(CommandWords.command("build", "--verbose", plan: plan))'")
  }
}

/// The latest step that a build printed.
private final class LastStep: Sendable {
  let step = Mutex<BuildStep?>(nil)
}
