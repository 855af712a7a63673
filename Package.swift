// swift-tools-version: 6.2
// The map of scenefuzz. Arrows point one way:
//   bytes <- XML, zip <- scene <- bundle <- targets <- tools <- command line
import PackageDescription

/// Set to leave out the tools and every external package: what the fuzz entry points need, and no more.
/// Fuzz builds and the distributed engine use it, so they resolve nothing over the network.
let targetsOnly = Context.environment["SCENEFUZZ_TARGETS_ONLY"] == "1"

/// Set beside it to keep the targets that hold a reader against a C library. The distributed engine does not: where it
/// builds, zlib and libxml2 need not be there.
let withDifferential = !targetsOnly || Context.environment["SCENEFUZZ_DIFFERENTIAL"] == "1"

/// DocC's plugin, where `scripts/docs` asks for it: nothing else needs it.
let documentation: [Package.Dependency] =
  Context.environment["SCENEFUZZ_DOCS"] == "1"
  ? [.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0")] : []

/// Warnings are errors here and in CI; other compilers warn of other things.
let strict = Context.environment["SCENEFUZZ_STRICT"] == "1"

let settings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ] + (strict ? [.treatAllWarnings(as: .error)] : [])

func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], extra: [SwiftSetting] = []
) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings + extra)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude,
    swiftSettings: settings)
}

// MARK: The parser: standard library only.

let parser: [Target] = [
  /// Positions, little-endian integers, word-at-a-time scanning.
  module("ByteReading"),
  /// XML 1.0 as a non-validating processor: events, flat document, writer.
  module("XMLReading", ["ByteReading"]),
  /// Zip archives, DEFLATE, CRC-32.
  module("ZipReading", ["ByteReading"]),
  /// `slicer://` links.
  module("SlicerURL", ["ByteReading"]),
  /// MRML: nodes, references, node types, writer.
  module("SceneModel", ["ByteReading", "XMLReading"]),
  /// JSON texts: bounded events, flat document, writer.
  module("JSONReading", ["ByteReading"]),
  /// Markups, color tables and other files beside a scene.
  module("SideFiles", ["ByteReading", "JSONReading", "SceneModel"]),
  /// MRB: the scene inside an archive.
  module("SceneBundle", ["ByteReading", "ZipReading", "SceneModel", "XMLReading"]),
]

// MARK: Targets: laws over the parser, and the six-line entry points of libFuzzer.

/// Every fuzz entry: `fuzz-NAME` for the target NAME of `FuzzTargets`.
let fuzzTargetNames = [
  "xml",
  "mrml",
  "mrb",
  "url",
  "planted",
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
]

/// The same for the targets of `DifferentialTargets`, which link the C library of an oracle.
let differentialTargetNames = [
  "inflate-differential",
  "xml-differential",
]

/// The same for the targets of `ToolTargets`, which are over the tools.
let toolTargetNames = [
  "crash-report"
]

func entryPoint(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(
    name: "fuzz-\(name)", dependencies: dependencies,
    path: "Sources/FuzzEntryPoints/fuzz-\(name)", swiftSettings: settings)
}

let targets: [Target] =
  [
    /// Bridge: whether the environment asks for the planted bug of `scenefuzz demo`.
    module("PlantedSwitch"),
    /// Bridge: libFuzzer's own mutation, where the build has libFuzzer.
    .target(name: "FuzzEngine"),
    /// Changes scenes, archives, JSON, streams and texts as one who knows what they are made of.
    module("SceneMutating", ["SceneModel", "ZipReading", "ByteReading"]),
    /// The laws, as values.
    module(
      "FuzzTargets",
      [
        "ByteReading", "XMLReading", "ZipReading", "SlicerURL", "SceneModel", "SceneBundle",
        "JSONReading", "SideFiles", "PlantedSwitch",
      ]),
    /// Bridge: libFuzzer's pointer to a span, a broken law to an abort.
    module("FuzzEntry", ["FuzzTargets", "SceneMutating", "FuzzEngine"]),
    /// Properties of inputs that a reducer must keep, to compare reducers by.
    module(
      "PlantedFindings",
      ["FuzzTargets", "XMLReading", "ZipReading", "SceneBundle", "SlicerURL", "JSONReading"]),
    /// Bridge: fails on purpose in every way that the harness must see.
    module("SelfTest", ["FuzzEntry", "FuzzTargets", "PlantedFindings", "PlantedSwitch"]),
  ]
  + fuzzTargetNames.map { entryPoint($0, ["FuzzEntry", "FuzzTargets"]) }
  + [entryPoint("selftest", ["SelfTest"])]

// MARK: Oracles: the C readers, behind bridges; never used by the parser.

let oracles: [Target] = [
  .systemLibrary(
    name: "CLibXML2", path: "Sources/SystemLibraries/CLibXML2", pkgConfig: "libxml-2.0",
    providers: [.apt(["libxml2-dev"])]),
  .systemLibrary(
    name: "CZlib", path: "Sources/SystemLibraries/CZlib", pkgConfig: "zlib",
    providers: [.apt(["zlib1g-dev"])]),
  module("LibXML2Oracle", ["CLibXML2"]),
  module("ZlibOracle", ["CZlib"]),
  module("LibArchiveOracle"),
]

// MARK: Targets that stay here: over the tools, or a reader and its oracle under one law.

let differential: [Target] =
  [
    /// Crash reports to frames, fingerprints, findings and regression tests.
    module("CrashTriage", ["JSONReading"]),
    /// The laws of what reads crash reports.
    module("ToolTargets", ["CrashTriage", "FuzzTargets"]),
    /// The laws that need a C library, and the catalogue of all targets.
    module(
      "DifferentialTargets",
      [
        "ByteReading", "FuzzTargets", "ToolTargets", "ZipReading", "XMLReading", "LibXML2Oracle",
        "ZlibOracle",
      ]),
  ] + toolTargetNames.map { entryPoint($0, ["FuzzEntry", "ToolTargets"]) }
  + differentialTargetNames.map { entryPoint($0, ["FuzzEntry", "DifferentialTargets"]) }

// MARK: Tools and the command line.

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let system: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")

let tools: [Target] = [
  /// What dictionaries hold: words of the catalogue and the grammars, in libFuzzer's form.
  module("FuzzDictionaries", ["SceneModel"]),
  /// What tells the distributed engine how the targets are built and run, from the catalogue.
  module("EngineFiles", ["FuzzTargets"]),
  /// Corpora as folders of content-named files, the smallest of them, and the smallest failing input.
  module("CorpusTools", ["SceneMutating", "ZipReading"]),
  /// A scene as the model has it against what the real 3D Slicer core made of it.
  module("SlicerComparison", ["ByteReading", "XMLReading", "SceneModel"]),
  /// The readers against their peers, in turn in one process.
  module(
    "Benchmarking",
    [
      "XMLReading", "ZipReading", "SceneModel", "SceneBundle", "LibXML2Oracle", "ZlibOracle",
      "LibArchiveOracle", "CorpusTools", "PlantedFindings",
    ]),
  /// Triage against other tools' methods, on labelled logs.
  module("TriageBenchmark", ["CrashTriage", "ZipReading"]),
  /// Builds and runs the entry points; the only module that starts processes.
  module(
    "FuzzRunning",
    [
      "CorpusTools", "CrashTriage", "FuzzTargets", "DifferentialTargets", "ZipReading",
      "SceneModel", "SlicerComparison", subprocess, system,
    ]),
  /// One page about sessions and findings that can be sent.
  module("HTMLReport", ["FuzzRunning", "CorpusTools", "CrashTriage", "ZipReading", mustache]),
  .executableTarget(
    name: "scenefuzz",
    dependencies: [
      "Benchmarking", "FuzzRunning", "CorpusTools", "CrashTriage", "FuzzTargets", "SceneBundle",
      "DifferentialTargets", "EngineFiles", "HTMLReport", "SceneModel", "SlicerComparison",
      "FuzzDictionaries",
      "SideFiles", "PlantedFindings",
      "TriageBenchmark",
      "SlicerURL", "XMLReading", "ZipReading", "ByteReading", argumentParser,
    ],
    swiftSettings: settings),
]

// MARK: Tests mirror the modules.

let parserTests: [Target] = [
  .target(
    name: "TestSupport", dependencies: [], path: "Tests/TestSupport", swiftSettings: settings),
  tests("ByteReadingTests", ["ByteReading"]),
  tests(
    "XMLReadingTests", ["XMLReading", "ByteReading", "LibXML2Oracle", "DifferentialTargets"]),
  tests("ZipReadingTests", ["ZipReading", "ByteReading", "ZlibOracle"]),
  tests("SlicerURLTests", ["SlicerURL", "ByteReading"]),
  tests("SceneModelTests", ["SceneModel", "XMLReading", "ByteReading"]),
  tests("JSONReadingTests", ["JSONReading", "ByteReading"]),
  tests("SideFilesTests", ["SideFiles", "JSONReading", "ByteReading"]),
  tests("SceneBundleTests", ["SceneBundle", "ZipReading", "SceneModel", "ByteReading"]),
  tests("DifferentialTargetsTests", ["DifferentialTargets", "ZipReading", "ZlibOracle"]),
  tests("FuzzEntryTests", ["FuzzEntry", "FuzzTargets"]),
  tests(
    "SceneMutatingTests",
    [
      "SceneMutating", "SceneModel", "SceneBundle", "XMLReading", "ZipReading", "SideFiles",
      "SlicerURL",
    ]),
  tests(
    "ReplayTests",
    [
      "FuzzTargets", "DifferentialTargets", "SceneModel", "XMLReading", "ZipReading", "JSONReading",
      "SlicerURL",
    ]),
]

let toolTests: [Target] = [
  tests("CorpusToolsTests", ["CorpusTools"]),
  tests("EngineFilesTests", ["EngineFiles", "FuzzTargets", "CrashTriage"]),
  tests("FuzzDictionariesTests", ["FuzzDictionaries", "SceneModel"]),
  tests(
    "BenchmarkingTests",
    ["Benchmarking", "LibArchiveOracle", "XMLReading", "ZipReading", "PlantedFindings"]),
  tests("SlicerComparisonTests", ["SlicerComparison", "SceneModel"]),
  tests("TriageBenchmarkTests", ["TriageBenchmark"]),
  tests("CrashTriageTests", ["CrashTriage", "XMLReading"], exclude: ["Reports"]),
  /// One file for each finding, written by `scenefuzz emit`.
  tests("RegressionTests", ["FuzzTargets", "DifferentialTargets"]),
  /// The rules of ARCHITECTURE.md, checked.
  tests(
    "HTMLReportTests", ["HTMLReport", "FuzzRunning", "CorpusTools", "CrashTriage", "ZipReading"]),
  tests("LayoutTests", ["FuzzRunning", "FuzzTargets", "DifferentialTargets"]),
  tests(
    "FuzzRunningTests",
    ["SlicerComparison", "FuzzRunning", "FuzzTargets", "CorpusTools", "CrashTriage"]),
  tests("CommandLineTests", ["FuzzRunning", "FuzzTargets", "DifferentialTargets"]),
]

let package = Package(
  name: "scenefuzz",
  platforms: [.macOS(.v26)],
  products: [
    .library(
      name: "SceneReading",
      targets: [
        "XMLReading", "ZipReading", "SceneModel", "SceneBundle", "SlicerURL", "SideFiles",
        "JSONReading",
      ]),
    .library(name: "FuzzTargets", targets: ["FuzzTargets"]),
  ] + (targetsOnly ? [] : [.executable(name: "scenefuzz", targets: ["scenefuzz"])]),
  dependencies: documentation
    + (targetsOnly
      ? []
      : [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.0.0"),
      ]),
  targets: parser + targets + (withDifferential ? oracles + differential : [])
    + (targetsOnly ? [] : tools + parserTests + toolTests)
)
