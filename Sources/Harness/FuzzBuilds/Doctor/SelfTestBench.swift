import Foundation
import ProcessSupport

/// The checks of one self-test program, each in a folder of its own.
struct SelfTestBench: Sendable {
  let plan: BuildPlan
  let program: String
  let toolchain: Toolchain

  enum Step: Sendable {
    case counters
    case failure(SelfTestCheck)
    case sourceCoverage
    case standsAlone
  }

  /// The checks of this build, in the order of the table.
  var steps: [Step] {
    [.counters] + SelfTestCheck.all.map { .failure($0) }
      + (plan.build == .coverage ? [.sourceCoverage] : [])
      + (plan.build == .staticLibrary ? [.standsAlone] : [])
  }

  func result(of step: Step) async -> Result<DoctorReport.Row, RunFailure> {
    do throws(RunFailure) {
      switch step {
      case .counters: return .success(try await counters())
      case .failure(let check): return .success(try await run(check))
      case .sourceCoverage: return .success(try await sourceCoverage())
      case .standsAlone: return .success(try await standsAlone())
      }
    } catch {
      return .failure(error)
    }
  }

  /// Checks that the program has coverage counters and that a harmless input changes some.
  private func counters() async throws(RunFailure) -> DoctorReport.Row {
    let name = "coverage counters"
    let probe = SelfTestCheck(name: name, seed: "fine", kinds: [])
    let (log, _) = try await execute(probe)
    guard let edges = LibFuzzerLine.counterCount(in: log), edges > 0 else {
      return row(name, .failed, "the program has none")
    }
    let covered = log.split(separator: "\n").compactMap { LibFuzzerLine(String($0))?.edges }.max()
    guard let covered, covered > 0 else { return row(name, .failed, "\(edges), but none changes") }
    return row(name, .ok, "\(edges)")
  }

  /// Checks that a failure is detected, named and its input saved.
  private func run(_ check: SelfTestCheck) async throws(RunFailure) -> DoctorReport.Row {
    if check.needsAddressSanitizer, !plan.build.hasAddressSanitizer {
      return row(check.name, .notApplicable)
    }
    let (log, saved) = try await execute(check)
    if check.detectsLeaks, log.contains("LeakSanitizer has encountered a fatal error") {
      return row(check.name, .notApplicable, "this system forbids inspecting a process")
    }
    if let complaint = check.complaint(log: log, saved: saved) {
      return row(check.name, .failed, complaint)
    }
    return row(check.name, .ok)
  }

  /// Checks that a run writes a profile in which `llvm-cov` finds reached regions.
  private func sourceCoverage() async throws(RunFailure) -> DoctorReport.Row {
    let name = "source coverage"
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let raw = folder.path + "/run.profraw"
    let merged = folder.path + "/run.profdata"
    _ = try await execute(SelfTestCheck(name: name, seed: "fine", kinds: []), profile: raw)
    let merge = try await call("llvm-profdata", ["merge", "-sparse", raw, "-o", merged])
    guard merge.status.isSuccess else { return row(name, .failed, "no profile was written") }
    let report = try await call("llvm-cov", ["report", program, "-instr-profile=\(merged)"])
    guard let (regions, missed) = Self.totalRegions(in: report.output), regions > missed else {
      return row(name, .failed, "llvm-cov finds no reached region")
    }
    return row(name, .ok, "\(regions - missed) of \(regions) regions")
  }

  /// Checks that the program needs no Swift library at run time.
  private func standsAlone() async throws(RunFailure) -> DoctorReport.Row {
    let name = "stands alone"
    let headers = try await call("llvm-objdump", ["-p", program])
    let needed = headers.output.split(separator: "\n").filter { $0.contains("NEEDED") }
    guard headers.status.isSuccess, !needed.isEmpty else {
      return row(name, .failed, "llvm-objdump cannot read the program")
    }
    if let swift = needed.first(where: { $0.contains("libswift") || $0.contains("libFoundation") })
    {
      return row(name, .failed, "needs \(swift.split(separator: " ").last ?? "")")
    }
    return row(name, .ok, "no Swift library needed")
  }

  /// Regions and missed regions in the last line of `llvm-cov report`.
  static func totalRegions(in report: String) -> (regions: Int, missed: Int)? {
    guard let total = report.split(separator: "\n").last(where: { $0.hasPrefix("TOTAL") })
    else { return nil }
    let numbers = total.split(separator: " ").dropFirst().prefix(2).compactMap { Int($0) }
    return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
  }

  private func execute(
    _ check: SelfTestCheck, profile: String? = nil
  ) async throws(RunFailure) -> (log: String, saved: [[UInt8]]) {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let corpus = folder.path + "/corpus"
    let artifacts = folder.path + "/artifacts"
    for path in [corpus, artifacts] { try WorkFolder.make(path) }
    try WorkFolder.write(Array(check.seed.utf8), to: corpus + "/" + check.seed)
    var environment = ChildEnvironment.sanitized(
      ProcessInfo.processInfo.environment, symbolizer: try toolchain.tool("llvm-symbolizer"),
      profile: profile)
    if check.detectsLeaks { environment = ChildEnvironment.withLeakDetection(environment) }
    let outcome = try await ChildProcess(
      executable: program, arguments: check.arguments(corpus: corpus, artifacts: artifacts),
      environment: environment, timeLimit: .seconds(60)
    ).run()
    let saved = InputFiles.below(artifacts).compactMap {
      FileManager.default.contents(atPath: $0).map { [UInt8]($0) }
    }
    return (outcome.output, saved)
  }

  private func call(
    _ tool: String, _ arguments: [String]
  ) async throws(RunFailure) -> ChildProcess.Outcome {
    try await ChildProcess(
      executable: try toolchain.tool(tool), arguments: arguments,
      environment: ChildEnvironment.build(ProcessInfo.processInfo.environment),
      timeLimit: .seconds(60)
    ).run()
  }

  private func row(
    _ check: String, _ result: DoctorReport.Row.Result, _ detail: String = ""
  ) -> DoctorReport.Row {
    DoctorReport.Row(build: plan.build, check: check, result: result, detail: detail)
  }
}
