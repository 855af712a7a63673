// swift-tools-version: 6.2
// The map of scenefuzz. Arrows point one way:
//   bytes <- XML, zip <- scene <- bundle <- targets <- tools <- command line
import PackageDescription

/// Warnings are errors here and in CI; other compilers warn of other things.
let strict = Context.environment["SCENEFUZZ_STRICT"] == "1"

/// Set by `scripts/test`, for builds that are quick to make and to run. No package that depends on
/// this one sees its flags.
let forTests = Context.environment["SCENEFUZZ_OPTIMIZED"] == "1"

let settings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ]
  + (strict ? [.treatAllWarnings(as: .error)] : [])
  + (forTests
    ? [
      .unsafeFlags(["-index-ignore-system-modules"], .when(configuration: .debug)),
      .define("OPTIMIZED_READERS", .when(configuration: .debug)),
    ] : [])

/// Optimizes what reads bytes in debug builds of this checkout: tests run it over every byte of
/// large inputs. As one unit each, which compiles in less time than file by file.
let optimized: [SwiftSetting] =
  forTests ? [.unsafeFlags(["-O", "-wmo", "-num-threads", "2"], .when(configuration: .debug))] : []

/// Set by `BuildFlags` for libFuzzer builds without traced comparisons: the coverage of the code
/// that a target runs. Not a flag on the command line: those come last and win.
let coverage = Context.environment["SCENEFUZZ_COVERAGE"]

/// Coverage of the module at `path` in such a build. Mutators run between the executions of a
/// target, so libFuzzer would only clear and scan their counters.
func coverageFlags(_ path: String) -> [SwiftSetting] {
  guard let coverage else { return [] }
  let isOutside = ["Fuzzing/Mutation", "Fuzzing/Entry", "Fuzzing/StableNumbers"].contains {
    path.hasPrefix($0)
  }
  let kinds = isOutside ? "func,inline-8bit-counters,pc-table" : coverage
  return [.unsafeFlags(["-sanitize-coverage=" + kinds])]
}

/// A module at `Sources/PATH`.
func module(
  _ name: String, at path: String, _ dependencies: [Target.Dependency] = [],
  extra: [SwiftSetting] = []
) -> Target {
  let isHot = ["Parsing/", "Fuzzing/", "Analysis/", "Benchmarks/Readers"].contains {
    path.hasPrefix($0)
  }
  return .target(
    name: name, dependencies: dependencies, path: "Sources/" + path,
    swiftSettings: settings + extra + (isHot ? optimized : []) + coverageFlags(path)
  )
}

/// The tests `NAME` at `Tests/ROOM/NAME`.
func tests(
  _ name: String, in room: String, _ dependencies: [Target.Dependency] = [],
  exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], path: "Tests/\(room)/\(name)",
    exclude: exclude, swiftSettings: settings)
}

// MARK: Parsing: standard library only.

let parserModules = [
  "ByteReading", "XMLReading", "ZipReading", "SceneModel", "SceneBundle", "SlicerURL", "SideFiles",
  "JSONReading", "SceneFiles",
]

let parsing: [Target] = [
  /// Positions, ASCII classes, word-at-a-time scanning, error and hazard protocols.
  module("ByteReading", at: "Parsing/Bytes"),
  /// XML 1.0 as a non-validating processor: events, flat document, writer.
  module("XMLReading", at: "Parsing/XML", ["ByteReading"]),
  /// Zip archives, DEFLATE, CRC-32.
  module("ZipReading", at: "Parsing/Zip", ["ByteReading"]),
  /// JSON texts: bounded events, flat document, writer.
  module("JSONReading", at: "Parsing/JSON", ["ByteReading"]),
  /// `slicer://` links.
  module("SlicerURL", at: "Parsing/SlicerURL", ["ByteReading"]),
  /// MRML: nodes, references, node types, writer.
  module("SceneModel", at: "Parsing/SceneModel", ["ByteReading", "XMLReading"]),
  /// Markups, color tables and other files beside a scene.
  module(
    "SideFiles", at: "Parsing/SideFiles",
    ["ByteReading", "JSONReading", "SceneModel", "XMLReading", "ZipReading"]),
  /// MRB: the scene inside an archive.
  module(
    "SceneBundle", at: "Parsing/SceneBundle",
    ["ByteReading", "ZipReading", "SceneModel"]),
  /// Every file that a scene names, checked by its reader.
  module(
    "SceneFiles", at: "Parsing/SceneFiles",
    ["ByteReading", "SceneModel", "SceneBundle", "SideFiles", "ZipReading"]),
  /// All readers with one import.
  module(
    "SceneReading", at: "Parsing/SceneReading", parserModules.map { .byName(name: $0) }),
]

// MARK: Conveniences over Foundation, for users of the library.

let library: [Target] = [
  /// `LocalizedError` for the errors of the readers.
  module(
    "SceneReadingFoundation", at: "Library/SceneReadingFoundation",
    parserModules.map { .byName(name: $0) })
]

// MARK: Fuzzing: targets, mutators, and the six-line entry points of libFuzzer.

/// Every fuzz entry: `fuzz-NAME` for the target NAME of `FuzzTargets`.
let fuzzTargetNames = [
  "xml",
  "mrml",
  "mrb",
  "url",
  "demo",
  "inflate",
  "zip",
  "markups-json",
  "fcsv",
  "colors",
  "nrrd-header",
  "references",
  "subject-hierarchy",
  "mrml-roundtrip",
  "acsv",
  "volume-property",
  "image-header",
  "mesh-header",
  "vtk-header",
  "scene-repair",
  "archive-repair",
]

/// Modules of the targets that need only some of the readers, so that a build of these targets
/// alone compiles no other.
let slimTargets = [
  "xml": ["XMLTargets"],
  "mrml": ["SceneTargets"],
]

/// The same for the targets of `OracleTargets`, which link the C library of an oracle.
let differentialTargetNames = [
  "inflate-differential",
  "xml-differential",
]

/// The same for the targets of `OracleTargets`, which are over the tools.
let toolTargetNames = [
  "crash-report"
]

func entryPoint(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(
    name: "fuzz-\(name)", dependencies: dependencies,
    path: "Sources/Fuzzing/EntryPoints/fuzz-\(name)",
    swiftSettings: settings + coverageFlags("Fuzzing/EntryPoints"))
}

let fuzzing: [Target] =
  [
    /// Bridge: whether the environment asks for the bug of `scenefuzz demo`.
    module("DemoSwitch", at: "Fuzzing/DemoSwitch"),
    /// Bridge: waits for asynchronous work of a target.
    module("BlockingTask", at: "Fuzzing/BlockingTask"),
    /// Bridge: libFuzzer's own mutation, where the build has libFuzzer.
    .target(name: "LibFuzzerBridge", path: "Sources/Fuzzing/LibFuzzerBridge"),
    /// SplitMix64 and FNV-1a: the same numbers on every machine.
    module("StableNumbers", at: "Fuzzing/StableNumbers"),
    /// Structure-aware mutators of every input format, and the dictionaries.
    module("Mutation", at: "Fuzzing/Mutation", ["StableNumbers", "SceneModel", "ZipReading"]),
    /// What a target is: a property of every input.
    module("TargetInterface", at: "Fuzzing/TargetInterface", ["BlockingTask"]),
    /// The target of the XML reader, which needs no other reader.
    module(
      "XMLTargets", at: "Fuzzing/XMLTargets",
      ["TargetInterface", "ByteReading", "XMLReading", "StableNumbers"]),
    /// The target of the scene model, which needs the readers of scenes alone.
    module(
      "SceneTargets", at: "Fuzzing/SceneTargets",
      ["TargetInterface", "XMLTargets", "ByteReading", "XMLReading", "SceneModel"]),
    /// Targets, their properties, and reference parsers.
    module(
      "FuzzTargets", at: "Fuzzing/FuzzTargets",
      [
        "ByteReading", "XMLReading", "ZipReading", "SlicerURL", "SceneModel", "SceneBundle",
        "SceneFiles", "JSONReading", "SideFiles", "DemoSwitch", "TargetInterface", "XMLTargets",
        "SceneTargets",
      ]),
    /// Bridge: libFuzzer's pointer to a span, a violated property to an abort.
    module(
      "FuzzEntry", at: "Fuzzing/Entry",
      ["TargetInterface", "ByteReading", "Mutation", "StableNumbers", "LibFuzzerBridge"]),
    /// Properties that a reducer must keep, to compare reducers by.
    module(
      "ReductionSamples", at: "Fuzzing/ReductionSamples",
      ["FuzzTargets", "XMLReading", "ZipReading", "SceneBundle", "SlicerURL", "JSONReading"]),
    /// Bridge: fails on purpose in every way that the harness must detect.
    module(
      "SelfTest", at: "Fuzzing/SelfTest",
      ["FuzzEntry", "FuzzTargets", "ReductionSamples", "DemoSwitch"]),
  ]
  + fuzzTargetNames.map {
    entryPoint($0, ["FuzzEntry"] + (slimTargets[$0] ?? ["FuzzTargets"]).map { .byName(name: $0) })
  }
  + [
    entryPoint("selftest", ["SelfTest"]),
    /// The target `xml` with libFuzzer's own mutations: built in half a minute, it fuzzes while
    /// `scripts/fuzz` builds the rest for the first time.
    .executableTarget(
      name: "xml-starter", dependencies: ["TargetInterface", "XMLTargets"],
      path: "Sources/Fuzzing/XMLStarter",
      swiftSettings: settings + coverageFlags("Fuzzing/EntryPoints")),
  ]

// MARK: Oracles: C libraries after bridges; never used by the parser.

let oracles: [Target] = [
  .systemLibrary(
    name: "CLibXML2", path: "Sources/Oracles/SystemLibraries/CLibXML2", pkgConfig: "libxml-2.0",
    providers: [.apt(["libxml2-dev"])]),
  .systemLibrary(
    name: "CZlib", path: "Sources/Oracles/SystemLibraries/CZlib", pkgConfig: "zlib",
    providers: [.apt(["zlib1g-dev"])]),
  module("LibXML2Oracle", at: "Oracles/LibXML2", ["CLibXML2"]),
  module("ZlibOracle", at: "Oracles/Zlib", ["CZlib"]),
  module("LibArchiveOracle", at: "Oracles/LibArchive"),
]

// MARK: Targets over tools and oracles, which only local builds have.

let oracleTargets: [Target] =
  [
    /// Crash reports to frames, fingerprints, findings and regression tests.
    module(
      "CrashTriage", at: "Analysis/CrashTriage",
      ["ByteReading", "XMLReading", "JSONReading", "StableNumbers"]),
    /// Targets that compare a reader with a C library or run a tool, and the catalogue of all.
    module(
      "OracleTargets", at: "Fuzzing/OracleTargets",
      [
        "ByteReading", "FuzzTargets", "CrashTriage", "ZipReading", "XMLReading", "LibXML2Oracle",
        "ZlibOracle",
      ]),
  ]
  + (toolTargetNames + differentialTargetNames).map {
    entryPoint($0, ["FuzzEntry", "OracleTargets"])
  }

// MARK: Analysis, harness, benchmarks and the command line.

/// What only the tools import: a package that depends on this one with `traits: []` resolves none.
let tools = TargetDependencyCondition.when(traits: ["Tools"])
let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser", condition: tools)
let subprocess: Target.Dependency = .product(
  name: "Subprocess", package: "swift-subprocess", condition: tools)
let mustache: Target.Dependency = .product(
  name: "Mustache", package: "swift-mustache", condition: tools)
let system: Target.Dependency = .product(
  name: "SystemPackage", package: "swift-system", condition: tools)

let analysis: [Target] = [
  /// Corpora as folders of content-named files.
  module("Corpus", at: "Analysis/Corpus", ["ZipReading"]),
  /// The smallest failing input: reducers and the order in which they are tried.
  module("InputReduction", at: "Analysis/InputReduction", ["Mutation", "ZipReading"]),
  /// The smallest set of inputs that keeps every feature.
  module("SetCover", at: "Analysis/SetCover"),
  /// A scene of the model compared with what the real 3D Slicer core made of it.
  module(
    "SlicerComparison", at: "Oracles/SlicerComparison",
    ["ByteReading", "SceneModel", "StableNumbers"]),
]

let harness: [Target] = [
  /// Child processes, signals, folders of work; the only module that starts processes.
  module("ProcessSupport", at: "Harness/ProcessSupport", [subprocess, system]),
  /// Builds of the entry points, proofs of what a build detects, files of the distributed engine.
  module(
    "FuzzBuilds", at: "Harness/FuzzBuilds",
    ["ProcessSupport", "FuzzTargets", "CrashTriage", "ZipReading", "StableNumbers"]),
  /// Replay of inputs, and triage of crashes with their files.
  module(
    "ReplayAndTriage", at: "Harness/ReplayAndTriage",
    ["ProcessSupport", "CrashTriage", "FuzzTargets", "OracleTargets", "Corpus"]),
  /// Corpus minimization and input minimization with libFuzzer programs as judges.
  module(
    "Minimization", at: "Harness/Minimization",
    [
      "ProcessSupport", "FuzzBuilds", "ReplayAndTriage", "CrashTriage", "Corpus", "SetCover",
      "InputReduction",
    ]),
  /// Fuzzing sessions.
  module(
    "FuzzSession", at: "Harness/FuzzSession",
    [
      "ProcessSupport", "FuzzBuilds", "ReplayAndTriage", "Minimization", "CrashTriage",
      "FuzzTargets", "Corpus",
    ]),
  /// Source coverage, and the short run of a pull request.
  module(
    "CoverageAndCI", at: "Harness/CoverageAndCI",
    [
      "ProcessSupport", "FuzzBuilds", "ReplayAndTriage", "FuzzSession", "CrashTriage",
      "FuzzTargets",
    ]),
  /// Bridge: coverage of prebuilt libraries by breakpoints, for the worker of `slicer fuzz`.
  .target(name: "BlockCoverage", path: "Sources/Harness/BlockCoverage"),
  /// Bridge: constant random numbers and a record of outside files, preloaded by that worker.
  .target(name: "ReaderPreload", path: "Sources/Harness/ReaderPreload"),
  /// Bridge: a reader with injected defects for `slicer doctor`.
  .target(name: "SampleReader", path: "Sources/Harness/SampleReader"),
  /// The structure-aware mutators behind a pipe, for that worker.
  .executableTarget(
    name: "mutation-server", dependencies: ["Mutation"], path: "Sources/Harness/MutationServer",
    swiftSettings: settings),
  /// The exact set cover behind a pipe, for the same worker.
  .executableTarget(
    name: "cover-solver", dependencies: ["SetCover"], path: "Sources/Harness/CoverSolver",
    swiftSettings: settings),
  /// The real 3D Slicer core behind a pipe.
  module(
    "SlicerHost", at: "Harness/SlicerHost",
    ["ProcessSupport", "SlicerComparison", "SceneModel", "Corpus"]),
]

let benchmarks: [Target] = [
  /// The readers and reducers against their peers, in turn in one process.
  module(
    "ReaderBenchmarks", at: "Benchmarks/Readers",
    [
      "XMLReading", "ZipReading", "SceneModel", "SceneBundle", "LibXML2Oracle", "ZlibOracle",
      "LibArchiveOracle", "InputReduction", "ReductionSamples", "StableNumbers",
    ]),
  /// Injected bugs, engine speed, instruction counts, peers of minimization, regression tests.
  module(
    "HarnessBenchmarks", at: "Benchmarks/Harness",
    [
      "ProcessSupport", "FuzzBuilds", "ReplayAndTriage", "Minimization", "FuzzSession",
      "CrashTriage", "FuzzTargets", "OracleTargets", "Corpus", "SetCover",
    ]),
  /// Triage against other tools' methods, on labelled logs.
  module("TriageBenchmark", at: "Benchmarks/Triage", ["CrashTriage", "ZipReading"]),
]

let commandLine: [Target] = [
  /// Verdict, consequences and output forms of a pre-flight check.
  module("Preflight", at: "CLI/Preflight", ["ByteReading"]),
  /// One HTML page about sessions and findings.
  module(
    "Report", at: "CLI/Report",
    ["FuzzSession", "CoverageAndCI", "FuzzBuilds", "Corpus", "CrashTriage", "ZipReading", mustache]),
  .executableTarget(
    name: "scenefuzz",
    dependencies: [
      "ReaderBenchmarks", "HarnessBenchmarks", "TriageBenchmark", "ProcessSupport", "FuzzBuilds",
      "ReplayAndTriage", "Minimization", "FuzzSession", "CoverageAndCI", "SlicerHost", "Corpus",
      "InputReduction", "SetCover", "CrashTriage", "FuzzTargets", "SceneBundle", "SceneFiles",
      "OracleTargets", "Report", "Preflight", "SceneModel", "SlicerComparison", "Mutation",
      "SideFiles",
      "ReductionSamples",
      "SlicerURL", "XMLReading", "ZipReading", "ByteReading", argumentParser,
    ],
    path: "Sources/CLI/scenefuzz", swiftSettings: settings),
]

// MARK: Tests mirror the modules.

let parsingTests: [Target] = [
  .target(
    name: "TestSupport", dependencies: [], path: "Tests/TestSupport", swiftSettings: settings),
  tests("ByteReadingTests", in: "Parsing", ["ByteReading"]),
  tests(
    "XMLReadingTests", in: "Parsing",
    ["XMLReading", "ByteReading", "LibXML2Oracle", "OracleTargets", "StableNumbers"]),
  tests(
    "ZipReadingTests", in: "Parsing",
    ["ZipReading", "ByteReading", "ZlibOracle", "StableNumbers"]),
  tests("SlicerURLTests", in: "Parsing", ["SlicerURL", "ByteReading"]),
  tests("SceneModelTests", in: "Parsing", ["SceneModel", "XMLReading", "ByteReading"]),
  tests("JSONReadingTests", in: "Parsing", ["JSONReading", "ByteReading"]),
  tests(
    "SideFilesTests", in: "Parsing", ["SideFiles", "JSONReading", "ByteReading", "ZipReading"]),
  tests(
    "SceneFilesTests", in: "Parsing",
    ["SceneFiles", "SceneBundle", "SceneModel", "SideFiles", "ByteReading", "ZipReading"]),
  tests(
    "SceneBundleTests", in: "Parsing", ["SceneBundle", "ZipReading", "SceneModel", "ByteReading"]),
]

let fuzzingTests: [Target] = [
  tests(
    "OracleTargetsTests", in: "Fuzzing",
    ["OracleTargets", "XMLReading", "ZipReading", "ZlibOracle"]),
  tests(
    "FuzzEntryTests", in: "Fuzzing",
    [
      "FuzzEntry", "FuzzTargets", "OracleTargets", "Mutation", "SceneModel", "StableNumbers",
      "ZipReading",
    ]),
  tests(
    "MutationTests", in: "Fuzzing",
    [
      "ByteReading",
      "Mutation", "StableNumbers", "SceneModel", "SceneBundle", "XMLReading", "ZipReading",
      "SideFiles",
      "SlicerURL",
    ]),
  tests(
    "ReplayTests", in: "Fuzzing",
    [
      "FuzzTargets", "OracleTargets", "SceneModel", "XMLReading", "ZipReading", "JSONReading",
      "SlicerURL",
    ]),
  /// One file for each finding, written by `scenefuzz emit`.
  tests("RegressionTests", in: "Fuzzing", ["FuzzTargets", "OracleTargets"]),
]

let toolTests: [Target] = [
  tests("CorpusTests", in: "Analysis", ["Corpus"]),
  tests("InputReductionTests", in: "Analysis", ["InputReduction"]),
  tests("SetCoverTests", in: "Analysis", ["SetCover", "StableNumbers"]),
  tests("CrashTriageTests", in: "Analysis", ["CrashTriage", "XMLReading"], exclude: ["Reports"]),
  tests("SlicerComparisonTests", in: "Oracles", ["SlicerComparison", "SceneModel"]),
  .target(
    name: "HarnessTestSupport", dependencies: ["FuzzSession", "ProcessSupport", "FuzzTargets"],
    path: "Tests/Harness/HarnessTestSupport", swiftSettings: settings),
  tests("ProcessSupportTests", in: "Harness", ["ProcessSupport"]),
  tests(
    "FuzzBuildsTests", in: "Harness",
    ["FuzzBuilds", "ProcessSupport", "FuzzTargets", "CrashTriage"]),
  tests(
    "ReplayAndTriageTests", in: "Harness",
    ["ReplayAndTriage", "ProcessSupport", "CrashTriage", "OracleTargets", "FuzzTargets"]),
  tests(
    "MinimizationTests", in: "Harness",
    [
      "HarnessTestSupport", "Minimization", "FuzzBuilds", "ReplayAndTriage", "ProcessSupport",
      "InputReduction", "SetCover", "Corpus", "CrashTriage",
    ]),
  tests(
    "FuzzSessionTests", in: "Harness",
    ["HarnessTestSupport", "FuzzSession", "FuzzBuilds", "ProcessSupport", "FuzzTargets", "Corpus"]),
  tests(
    "CoverageAndCITests", in: "Harness",
    [
      "HarnessTestSupport", "CoverageAndCI", "FuzzBuilds", "FuzzSession", "ProcessSupport",
      "FuzzTargets", "CrashTriage",
    ]),
  tests(
    "SlicerHostTests", in: "Harness",
    ["SlicerHost", "SlicerComparison", "ProcessSupport", "Minimization"]),
  tests(
    "ReaderBenchmarkTests", in: "Benchmarks",
    ["ReaderBenchmarks", "LibArchiveOracle", "XMLReading", "ZipReading", "ReductionSamples"]),
  tests(
    "HarnessBenchmarkTests", in: "Benchmarks",
    ["HarnessBenchmarks", "FuzzBuilds", "FuzzSession", "ProcessSupport", "FuzzTargets"]),
  tests("TriageBenchmarkTests", in: "Benchmarks", ["TriageBenchmark"]),
  tests(
    "PreflightTests", in: "CLI",
    [
      "Preflight", "ByteReading", "ZipReading", "SceneBundle", "SceneFiles", "SceneModel",
      "SideFiles", "SlicerURL",
    ]),
  tests(
    "ReportTests", in: "CLI",
    ["Report", "FuzzSession", "ProcessSupport", "Corpus", "CrashTriage", "ZipReading"]),
  tests(
    "CommandLineTests", in: "CLI",
    ["ProcessSupport", "FuzzBuilds", "FuzzTargets", "OracleTargets", "ZipReading"]),
  /// The rules of ARCHITECTURE.md, checked.
  .testTarget(
    name: "LayoutTests",
    dependencies: [
      "ProcessSupport", "FuzzBuilds", "FuzzSession", "FuzzTargets", "OracleTargets",
      "ReplayAndTriage", "TestSupport",
    ],
    swiftSettings: settings),
]

// MARK: The package, whole or in part.

func dependencyName(_ dependency: Target.Dependency) -> String? {
  switch dependency {
  case .byNameItem(let name, _), .targetItem(let name, _): name
  default: nil
  }
}

func packageName(_ dependency: Target.Dependency) -> String? {
  guard case .productItem(_, let package, _, _) = dependency else { return nil }
  return package
}

let declaredTargets =
  parsing + library + fuzzing + oracles + oracleTargets + analysis + harness + benchmarks
  + commandLine + parsingTests + fuzzingTests + toolTests

/// Targets named in `SCENEFUZZ_ONLY`, separated by commas, `fuzz-*` for all with that beginning:
/// the package then has these and what they depend on. Fuzz builds name the entry points, so that
/// there is no other `main`; `./scripts/test --filter` names the tests.
let only = Set(
  (Context.environment["SCENEFUZZ_ONLY"] ?? "").split(separator: ",").flatMap { word in
    word.hasSuffix("*")
      ? declaredTargets.map(\.name).filter { $0.hasPrefix(String(word.dropLast())) }
      : [String(word)]
  })

let chosenTargets: [Target] = {
  guard !only.isEmpty else { return declaredTargets }
  var names = only
  var waiting = Array(only)
  while let name = waiting.popLast() {
    let target = declaredTargets.first { $0.name == name }
    for next in target?.dependencies.compactMap(dependencyName) ?? []
    where names.insert(next).inserted {
      waiting.append(next)
    }
  }
  return declaredTargets.filter { names.contains($0.name) }
}()

let chosenNames = Set(chosenTargets.map(\.name))
let neededPackages = Set(chosenTargets.flatMap { $0.dependencies.compactMap(packageName) })

let externalPackages: [(name: String, dependency: Package.Dependency)] = [
  (
    "swift-argument-parser",
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ),
  ("swift-system", .package(url: "https://github.com/apple/swift-system", from: "1.5.0")),
  (
    "swift-subprocess",
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0")
  ),
  (
    "swift-mustache",
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.0.0")
  ),
]

/// One library product for each reader, one for all of them, one with Foundation.
let readers: [Product] =
  (parserModules + ["SceneReading", "SceneReadingFoundation"]).filter(chosenNames.contains).map {
    .library(name: $0, targets: [$0])
  }

/// What is chosen of the other libraries and the command line.
let otherProducts: [Product] = [
  chosenNames.contains("FuzzTargets")
    ? .library(name: "FuzzTargets", targets: ["FuzzTargets"]) : nil,
  chosenNames.contains("BlockCoverage")
    ? .library(name: "BlockCoverage", type: .dynamic, targets: ["BlockCoverage"]) : nil,
  chosenNames.contains("ReaderPreload")
    ? .library(name: "ReaderPreload", type: .dynamic, targets: ["ReaderPreload"]) : nil,
  chosenNames.contains("SampleReader")
    ? .library(name: "SampleReader", type: .dynamic, targets: ["SampleReader"]) : nil,
  chosenNames.contains("scenefuzz")
    ? .executable(name: "scenefuzz", targets: ["scenefuzz"]) : nil,
].compactMap { $0 }

let package = Package(
  name: "scenefuzz",
  platforms: [.macOS(.v26)],
  products: readers + otherProducts,
  traits: [
    .default(enabledTraits: ["Tools"]),
    .trait(
      name: "Tools", description: "The command line and the harness, with the packages they need."),
  ],
  dependencies: externalPackages.filter { neededPackages.contains($0.name) }.map(\.dependency),
  targets: chosenTargets
)
