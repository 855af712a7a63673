import Foundation
import FuzzSession
package import ProcessSupport

/// A folder of trials with one file each, so that a stopped run can be continued and extended:
/// `settings.json` holds the settings of all trials, `trial-1-full.json` and `trial-1-plain.json`
/// the results of the first pair, `inputs` the inputs that failed.
package struct BugTrialStore: Sendable {
  package let folder: String

  /// Creates a folder of trials; throws when it already holds trials.
  package init(creating folder: String, settings: BugTrialSettings) throws(RunFailure) {
    self.folder = folder
    guard !FileManager.default.fileExists(atPath: folder + "/settings.json") else {
      throw .usage(
        "\(folder) already holds trials", "name another folder, or add to them with --resume")
    }
    try WorkFolder.make(folder)
    try write(settings, "settings.json")
  }

  /// Opens a folder of trials; throws when they have other settings or other bugs.
  package init(resuming folder: String, settings: BugTrialSettings) throws(RunFailure) {
    self.folder = folder
    guard let known: BugTrialSettings = read("settings.json") else {
      throw .usage("\(folder) holds no trials", "start with --keep")
    }
    guard known == settings else {
      let difference =
        known.bugs == settings.bugs
        ? "with --time \(Int(known.seconds)) --jobs \(known.jobs)" : "with other injected bugs"
      throw .usage(
        "the trials in \(folder) were made \(difference)", "use the same, or another folder")
    }
  }

  /// A new folder in the checkout's working data.
  package static func newFolder(root: RepositoryRoot) -> String {
    root.path(".scenefuzz/bugs/\(SessionStore.newSessionID())")
  }

  /// Recorded trials of `harness`, by number.
  package func trials(of harness: BugTrial.Harness) -> [BugTrial] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasPrefix("trial-") && $0.hasSuffix("-\(harness.rawValue).json") }
      .compactMap { read($0) }.sorted { ($0 as BugTrial).number < $1.number }
  }

  /// Trials that the folder lacks, in order: `count` of the full harness, `peers` of each other
  /// one. They take turns.
  func missingTrials(
    of harnesses: [BugTrial.Harness], upTo count: Int, peers: Int
  ) -> [(harness: BugTrial.Harness, number: Int)] {
    let known = harnesses.map { Set(trials(of: $0).map(\.number)) }
    return (1...max(count, 1)).flatMap { number in
      zip(harnesses, known).filter { harness, known in
        !known.contains(number) && (harness == .full || number <= peers)
      }
      .map { (harness: $0.0, number: number) }
    }
  }

  func add(_ trial: BugTrial) throws(RunFailure) {
    try write(trial, "trial-\(trial.number)-\(trial.harness.rawValue).json")
  }

  /// Copies the inputs that failed in a session to `inputs/TARGET`: findings of this project's own
  /// code, since an injected bug does not fail. Returns their number.
  @discardableResult
  func keepInputs(of targets: [String], in session: SessionStore) throws(RunFailure) -> Int {
    var count = 0
    for target in targets {
      for file in InputFiles.below(session.artifacts(target)) {
        guard let data = FileManager.default.contents(atPath: file) else { continue }
        try WorkFolder.make("\(folder)/inputs/\(target)")
        try WorkFolder.write(
          [UInt8](data), to: "\(folder)/inputs/\(target)/\(InputFiles.lastComponent(file))")
        count += 1
      }
    }
    return count
  }

  private func read<Value: Decodable>(_ name: String) -> Value? {
    FileManager.default.contents(atPath: folder + "/" + name)
      .flatMap { try? JSONDecoder().decode(Value.self, from: $0) }
  }

  private func write(_ value: some Encodable, _ name: String) throws(RunFailure) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    let data = (try? encoder.encode(value)) ?? Data()
    try WorkFolder.write([UInt8](data) + [0x0A], to: folder + "/" + name)
  }
}
