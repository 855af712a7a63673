import Corpus
import Foundation
import FuzzTargets
import ProcessSupport

/// Copies inputs between the working corpora of targets whose inputs are of one kind.
///
/// What one target found may be new to another, whose process runs it at its start. Each input is
/// offered once to each target; at the end of a session the minimization removes those that have
/// no new features.
struct CorpusSharing: Sendable {
  /// Maximum inputs before one slice, so that its start-up stays short.
  static let maximumAtOnce = 32
  /// Maximum inputs of a session for one target.
  static let maximumInputs = 1_024

  private let plan: SessionPlan
  /// For each target, `TARGET/NAME` of the inputs of others that were offered.
  private var offered: [Set<String>]
  /// For each target, inputs copied to it.
  private(set) var counts: [Int]
  /// For each target, those with inputs of its kind.
  private let siblings: [[Int]]

  init(plan: SessionPlan) {
    self.plan = plan
    offered = plan.targets.map { _ in [] }
    counts = plan.targets.map { _ in 0 }
    siblings = plan.targets.enumerated().map { index, target in
      let formats = SharedInput.formats(sharedWith: target.format.name)
      return plan.targets.indices.filter {
        $0 != index && formats.contains(plan.targets[$0].format.name)
      }
    }
  }

  /// Copies inputs that the other targets of the kind have and `target` has not. Returns their
  /// number.
  mutating func share(with target: Int) throws(RunFailure) -> Int {
    let own = plan.workingCorpus(target)
    let known = Set(own.names)
    var added = 0
    for sibling in siblings[target] {
      let other = plan.workingCorpus(sibling)
      for name in other.names where added < Self.maximumAtOnce {
        guard counts[target] < Self.maximumInputs else { return added }
        guard offered[target].insert("\(sibling)/\(name)").inserted, !known.contains(name),
          let bytes = converted(name, of: sibling, for: target),
          try own.addShared(bytes)
        else { continue }
        counts[target] += 1
        added += 1
      }
    }
    return added
  }

  private func converted(_ name: String, of sibling: Int, for target: Int) -> [UInt8]? {
    let path = plan.store.corpus(plan.targets[sibling].name) + "/" + name
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    return SharedInput.converted(
      [UInt8](data), from: plan.targets[sibling].format.name,
      to: plan.targets[target].format.name)
  }
}
