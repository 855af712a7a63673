import ByteReading
package import SceneModel

/// Comparison of one scene as read by the model and by the real reader.
package struct SceneComparison {
  /// Counts and differences of this scene.
  package private(set) var agreement = Agreement()
  let file: String

  /// Compares the results.
  ///
  /// - Parameters:
  ///   - slicer: Nil when the real reader did not answer.
  ///   - missingTags: Tags for which the real reader has no class.
  package init(
    file: String, ours: Result<Scene, SceneError>, slicer: LoadedScene?,
    missingTags: Set<String> = []
  ) {
    self.file = file
    agreement.files = 1
    guard let slicer else {
      agreement.unanswered = 1
      agreement.excuse(.outcome, .unanswered)
      return
    }
    if !slicer.dataErrors.isEmpty { agreement.dataErrors = 1 }
    switch ours {
    case .failure(let error) where error.isLimit && slicer.outcome != .refused:
      agreement.excuse(.outcome, .beyondLimit)
    case .failure(let error): compareRefusal(error, slicer)
    case .success(let scene) where scene.allNodes.contains { missingTags.contains($0.tag) }:
      agreement.excuse(.outcome, .classNotInWheel)
    case .success(let scene): compare(scene, slicer)
    }
  }

  private mutating func compareRefusal(_ error: SceneError, _ slicer: LoadedScene) {
    if slicer.outcome == .refused {
      agreement.equal(.outcome)
    } else {
      agreement.differ(
        .outcome, file, ours: "refused: \(error.name) at offset \(error.position.offset)",
        slicer: slicer.outcome.rawValue)
    }
  }

  private mutating func compare(_ scene: Scene, _ slicer: LoadedScene) {
    let (ours, models) = LoadedScene.reading(scene)
    guard ours.outcome == slicer.outcome else {
      agreement.differ(
        .outcome, file, ours: ours.outcome.rawValue,
        slicer: ([slicer.outcome.rawValue] + slicer.sceneErrors.prefix(1)).joined(separator: ": "))
      return
    }
    agreement.equal(.outcome)
    if let difference = NodeListDifference(ours: ours, slicer: slicer) {
      agreement.differ(
        .nodes, file, node: difference.node, ours: difference.ours, slicer: difference.slicer)
      return
    }
    agreement.equal(.nodes)
    let descriptions = models.map(\.description)
    for (place, (one, other)) in zip(ours.nodes, slicer.nodes).enumerated() {
      compareAttributes(one, descriptions[place], other)
      compareReferences(one, other)
    }
    compareValues(scene, slicer)
  }

  private mutating func compareAttributes(
    _ ours: LoadedNode, _ description: LoadedDescription, _ slicer: LoadedNode
  ) {
    if let difference = description.difference(slicer.description)
      ?? ours.attributeDifference(slicer)
    {
      agreement.differ(
        .attributes, file, node: ours.id, ours: difference.ours, slicer: difference.slicer)
    } else {
      agreement.equal(.attributes)
    }
  }

  private mutating func compareReferences(_ ours: LoadedNode, _ slicer: LoadedNode) {
    if let difference = mapDifference(ours.references, slicer.references) {
      agreement.differ(
        .references, file, node: ours.id, ours: difference.ours, slicer: difference.slicer)
    } else {
      agreement.equal(.references)
    }
  }

  private mutating func compareValues(_ scene: Scene, _ slicer: LoadedScene) {
    guard let written = slicer.values else { return }
    for (node, attributes) in zip(scene.nodes, written) {
      guard let attributes else { continue }
      let values = node.loadedValues
      for value in values {
        if let row = Excuse.table.first(where: { $0.covers(value, of: node, among: values) }) {
          agreement.excuse(.values, row.excuse)
        } else {
          compare(value, of: node, attributes[value.name], slicer.folder)
        }
      }
    }
  }

  private mutating func compare(
    _ value: LoadedValue, of node: Node, _ written: WrittenValue?, _ folder: String?
  ) {
    if value.kind == .path, case .text(let path) = value.value, path.first == UInt8(ascii: "~") {
      return agreement.excuse(.values, .needsHome)
    }
    if value.value == .unspecified { return agreement.excuse(.values, .unspecified) }
    guard let written else { return agreement.excuse(.values, .notWritten) }
    if ValueAgreement.agrees(value.value, value.kind, written, folder) {
      agreement.equal(.values)
    } else {
      agreement.differ(
        .values, file, node: node.id, ours: "\(value.name) \(spelled(value.value))",
        slicer: written.spelled)
    }
  }

}

extension SceneError {
  /// True when a limit of this reader was exceeded, false for an error in the scene.
  var isLimit: Bool {
    switch code {
    case .nodeLimit, .itemLimit, .referenceLimit, .referenceWorkLimit: true
    case .xml(let code): "\(code)".hasSuffix("Limit")
    }
  }
}
