package import CrashTriage
import Foundation
package import FuzzTargets
import OracleTargets
package import ProcessSupport

/// What the paths given to `scenefuzz triage` are: reports to read, or inputs to replay.
package struct TriageSorting: Sendable {
  /// A file that was read as a report.
  package struct Report: Sendable {
    /// Path of the file.
    package let file: String
    /// What it tells.
    package let report: CrashReport
  }

  /// Files that tell of a crash themselves.
  package var reports: [Report] = []
  /// Inputs, by the name of their target.
  package var inputs: [String: [String]] = [:]
  /// Files that are no report and of which the target is not known.
  package var unread: [String] = []

  /// Sorts `files`.
  ///
  /// - Parameters:
  ///   - target: The target of every input, where the caller named it: then only `.txt`, `.log` and `.json` files
  ///     are read as reports.
  ///   - store: Known findings: their inputs are replayed with the target that they name.
  ///   - inputs: Files that are inputs, whatever they look like.
  package init(
    _ files: [String], inputs: [String] = [], target: FuzzTarget?, store: FindingStore
  ) throws(RunFailure) {
    for file in inputs {
      let url = URL(fileURLWithPath: file).standardizedFileURL
      guard let name = target?.name ?? Self.target(of: url, url.pathComponents, store) else {
        throw .usage("the target of '\(file)' is not known", "name it with --target")
      }
      self.inputs[name, default: []].append(file)
    }
    for file in files {
      let url = URL(fileURLWithPath: file).standardizedFileURL
      let parts = url.pathComponents
      if Self.isOfStore(url) { continue }
      let name = target?.name ?? Self.target(of: url, parts, store)
      // An input may hold the text of a report; where libFuzzer's or our own naming says input, it is one.
      if !Self.isNamedAsInput(url) || name == nil,
        target == nil || Self.isNamedAsReport(url),
        let report = (try? BoundedFile.read(file)).flatMap({ CrashReport.read(bytes: $0) })
      {
        reports.append(Report(file: file, report: report))
      } else if let name, SystemBridge.isRegularFile(file),
        target != nil || !Self.isNamedAsReport(url) || Self.isOfCheckout(parts)
      {
        self.inputs[name, default: []].append(file)
      } else {
        unread.append(file)
      }
    }
  }

  /// What the folder of findings keeps beside inputs.
  private static func isOfStore(_ url: URL) -> Bool {
    let folder = url.deletingLastPathComponent().lastPathComponent
    return ["report.json", "README.md"].contains(url.lastPathComponent)
      && Fingerprint(folder) != nil
      || url.lastPathComponent == "decisions.json"
  }

  /// The target whose name is a folder of the path, as in `corpus/mrml/…`, or that a finding names.
  private static func target(of url: URL, _ parts: [String], _ store: FindingStore) -> String? {
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

  /// A folder of foreign logs may be called like a target; those of the checkout hold inputs.
  private static func isOfCheckout(_ parts: [String]) -> Bool {
    !Set(["corpus", "artifacts", "crashes"]).isDisjoint(with: parts)
  }

  private static func isNamedAsInput(_ url: URL) -> Bool {
    let name = url.lastPathComponent
    return name == "input"
      || ["crash-", "timeout-", "oom-", "leak-", "slow-unit-"].contains { name.hasPrefix($0) }
  }
}
