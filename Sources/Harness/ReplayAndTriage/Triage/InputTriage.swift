import Corpus
package import CrashTriage
import Foundation
import ProcessSupport

/// One crashing input, triaged.
package struct TriagedInput: Sendable {
  /// Path of the input.
  package let file: String
  /// The bytes of the input.
  package let bytes: [UInt8]
  /// What it does; nil when no replay crashed.
  package var crash: Crash?
  /// The grammar that the report was read by; nil when no replay crashed.
  package var format: CrashReport.Format?
  /// The finding that it shows; nil when no replay crashed.
  package var fingerprint: Fingerprint?
  /// How many replays crashed, of how many.
  package var reproduced: Int
  /// How many replays were tried.
  package var replays: Int
  /// Why it does not fail each time; nil when it does, or when nobody asked.
  package var stability: String?

  /// SHA-1 of the bytes, which is how libFuzzer names them.
  package var name: String { SHA1.name(of: bytes) }

  /// What the store of findings keeps of it.
  package var evidence: FindingStore.Evidence {
    FindingStore.Evidence(
      bytes: bytes, name: name, reproduced: reproduced, replays: replays, stability: stability)
  }
}

/// Finds out which of many crashing inputs of one target show the same bug.
///
/// Every input is replayed without a symbolizer and grouped by where its code lies; only the smallest of each group
/// is replayed with one, and only the smallest of each fingerprint in a plain build, for the message.
package struct InputTriage: Sendable {
  /// Name of the target.
  package let target: String
  /// How inputs are replayed, with the entry point and its limits.
  package let replay: CrashReplay
  /// Nil where this program cannot run targets itself.
  package let plain: PlainReplay?
  /// Replays of an input that does not crash at once, before it is called not reproduced.
  package var attempts = 3
  /// Replays of the smallest input of each fingerprint with a random hash seed, and as many with a fixed one.
  package var confirmations = 0

  /// A triage with three replays for an input that does not crash at once.
  package init(target: String, replay: CrashReplay, plain: PlainReplay?) {
    self.target = target
    self.replay = replay
    self.plain = plain
  }

  /// Triages `files`, in order.
  package func triage(_ files: [String]) async throws -> [TriagedInput] {
    var inputs: [TriagedInput] = []
    var groups: [[Int]] = []
    var known: [RawStack: Int] = [:]
    for (input, report) in try await first(files) {
      inputs.append(input)
      guard let report else { continue }
      if let raw = RawStack(report), let group = known[raw] {
        groups[group].append(inputs.count - 1)
      } else {
        if let raw = RawStack(report) { known[raw] = groups.count }
        groups.append([inputs.count - 1])
      }
    }
    try await symbolize(groups, &inputs)
    try await explain(&inputs)
    try await confirm(&inputs)
    return inputs
  }

  /// Each file with its report without symbols, in order, as many at once as there are cores.
  private func first(_ files: [String]) async throws -> [(TriagedInput, CrashReport?)] {
    let workers = ProcessInfo.processInfo.activeProcessorCount
    return try await withThrowingTaskGroup(of: (Int, TriagedInput, CrashReport?).self) { group in
      var results: [Int: (TriagedInput, CrashReport?)] = [:]
      for (index, file) in files.enumerated() {
        if index >= workers, let (place, input, report) = try await group.next() {
          results[place] = (input, report)
        }
        group.addTask {
          let (input, report) = try await first(file)
          return (index, input, report)
        }
      }
      for try await (place, input, report) in group { results[place] = (input, report) }
      return files.indices.compactMap { results[$0] }
    }
  }

  private func first(_ file: String) async throws -> (TriagedInput, CrashReport?) {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw RunFailure.environment("cannot read \(file)", "check that it exists and may be read")
    }
    var input = TriagedInput(file: file, bytes: Array(data), reproduced: 0, replays: 0)
    while input.replays < attempts {
      input.replays += 1
      if let hit = try await replay.firstCrash(among: [file]) {
        input.reproduced += 1
        return (input, hit.report)
      }
    }
    return (input, nil)
  }

  /// Gives every input of a group the crash of its smallest.
  private func symbolize(_ groups: [[Int]], _ inputs: inout [TriagedInput]) async throws {
    var reports: [CrashReport] = []
    var members: [[Int]] = []
    for group in groups {
      guard let smallest = group.min(by: { inputs[$0].bytes.count < inputs[$1].bytes.count })
      else { continue }
      inputs[smallest].replays += 1
      guard let report = try await replay.report(on: inputs[smallest].file) else { continue }
      inputs[smallest].reproduced += 1
      reports.append(report)
      members.append(group)
    }
    var crashes = await Demangler(toolchain: replay.toolchain).crashes(reports)
    for (index, crash) in crashes.enumerated() where crash.kind == .timeout && confirmations > 0 {
      guard let file = members[index].first.map({ inputs[$0].file }),
        let again = try await replay.report(on: file)
      else { continue }
      let other = await Demangler(toolchain: replay.toolchain).crash(again)
      crashes[index] = crash.common(with: other)
    }
    for (index, crash) in crashes.enumerated() {
      for member in members[index] {
        inputs[member].crash = crash
        inputs[member].format = reports[index].format
        inputs[member].fingerprint = Fingerprint(crash, target: target)
      }
    }
  }

  /// Adds what a plain build says of the smallest input of each fingerprint.
  private func explain(_ inputs: inout [TriagedInput]) async throws {
    guard let plain else { return }
    let found = Set(inputs.compactMap(\.fingerprint))
    for fingerprint in found.sorted(by: { $0.description < $1.description }) {
      let members = inputs.indices.filter { inputs[$0].fingerprint == fingerprint }
      guard let smallest = members.min(by: { inputs[$0].bytes.count < inputs[$1].bytes.count }),
        let kind = inputs[smallest].crash?.kind, kind != .timeout, kind != .outOfMemory
      else { continue }
      let outcome = try await plain.run(target: target, file: inputs[smallest].file)
      let reports = [
        outcome.backtrace.flatMap { CrashReport.read($0) }, CrashReport.read(outcome.log),
      ]
      let crashes = await Demangler(toolchain: replay.toolchain)
        .crashes(reports.compactMap { $0 })
      for member in members {
        guard let crash = inputs[member].crash else { continue }
        let explained = crashes.reduce(crash) { $0.explained(by: $1) }
        inputs[member].crash = explained
        // Without a frame of ours the first fingerprint said little.
        if crash.frames.isEmpty {
          inputs[member].fingerprint = Fingerprint(explained, target: target)
        }
      }
    }
  }

  /// Counts how often the smallest input of each fingerprint fails. A hang is left out: each replay costs its time limit.
  private func confirm(_ inputs: inout [TriagedInput]) async throws {
    guard confirmations > 0 else { return }
    var random = replay
    random.hasFixedHashSeed = false
    let found = Set(inputs.compactMap(\.fingerprint))
    for fingerprint in found.sorted(by: { $0.description < $1.description }) {
      let members = inputs.indices.filter { inputs[$0].fingerprint == fingerprint }
      guard let smallest = members.min(by: { inputs[$0].bytes.count < inputs[$1].bytes.count }),
        inputs[smallest].crash?.kind != .timeout
      else { continue }
      let file = inputs[smallest].file
      let fixedCount = try await failures(of: file, replay)
      let randomCount = try await failures(of: file, random)
      inputs[smallest].reproduced = fixedCount + randomCount
      inputs[smallest].replays = 2 * confirmations
      inputs[smallest].stability =
        Stability(
          failedWithRandomSeed: randomCount, failedWithFixedSeed: fixedCount, replays: confirmations
        ).reason
    }
  }

  private func failures(of file: String, _ replay: CrashReplay) async throws -> Int {
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<confirmations {
        group.addTask { try await replay.firstCrash(among: [file]) != nil }
      }
      return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
  }
}
