import Foundation
package import ProcessSupport

/// Builds entry points.
package struct Builder: Sendable {
  /// The checkout that is built.
  package let root: RepositoryRoot
  /// The compiler that builds.
  package let toolchain: Toolchain
  /// A clean build of everything takes well under a minute; ten are for slow machines.
  package var timeLimit: Duration = .seconds(600)
  /// Ends a build when raised.
  package var stop: StopSignal?

  /// A builder with ten minutes for each build.
  package init(root: RepositoryRoot, toolchain: Toolchain) {
    self.root = root
    self.toolchain = toolchain
  }

  /// Builds `products` and returns their programs, in order. `onLine` sees what `swift build` says.
  package func build(
    _ plan: BuildPlan, products: [String],
    onLine: @escaping @Sendable (String) async -> Void = { _ in }
  ) async throws(RunFailure) -> [String] {
    let inherited = ProcessInfo.processInfo.environment
    var child = ChildProcess(
      executable: toolchain.swift, arguments: plan.arguments(root: root, products: products),
      environment: ChildEnvironment.build(inherited).merging(plan.environment) { $1 },
      directory: root.path, timeLimit: timeLimit
    )
    child.stop = stop
    let outcome = try await child.run(onLine: onLine)
    if stop?.isRaised == true {
      throw .environment("stopped while building", "run it again; nothing was lost")
    }
    guard outcome.status.isSuccess else {
      let errors = outcome.output.split(separator: "\n").filter { $0.contains("error:") }
      let shown =
        errors.isEmpty ? outcome.output.split(separator: "\n").suffix(5) : errors.prefix(5)
      throw .environment(
        "the \(plan.build.rawValue) build failed:\n  " + shown.joined(separator: "\n  ") + "\n",
        "repeat it with '\(CommandWords.command("build", "--verbose", plan: plan))'")
    }
    let programs = products.map { plan.executable(root: root, product: $0) }
    for (program, product) in zip(programs, products)
    where !FileManager.default.isExecutableFile(atPath: program) {
      throw .environment(
        "the build made no \(product) at \(program)",
        "check that Package.swift lists the target in fuzzTargetNames")
    }
    return programs
  }
}
