import Foundation
import FuzzSession
package import ProcessSupport

/// A folder of trials, one file for each, so that a run that was stopped can be gone on with and added to.
///
///     settings.json         what all trials have in common
///     trial-1-full.json     what a trial came to, written when it has ended
///     trial-1-plain.json
package struct BugTrialStore: Sendable {
  /// Path of the folder.
  package let folder: String

  /// A new folder of trials; refused when it holds some already.
  package init(creating folder: String, settings: BugTrialSettings) throws(RunFailure) {
    self.folder = folder
    guard !FileManager.default.fileExists(atPath: folder + "/settings.json") else {
      throw .usage(
        "\(folder) holds trials already", "name another folder, or add to them with --resume")
    }
    try WorkFolder.make(folder)
    try write(settings, "settings.json")
  }

  /// A folder of trials to add to; refused when they were made with other settings or other bugs.
  package init(resuming folder: String, settings: BugTrialSettings) throws(RunFailure) {
    self.folder = folder
    guard let known: BugTrialSettings = read("settings.json") else {
      throw .usage("\(folder) holds no trials", "begin with --keep")
    }
    guard known == settings else {
      let difference =
        known.bugs == settings.bugs
        ? "with --time \(Int(known.seconds)) --jobs \(known.jobs)" : "with other injected bugs"
      throw .usage(
        "the trials in \(folder) were made \(difference)", "name the same, or begin another folder")
    }
  }

  /// A folder of the checkout's working data that is not there yet.
  package static func newFolder(root: RepositoryRoot) -> String {
    root.path(".scenefuzz/bugs/\(SessionStore.newSessionID())")
  }

  /// The trials of `harness` that are there, by number.
  package func trials(of harness: BugTrial.Harness) -> [BugTrial] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasPrefix("trial-") && $0.hasSuffix("-\(harness.rawValue).json") }
      .compactMap { read($0) }.sorted { ($0 as BugTrial).number < $1.number }
  }

  func add(_ trial: BugTrial) throws(RunFailure) {
    try write(trial, "trial-\(trial.number)-\(trial.harness.rawValue).json")
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
