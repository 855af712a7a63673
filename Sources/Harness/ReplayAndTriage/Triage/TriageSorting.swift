import Corpus
package import CrashTriage
import Foundation
package import FuzzTargets
import OracleTargets
package import ProcessSupport

/// The paths given to `scenefuzz triage`, sorted into reports to read and inputs to replay.
package struct TriageSorting: Sendable {
  /// A file of one or more crash reports.
  package struct ReportFile: Sendable {
    /// Path of the file.
    package let file: String
    /// Every crash in it, in order; never empty.
    package let crashes: [CrashReport]
  }

  /// A file that is neither a report nor an input.
  package struct Unread: Sendable {
    /// Path of the file.
    package let file: String
    /// Why it was not read.
    package let reason: String
  }

  /// Files of crash reports.
  package var reports: [ReportFile] = []
  /// Inputs, by the name of their target.
  package var inputs: [String: [String]] = [:]
  /// Files that could not be used.
  package var unread: [Unread] = []

  /// Sorts `files`.
  ///
  /// - Parameters:
  ///   - target: The target of every input, where the caller named it: then only `.txt`, `.log` and
  ///     `.json` files
  ///     are read as reports.
  ///   - inputs: Files that are inputs, whatever they look like.
  ///   - onlyFirst: Whether only the first crash of each file is read.
  package init(
    _ files: [String], inputs: [String] = [], target: FuzzTarget?, onlyFirst: Bool = false
  ) throws(RunFailure) {
    for file in inputs {
      let url = URL(fileURLWithPath: file).standardizedFileURL
      guard let name = target?.name ?? Self.target(of: url, url.pathComponents) else {
        throw .usage("the target of '\(file)' is not known", "name it with --target")
      }
      self.inputs[name, default: []].append(file)
    }
    for file in files { sort(file, target, onlyFirst) }
  }

  private mutating func sort(
    _ file: String, _ target: FuzzTarget?, _ onlyFirst: Bool
  ) {
    let url = URL(fileURLWithPath: file).standardizedFileURL
    let parts = url.pathComponents
    if Self.isOfStore(url) { return }
    let name = target?.name ?? Self.target(of: url, parts)
    var failure = "no crash is recognized in it; name the target of an input with --target"
    // An input may hold the text of a report; the names that libFuzzer and the store give say which
    // files are inputs.
    if !Self.isNamedAsInput(url) || name == nil, target == nil || Self.isNamedAsReport(url) {
      do throws(RunFailure) {
        let crashes = try ReportFileReader.read(file, onlyFirst: onlyFirst).map { crash in
          var crash = crash
          crash.origin = Self.origin(of: crash, in: url)
          return crash
        }
        if !crashes.isEmpty {
          reports.append(ReportFile(file: file, crashes: crashes))
          return
        }
      } catch {
        failure = error.description
      }
    }
    if let name, SystemBridge.isRegularFile(file),
      target != nil || !Self.isNamedAsReport(url) || Self.isOfCheckout(parts)
    {
      inputs[name, default: []].append(file)
    } else {
      unread.append(Unread(file: file, reason: failure))
    }
  }

  /// Tells a report without a place from every other one, and is the same when the file is read
  /// again.
  private static func origin(of crash: CrashReport, in url: URL) -> String {
    let lines = crash.lines.map { "\($0.lowerBound)-\($0.upperBound)" } ?? ""
    return SHA1.name(of: Array("\(url.path)\n\(lines)\n\(crash.message)".utf8))
  }

  /// Whether the store of findings wrote `url` beside an input.
  private static func isOfStore(_ url: URL) -> Bool {
    let folder = url.deletingLastPathComponent().lastPathComponent
    return ["report.json", "README.md"].contains(url.lastPathComponent)
      && Fingerprint(folder) != nil
      || url.lastPathComponent == "decisions.json"
  }

  /// The target whose name is a folder of the path, as in `corpus/mrml/…`, or that a finding names.
  private static func target(of url: URL, _ parts: [String]) -> String? {
    let folder = url.deletingLastPathComponent().lastPathComponent
    if let fingerprint = Fingerprint(folder),
      let finding = try? FindingStore(
        folder: url.deletingLastPathComponent().deletingLastPathComponent()
      ).finding(fingerprint), FullCatalog[finding.target] != nil
    {
      return finding.target
    }
    return parts.dropLast().last { FullCatalog[$0] != nil }
  }

  private static func isNamedAsReport(_ url: URL) -> Bool {
    ["txt", "log", "json", "crash", "ips", "casrep"].contains(url.pathExtension)
  }

  /// A folder of foreign logs may have the name of a target; these folders of the checkout hold
  /// inputs.
  private static func isOfCheckout(_ parts: [String]) -> Bool {
    !Set(["corpus", "artifacts", "crashes"]).isDisjoint(with: parts)
  }

  private static func isNamedAsInput(_ url: URL) -> Bool {
    let name = url.lastPathComponent
    return name == "input"
      || ["crash-", "timeout-", "oom-", "leak-", "slow-unit-"].contains { name.hasPrefix($0) }
  }
}
