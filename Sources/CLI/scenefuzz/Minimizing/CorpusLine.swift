import ByteReading
import FuzzBuilds
import Minimization
import ProcessSupport
import SetCover

/// Result of `minimize corpus --json`; the last two keys are present only when not empty.
struct CorpusLine: Encodable {
  var filesBefore: Int
  var filesAfter: Int
  var bytesBefore: Int
  var bytesAfter: Int
  var featuresBefore: Int
  var featuresAfter: Int
  var optimal: Bool
  var lowerBound: Int
  var seconds: Double
  var kept: [String]
  var unstable: [UInt32]?
  var quarantined: [String]?

  init(_ result: CorpusMinimization.Result) {
    filesBefore = result.filesBefore
    filesAfter = result.filesAfter
    bytesBefore = result.bytesBefore
    bytesAfter = result.bytesAfter
    featuresBefore = result.featuresBefore
    featuresAfter = result.featuresAfter
    optimal = result.isOptimal
    lowerBound = result.lowerBound
    seconds = result.elapsed.inSeconds
    kept = result.kept
    unstable = result.unstable.isEmpty ? nil : result.unstable
    quarantined = result.quarantined.isEmpty ? nil : result.quarantined
  }

  init(_ selection: CorpusSelection, seconds: Double) {
    filesBefore = selection.filesBefore
    filesAfter = selection.filesAfter
    bytesBefore = selection.bytesBefore
    bytesAfter = selection.bytesAfter
    featuresBefore = selection.featuresBefore
    featuresAfter = selection.featuresAfter
    optimal = selection.isOptimal
    lowerBound = selection.lowerBound
    self.seconds = seconds
    kept = selection.kept
    quarantined = selection.unmeasured.isEmpty ? nil : selection.unmeasured.map(\.name)
  }
}

/// Result of `minimize corpus` for people.
struct CorpusText {
  let target: String
  let objective: CorpusObjective
  let folder: String
  let quarantine: String
  let plan: BuildPlan
  let isDryRun: Bool

  func lines(_ result: CorpusMinimization.Result) -> [String] {
    var lines = [
      "\(result.filesBefore) files, \(result.bytesBefore) bytes to \(result.filesAfter) files, "
        + "\(result.bytesAfter) bytes in \(result.elapsed.inSeconds) s"
        + (isDryRun ? " (dry run: nothing changed)" : ""),
      "  features \(result.featuresBefore) to \(result.featuresAfter)",
      "  minimum \(objective.rawValue): "
        + Self.proof(result.weight, result.lowerBound) + ", solved in "
        + "\(result.solving.inSeconds) s",
      "  replay with the seeds \(Self.rounded(result.replayBefore)) s to "
        + "\(Self.rounded(result.replayAfter)) s; confirming the selection took "
        + "\(result.confirming.inSeconds) s",
    ]
    if !result.unstable.isEmpty {
      let shown = result.unstable.prefix(10).map { "\($0)" }.joined(separator: " ")
      lines.append(
        "  left out as unstable: \(result.unstable.count) features (\(shown)"
          + (result.unstable.count > 10 ? " …)" : ")"))
    }
    for name in result.quarantined.prefix(10) {
      lines.append("  fails, \(isDryRun ? "not moved" : "in quarantine"): \(name)")
      guard !isDryRun else { continue }
      let file = CommandWords.fromHere(quarantine + "/" + name)
      lines.append("    repeat: \(CommandWords.command("replay", target, file, plan: plan))")
    }
    if result.quarantined.count > 10 {
      lines.append("  and \(result.quarantined.count - 10) more failing inputs")
    }
    for name in result.released.prefix(10) { lines.append("  no longer fails: \(name)") }
    return lines + ["  corpus: \(folder)"]
  }

  /// `optimal`, or the maximum distance of the weight from the optimum.
  static func proof(_ weight: Int, _ lowerBound: Int) -> String {
    guard weight > lowerBound else { return "\(weight), optimal" }
    let gap = 100 * Double(weight - lowerBound) / Double(max(lowerBound, 1))
    return "\(weight), within \((gap * 100).rounded() / 100) % (at least \(lowerBound))"
  }

  static func rounded(_ seconds: Double) -> Double { (seconds * 100).rounded() / 100 }
}

/// Set-cover solution for a libFuzzer control file; runs no target.
struct ControlFileSelection {
  let line: CorpusLine
  let text: [String]

  init(
    path: String, objective: CorpusObjective, protected: Set<String>, limit: Duration
  ) throws {
    let bytes: [UInt8]
    do {
      bytes = try InputFile(path).bytes
    } catch {
      throw RunFailure.environment(
        "\(Printable.text(path)): \(InputFile.sentence(for: error))", "name a readable file")
    }
    let start = ContinuousClock.now
    let selection: CorpusSelection
    do {
      selection = try CorpusSelection.solve(
        controlFile: bytes.span, objective: objective,
        isProtected: { protected.contains($0) },
        stop: { ContinuousClock.now - start > limit })
    } catch {
      throw RunFailure.usage(
        "\(Printable.text(path)) is not a control file with features (\(error))",
        "make one with -set_cover_merge=1 -merge_control_file=F")
    }
    let seconds = (ContinuousClock.now - start).inSeconds
    line = CorpusLine(selection, seconds: seconds)
    text =
      [
        "\(line.filesBefore) files, \(line.bytesBefore) bytes to \(line.filesAfter) files, "
          + "\(line.bytesAfter) bytes in \(seconds) s",
        "  features \(line.featuresBefore) to \(line.featuresAfter)",
        "  minimum \(objective.rawValue): "
          + CorpusText.proof(selection.weight, selection.lowerBound),
      ] + selection.unmeasured.prefix(10).map { "  without features: \(Printable.text($0.name))" }
      + selection.kept.map { "  \(Printable.text($0))" }
  }
}
