package import FuzzBuilds

/// The builds that a session uses, and for what.
package struct SessionBuilds: Equatable, Sendable {
  /// Slices run in this one.
  package var main: BuildPlan
  /// Every input of the working corpora passes each of these before the session ends; the first of them gets slices
  /// too, when it has time left of its share.
  package var checks: [BuildPlan]
  /// The part of a target's process time that the checks may take before slices in them are given up; 0 to 1.
  package var checkShare: Double

  package init(
    main: BuildPlan,
    checks: [BuildPlan],
    checkShare: Double
  ) {
    self.main = main
    self.checks = checks
    self.checkShare = checkShare
  }

  /// One build for everything.
  package static func single(_ plan: BuildPlan) -> SessionBuilds {
    SessionBuilds(main: plan, checks: [], checkShare: 0)
  }

  /// Most of the time in the build without AddressSanitizer, which runs 1.7 to 3.1 times as many inputs per second of
  /// processor time (measured over `xml`, `mrml`, `references` and `mrb`) and sees every trap, property and hang. What it keeps
  /// passes AddressSanitizer, and the debug build, which checks what an optimizer may remove and says why it traps; that
  /// one runs a quarter to a half of what the main build does. Both at once, AddressSanitizer unoptimized, would cost about
  /// three times as much as the debug build.
  package static func mixed(addressShare: Double = defaultAddressShare) -> SessionBuilds {
    SessionBuilds(
      main: BuildPlan(.fuzzer), checks: [BuildPlan(.address), BuildPlan(.fuzzer, .debug)],
      checkShare: addressShare)
  }

  /// A tenth. An input of the corpus passes each check once, which costs less than that as soon as most inputs reach nothing
  /// new; the rest of it lets AddressSanitizer see those too.
  package static let defaultAddressShare = 0.1

  /// The least time that is worth `mixed`: its three builds take as long as a short session.
  package static let minimumMixedTime: Duration = .seconds(300)

  /// What a session of `time` uses when nobody chose.
  package static func usual(for time: Duration) -> SessionBuilds {
    time < minimumMixedTime ? .single(BuildPlan(.address)) : .mixed()
  }

  /// The main build and then the checks.
  var all: [BuildPlan] { [main] + checks }
}

/// A build whose programs are there and whose proof holds.
package struct ReadyBuild: Sendable {
  package let plan: BuildPlan
  /// One for each target of the session.
  package let programs: [String]
}

/// How the time of one target is divided between the main build and the checks.
struct BuildDivision: Equatable, Sendable {
  let checkShare: Double
  private var main = 0.0
  private var checks = 0.0

  init(checkShare: Double) { self.checkShare = checkShare }

  /// Whether the next slice runs in the first check: the checks have not had their share.
  var isCheckDue: Bool { main > 0 && checks < checkShare * (main + checks) }

  /// Takes in `seconds` of a process of `build`, counted from the main build.
  mutating func spend(_ seconds: Double, build: Int) {
    if build == 0 { main += seconds } else { checks += seconds }
  }
}
