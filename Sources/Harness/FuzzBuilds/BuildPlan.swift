package import FuzzTargets
package import ProcessSupport

/// How the entry points are built. `BuildFlags` spells the flags; `scenefuzz doctor` proves them.
package struct BuildPlan: Equatable, Sendable {
  /// Sanitizers and coverage.
  package let build: FuzzBuild
  /// Optimized or not.
  package let configuration: BuildConfiguration
  /// Whether libFuzzer gets the operands of comparisons, the basis of its value profile.
  ///
  /// Off in the `fuzzer` and `address` builds by default: every index that Swift checks is a
  /// comparison, so tracing costs a third of the speed or more, and mutators and dictionaries cover
  /// what it would find.
  package let tracesComparisons: Bool

  /// - Parameter tracesComparisons: Nil for the default, true in the builds `comparisons`,
  ///   `coverage` and `static`.
  package init(
    _ build: FuzzBuild, _ configuration: BuildConfiguration = .release,
    tracesComparisons: Bool? = nil
  ) {
    self.build = build
    self.configuration = configuration
    self.tracesComparisons = tracesComparisons ?? (build != .fuzzer && build != .address)
  }

  /// The build folder, relative to the checkout: one for each build, so that no build evicts
  /// another.
  package var scratchPath: String {
    switch build {
    case .address: tracesComparisons ? ".build-fuzz-address-comparisons" : ".build-fuzz-address"
    case .fuzzer: tracesComparisons ? ".build-fuzz-comparisons" : ".build-fuzz-untraced"
    case .comparisons: ".build-fuzz-operands"
    case .coverage: ".build-fuzz-coverage"
    case .staticLibrary: ".build-fuzz-static"
    }
  }

  /// Flags of `swift build`.
  package var flags: [String] {
    switch build {
    case .address, .fuzzer:
      BuildFlags.swift(sanitizers: build.sanitizers) + BuildFlags.slim
    case .comparisons:
      BuildFlags.swift(sanitizers: build.sanitizers) + BuildFlags.slim + BuildFlags.operands
    case .coverage: BuildFlags.swift(sanitizers: build.sanitizers) + BuildFlags.sourceCoverage
    case .staticLibrary:
      BuildFlags.swift(sanitizers: build.sanitizers) + BuildFlags.slim + BuildFlags.staticLibrary
    }
  }

  /// Arguments of `swift`: a single product alone, otherwise every entry point.
  package func arguments(root: RepositoryRoot, products: [String]) -> [String] {
    ["build", "--package-path", root.path, "-c", configuration.rawValue]
      + ["--scratch-path", root.path(scratchPath)] + flags
      + (products.count == 1 ? ["--product", products[0]] : [])
  }

  /// Environment of the manifest: chooses the entry points, so that the build resolves no package
  /// and has no other `main`.
  package var environment: [String: String] {
    let names = Catalog.all.map { "fuzz-" + $0.name } + ["fuzz-selftest"]
    return environment(only: linksLibraries ? "fuzz-*" : names.joined(separator: ","))
  }

  private func environment(only names: String) -> [String: String] {
    let coverage = tracesComparisons ? [:] : BuildFlags.withoutComparisons
    return coverage.merging(["SCENEFUZZ_ONLY": names]) { $1 }
  }

  /// The same for a build of `products`: a few of them leave out what only the others need.
  package func environment(products: [String]) -> [String: String] {
    (2...4).contains(products.count) || products == [Starter.product]
      ? environment(only: products.joined(separator: ",")) : environment
  }

  /// The static build runs on machines without the C libraries of the oracles and without the
  /// tools.
  private var linksLibraries: Bool { build != .staticLibrary }

  /// Whether `target` is in this build.
  package func builds(_ target: FuzzTarget) -> Bool {
    linksLibraries || Catalog[target.name] != nil
  }

  /// Options of `scenefuzz` that choose this plan; none for the default.
  package var words: [String] {
    (build == .address ? [] : ["--build", build.rawValue])
      + (configuration == .release ? [] : ["--configuration", configuration.rawValue])
  }

  /// Path of the program of `product`.
  package func executable(root: RepositoryRoot, product: String) -> String {
    root.path("\(scratchPath)/\(configuration.rawValue)/\(product)")
  }

  /// Name in reports: `address`, `address debug`.
  package var name: String {
    build.rawValue + (configuration == .release ? "" : " " + configuration.rawValue)
      + ((build == .fuzzer || build == .address) && tracesComparisons ? " with comparisons" : "")
  }
}
