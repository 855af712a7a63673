import Foundation
import FuzzBuilds
import FuzzTargets
import ProcessSupport
import TestSupport
import Testing

@Suite("Build plans")
struct BuildPlanTests {
  let root = RepositoryRoot(path: "/a place/with spaces")

  @Test(
    "the sanitizers of a build are one list, since the compiler honours only the last list",
    arguments: [
      (FuzzBuild.address, "-sanitize=fuzzer,address"),
      (.fuzzer, "-sanitize=fuzzer"),
      (.comparisons, "-sanitize=fuzzer"),
      (.coverage, "-sanitize=fuzzer"),
      (.staticLibrary, "-sanitize=fuzzer,address"),
    ])
  func oneSanitizerList(_ build: FuzzBuild, _ list: String) {
    let flags = BuildPlan(build).flags
    #expect(flags.filter { $0.hasPrefix("--sanitize") } == ["--sanitize=fuzzer"])
    #expect(flags.filter { $0.hasPrefix("-sanitize=") } == [list])
    #expect(flags.contains("-use-ld=lld"))
    #expect(build.hasAddressSanitizer == list.hasSuffix("address"))
  }

  @Test("the linker removes what a program does not call, but not from source coverage")
  func removesUnused() {
    for build in FuzzBuild.allCases {
      let flags = BuildPlan(build).flags
      #expect(flags.contains("-function-sections") == (build != .coverage))
      #expect(flags.contains("-internalize-at-link") == (build != .coverage))
    }
  }

  @Test("each build has its own scratch folder")
  func ownFolders() {
    #expect(Set(FuzzBuild.allCases.map { BuildPlan($0).scratchPath }).count == 5)
  }

  @Test("only the comparisons build wraps the traced calls and has the define of the readers")
  func operands() {
    for build in FuzzBuild.allCases {
      let flags = BuildPlan(build).flags
      #expect(flags.contains("-DSCENEFUZZ_COMPARISONS") == (build == .comparisons))
      #expect(flags.contains { $0.hasPrefix("--wrap=") } == (build == .comparisons))
    }
  }

  @Test("comparisons are traced in all builds but two, and on request in these")
  func comparisons() {
    for build in FuzzBuild.allCases {
      let flags = BuildPlan(build).flags
      let isFast = build == .fuzzer || build == .address
      #expect(BuildPlan(build).tracesComparisons == !isFast)
      // A flag on the command line would win over those of the modules.
      #expect(!flags.contains { $0.hasPrefix("-sanitize-coverage=") })
      let coverage = BuildPlan(build).environment["SCENEFUZZ_COVERAGE"]
      #expect((coverage != nil) == isFast)
      #expect(coverage?.contains("trace-cmp") != true)
    }
    for build in [FuzzBuild.fuzzer, .address] {
      let traced = BuildPlan(build, tracesComparisons: true)
      #expect(traced.environment["SCENEFUZZ_COVERAGE"] == nil)
      #expect(traced.scratchPath != BuildPlan(build).scratchPath)
      #expect(traced.name == "\(build.rawValue) with comparisons")
    }
  }

  @Test("only the coverage build writes profiles, and only the static build links the library")
  func specialFlags() {
    for build in FuzzBuild.allCases {
      let flags = BuildPlan(build).flags
      #expect(flags.contains("-profile-generate") == (build == .coverage))
      #expect(flags.contains("-profile-coverage-mapping") == (build == .coverage))
      #expect(flags.contains("--static-swift-stdlib") == (build == .staticLibrary))
    }
  }

  @Test("one product is built alone, several products by building everything")
  func products() {
    let one = BuildPlan(.address).arguments(root: root, products: ["fuzz-xml"])
    #expect(one.suffix(2) == ["--product", "fuzz-xml"])
    let two = BuildPlan(.address).arguments(root: root, products: ["fuzz-xml", "fuzz-url"])
    #expect(!two.contains("--product"))
  }

  @Test("a path with a space stays one argument")
  func spaces() {
    let arguments = BuildPlan(.fuzzer, .debug).arguments(root: root, products: ["fuzz-xml"])
    #expect(arguments.contains("/a place/with spaces"))
    #expect(arguments.contains("/a place/with spaces/.build-fuzz-untraced"))
    #expect(
      BuildPlan(.fuzzer, .debug).executable(root: root, product: "fuzz-xml")
        == "/a place/with spaces/.build-fuzz-untraced/debug/fuzz-xml")
  }

  @Test("a build of a few products leaves out what only others need; one and all keep one package")
  func fewProducts() {
    let plan = BuildPlan(.address)
    #expect(
      plan.environment(products: ["fuzz-demo", "fuzz-selftest"])
        == BuildFlags.withoutComparisons.merging(["SCENEFUZZ_ONLY": "fuzz-demo,fuzz-selftest"]) {
          $1
        })
    let all = Catalog.all.map { "fuzz-" + $0.name }
    for products in [["fuzz-demo"], all] {
      #expect(plan.environment(products: products) == plan.environment)
    }
  }

  @Test("the script that starts the first session builds the starter as a session does")
  func starterScript() throws {
    let text = try String(
      contentsOf: Repository.root.appendingPathComponent("scripts/starter.sh"), encoding: .utf8)
    let plan = BuildPlan(.address)
    for word in plan.flags where word != "-Xswiftc" { #expect(text.contains(word), "\(word)") }
    for (name, value) in plan.environment(products: [Starter.product]) {
      #expect(text.contains("\(name)=\(value)"), "\(name)")
    }
    #expect(text.contains("--product \(Starter.product)"))
    #expect(text.contains("/\(plan.scratchPath)"))
  }
}
