import Corpus
package import CrashTriage
import Foundation
import ProcessSupport

/// One triaged input.
package struct TriagedInput: Sendable {
  /// Path of the input.
  package let file: String
  /// The bytes of the input.
  package let bytes: [UInt8]
  /// The crash; nil when no replay crashed.
  package var crash: Crash?
  /// The grammar of the report; nil when no replay crashed.
  package var format: CrashReport.Format?
  /// The fingerprint of the crash; nil when no replay crashed.
  package var fingerprint: Fingerprint?
  /// Number of replays that crashed.
  package var reproduced: Int
  /// Number of replays.
  package var replays: Int
  /// Reason why it does not always fail; nil when it does or was not confirmed.
  package var stability: String?

  /// SHA-1 of the bytes, libFuzzer's name of the input.
  package var name: String { SHA1.name(of: bytes) }

  /// The evidence for the store of findings.
  package var evidence: FindingStore.Evidence {
    FindingStore.Evidence(
      bytes: bytes, name: name, reproduced: reproduced, replays: replays, stability: stability)
  }
}

/// Groups crashing inputs of one target by bug.
///
/// Every input is replayed without a symbolizer and grouped by its raw stack; only the smallest of
/// each group is replayed with a symbolizer, and only the smallest of each fingerprint in a plain
/// build, for the message.
package struct InputTriage: Sendable {
  /// Name of the target.
  package let target: String
  /// Replay of inputs: entry point and limits.
  package let replay: CrashReplay
  /// Replay in a plain build; nil leaves it out.
  package let plain: PlainReplay?
  /// Maximum replays of an input that does not crash.
  package var attempts = 3
  /// Replays of the smallest input of each fingerprint with a random hash seed, and as many with a
  /// fixed one.
  package var confirmations = 0

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

  /// Each file with its report without symbols, in order, one worker for each core.
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

  /// Gives every input of a group the crash of the smallest one.
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

  /// Adds the message of a plain build for the smallest input of each fingerprint.
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
        // Without a frame the first fingerprint was inexact.
        if crash.frames.isEmpty {
          inputs[member].fingerprint = Fingerprint(explained, target: target)
        }
      }
    }
  }

  /// Counts failures of the smallest input of each fingerprint. Hangs are left out: each replay
  /// takes its time limit.
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
