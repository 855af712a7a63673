package import FuzzTargets
package import ProcessSupport

/// How an entry point is built. The one place that spells the flags; `scenefuzz doctor` proves them.
package struct BuildPlan: Equatable, Sendable {
  /// What watches the program: which sanitizers, and whether coverage is counted.
  package let build: FuzzBuild
  /// Optimized or not.
  package let configuration: BuildConfiguration
  /// Whether the operands of comparisons are told to libFuzzer, which is what its value profile is made of.
  ///
  /// Not in the `fuzzer` and `address` builds unless asked for: every index that Swift checks is a comparison, so it costs
  /// a third of the speed and more, and what it would find out the mutators and dictionaries know.
  package let tracesComparisons: Bool

  /// A plan; nothing is built yet. Comparisons are traced in the builds `coverage` and `static` unless it is said.
  package init(
    _ build: FuzzBuild, _ configuration: BuildConfiguration = .release,
    tracesComparisons: Bool? = nil
  ) {
    self.build = build
    self.configuration = configuration
    self.tracesComparisons = tracesComparisons ?? (build == .coverage || build == .staticLibrary)
  }

  /// The build folder, relative to the checkout: one for each build, so that they do not evict each other.
  package var scratchPath: String {
    switch build {
    case .address: tracesComparisons ? ".build-fuzz-address-comparisons" : ".build-fuzz-address"
    case .fuzzer: tracesComparisons ? ".build-fuzz-comparisons" : ".build-fuzz-untraced"
    case .coverage: ".build-fuzz-coverage"
    case .staticLibrary: ".build-fuzz-static"
    }
  }

  /// Flags of `swift build` that make this build what it is.
  ///
  /// `--sanitize=fuzzer` makes SwiftPM leave `main` to libFuzzer. A second `--sanitize` would be a gamble: SwiftPM
  /// passes the two on in either order and the compiler honours the last one only, so the sanitizers that count are
  /// spelled once more as one list. lld, because gold warns of every sanitizer symbol.
  package var flags: [String] {
    let linker = ["-Xswiftc", "-use-ld=lld"]
    switch build {
    case .address:
      return ["--sanitize=fuzzer", "-Xswiftc", "-sanitize=fuzzer,address"]
        + (tracesComparisons ? [] : ["-Xswiftc", Self.withoutComparisons]) + linker
    case .fuzzer:
      return ["--sanitize=fuzzer", "-Xswiftc", "-sanitize=fuzzer"]
        + (tracesComparisons ? [] : ["-Xswiftc", Self.withoutComparisons]) + linker
    case .coverage:
      return ["--sanitize=fuzzer", "-Xswiftc", "-sanitize=fuzzer"]
        + ["-Xswiftc", "-profile-generate", "-Xswiftc", "-profile-coverage-mapping"] + linker
    case .staticLibrary:
      return ["--sanitize=fuzzer", "-Xswiftc", "-sanitize=fuzzer,address", "--static-swift-stdlib"]
        + linker
    }
  }

  /// What `-sanitize=fuzzer` stands for by itself, but for comparisons and the depth of the stack, which the compiler has
  /// no word for.
  private static let withoutComparisons =
    "-sanitize-coverage=edge,indirect-calls,inline-8bit-counters,pc-table"

  /// The words after `swift`. With one product only that is built; otherwise every entry point.
  package func arguments(root: RepositoryRoot, products: [String]) -> [String] {
    ["build", "--package-path", root.path, "-c", configuration.rawValue]
      + ["--scratch-path", root.path(scratchPath)] + flags
      + (products.count == 1 ? ["--product", products[0]] : [])
  }

  /// Tells the manifest to leave out the tools and every dependency, so that the build resolves nothing and holds no
  /// other `main`.
  package var environment: [String: String] {
    var environment = ["SCENEFUZZ_TARGETS_ONLY": "1"]
    if linksLibraries { environment["SCENEFUZZ_DIFFERENTIAL"] = "1" }
    return environment
  }

  /// The static build goes to machines without the C libraries of the oracles, and without the tools.
  private var linksLibraries: Bool { build != .staticLibrary }

  /// Whether `target` is in this build.
  package func builds(_ target: FuzzTarget) -> Bool {
    linksLibraries || Catalog[target.name] != nil
  }

  /// The words of `scenefuzz` that choose this plan; none for the default.
  package var words: [String] {
    (build == .address ? [] : ["--build", build.rawValue])
      + (configuration == .release ? [] : ["--configuration", configuration.rawValue])
  }

  /// Where the program for `product` lies after the build.
  package func executable(root: RepositoryRoot, product: String) -> String {
    root.path("\(scratchPath)/\(configuration.rawValue)/\(product)")
  }
}

extension BuildPlan {
  /// As it is called in reports: `address`, `address debug`.
  package var name: String {
    build.rawValue + (configuration == .release ? "" : " " + configuration.rawValue)
      + ((build == .fuzzer || build == .address) && tracesComparisons ? " with comparisons" : "")
  }
}
