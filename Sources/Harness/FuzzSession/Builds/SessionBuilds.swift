package import FuzzBuilds

/// The builds of a session and their roles.
package struct SessionBuilds: Equatable, Sendable {
  /// Build of the slices.
  package var main: BuildPlan
  /// Builds that every input of the working corpora passes before the session ends. The first of
  /// them runs slices too while the checks have used less than their share.
  package var checks: [BuildPlan]
  /// Part of a target's process time for the checks, from 0 to 1.
  package var checkShare: Double
  /// Build of the slices with traced comparisons and value profile; nil for none.
  package var comparisons: BuildPlan?
  /// Part of a target's process time for these, from 0 to 1.
  package var comparisonShare: Double

  package init(
    main: BuildPlan,
    checks: [BuildPlan],
    checkShare: Double,
    comparisons: BuildPlan? = nil,
    comparisonShare: Double = 0
  ) {
    self.main = main
    self.checks = checks
    self.checkShare = checkShare
    self.comparisons = comparisons
    self.comparisonShare = comparisonShare
  }

  /// One build for everything.
  package static func single(_ plan: BuildPlan) -> SessionBuilds {
    SessionBuilds(main: plan, checks: [], checkShare: 0)
  }

  /// Slices without AddressSanitizer, checks with it and in a debug build.
  ///
  /// Without AddressSanitizer a target runs 1.7 to 3.1 times as many inputs per second of processor
  /// time (measured over `xml`, `mrml`, `references` and `mrb`) and still detects every trap,
  /// violated property and hang. Inputs of the corpus then pass AddressSanitizer and the debug
  /// build, which checks what an optimizer may remove and prints why it traps; the debug build runs
  /// a quarter to a half of the inputs of the main build. One unoptimized build with
  /// AddressSanitizer would cost about three times as much as the debug build.
  package static func mixed(
    addressShare: Double = defaultAddressShare,
    comparisonShare: Double = defaultComparisonShare
  ) -> SessionBuilds {
    var builds = SessionBuilds(
      main: BuildPlan(.fuzzer), checks: [BuildPlan(.address), BuildPlan(.fuzzer, .debug)],
      checkShare: addressShare)
    builds.addComparisons(share: comparisonShare)
    return builds
  }

  /// Adds slices of the comparisons build; none for a share of 0.
  package mutating func addComparisons(share: Double = defaultComparisonShare) {
    comparisons = share > 0 ? BuildPlan(.comparisons) : nil
    comparisonShare = share
  }

  /// A tenth. An input of the corpus passes each check once, which costs less than a tenth once
  /// most inputs reach nothing new; the rest of the share runs slices with AddressSanitizer.
  package static let defaultAddressShare = 0.1

  /// A tenth. A slice with traced comparisons runs far fewer inputs; what it finds is in the corpus
  /// for the others.
  package static let defaultComparisonShare = 0.1

  /// Minimum time for which `mixed` pays: its three builds take as long as a short session.
  package static let minimumMixedTime: Duration = .seconds(300)

  /// The default for a session of `time`.
  package static func usual(for time: Duration) -> SessionBuilds {
    time < minimumMixedTime ? .single(BuildPlan(.address)) : .mixed()
  }

  /// The main build, the checks, then that of the comparisons.
  var all: [BuildPlan] { [main] + checks + (comparisons.map { [$0] } ?? []) }

  /// Indices of the checks in `all`.
  var checkIndices: Range<Int> { 1..<1 + checks.count }

  /// Index of the comparisons build in `all`; nil for none.
  var comparisonIndex: Int? { comparisons == nil ? nil : 1 + checks.count }
}

/// A build that is made and proved.
package struct ReadyBuild: Sendable {
  package let plan: BuildPlan
  /// One program for each target of the session.
  package let programs: [String]
}

/// Division of one target's time among the main build, the checks and the comparisons.
struct BuildDivision: Equatable, Sendable {
  let checkShare: Double
  let comparisonShare: Double
  private let comparisonIndex: Int?
  private var main = 0.0
  private var checks = 0.0
  private var comparisons = 0.0

  init(of builds: SessionBuilds) {
    checkShare = builds.checkShare
    comparisonShare = builds.comparisonShare
    comparisonIndex = builds.comparisonIndex
  }

  private var all: Double { main + checks + comparisons }

  /// Whether the next slice runs in the first check: the checks have used less than their share.
  var isCheckDue: Bool { main > 0 && checks < checkShare * all }

  /// Whether the next slice runs in the comparisons build, which has used less than its share.
  var areComparisonsDue: Bool {
    comparisonIndex != nil && main > 0 && comparisons < comparisonShare * all
  }

  /// Adds `seconds` of a process of a build of `SessionBuilds.all`.
  mutating func spend(_ seconds: Double, build: Int) {
    if build == 0 {
      main += seconds
    } else if build == comparisonIndex {
      comparisons += seconds
    } else {
      checks += seconds
    }
  }
}
