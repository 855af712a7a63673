extension NodeType {
  /// Sequences and their browser.
  ///
  /// Facts: the attribute readers of vtkMRMLSequenceNode, vtkMRMLSequenceBrowserNode.
  static let sequences: [NodeType] = [
    NodeType(
      "Sequence", parent: "Storable", tags: ["Sequence"],
      attributes: [
        NodeAttribute("indexName", .string),
        NodeAttribute("indexUnit", .string),
        NodeAttribute("indexType", .enumeration(.sequenceIndexType)),
        NodeAttribute("numericIndexValueTolerance", .stream(.double)),
        NodeAttribute("indexValues", .record(.indexValues)),
      ]),
    NodeType(
      "SequenceBrowser", parent: "Node", tags: ["SequenceBrowser"], provider: .module("Sequences"),
      attributes: [
        NodeAttribute("playbackActive", .bool),
        NodeAttribute("playbackRateFps", .stream(.double)),
        NodeAttribute("playbackItemSkippingEnabled", .bool),
        NodeAttribute("playbackLooped", .bool),
        NodeAttribute("selectedItemNumber", .stream(.int)),
        NodeAttribute("recordingActive", .bool),
        NodeAttribute("recordOnMasterModifiedOnly", .bool),
        NodeAttribute("recordingSamplingMode", .enumeration(.recordingSamplingMode)),
        NodeAttribute("indexDisplayMode", .enumeration(.indexDisplayMode)),
        NodeAttribute("indexDisplayDecimals", .stream(.int)),
        NodeAttribute("indexDisplayFormat", .format),
        NodeAttribute("virtualNodePostfixes", .words),
        NodeAttribute("SynchronizationPropertiesMap", .record(.nameValueWords), match: .contains),
      ]),
  ]
}
