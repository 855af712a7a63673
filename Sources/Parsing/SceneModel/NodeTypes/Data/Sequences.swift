extension NodeType {
  /// Sequences and their browser.
  ///
  /// Source: the attribute readers of vtkMRMLSequenceNode, vtkMRMLSequenceBrowserNode.
  static let sequences: [NodeType] = [
    NodeType(
      "Sequence", parent: "Storable", tags: ["Sequence"],
      attributes: [
        NodeAttribute("indexName", .string, default: "time"),
        NodeAttribute("indexUnit", .string, default: "s"),
        NodeAttribute(
          "indexType", .looseEnumeration(.sequenceIndexType, else: 1), default: "numeric"),
        NodeAttribute("numericIndexValueTolerance", .stream(.double), default: "0.001"),
        NodeAttribute("indexValues", .record(.indexValues), default: ""),
      ]),
    NodeType(
      "SequenceBrowser", parent: "Node", tags: ["SequenceBrowser"], provider: .module("Sequences"),
      defaults: ["hideFromEditors": "false"],
      attributes: [
        NodeAttribute("playbackActive", .bool, default: "false"),
        NodeAttribute("playbackRateFps", .stream(.double), default: "10"),
        NodeAttribute("playbackItemSkippingEnabled", .bool, default: "true"),
        NodeAttribute("playbackLooped", .bool, default: "true"),
        NodeAttribute("selectedItemNumber", .stream(.int), default: "-1"),
        NodeAttribute("recordingActive", .bool, default: "false"),
        NodeAttribute("recordOnMasterModifiedOnly", .bool, default: "false"),
        NodeAttribute(
          "recordingSamplingMode", .enumeration(.recordingSamplingMode),
          default: "limitedToPlaybackFrameRate"),
        NodeAttribute("indexDisplayMode", .enumeration(.indexDisplayMode), default: "[indexValue]"),
        NodeAttribute(
          "indexDisplayDecimals", .stream(.int),
          effects: [.makesFormat, .goesTo("indexDisplayFormat")]),
        NodeAttribute("indexDisplayFormat", .format, default: "%.2f"),
        NodeAttribute("virtualNodePostfixes", .words, default: ""),
        NodeAttribute("SynchronizationPropertiesMap", .record(.synchronization), match: .contains),
      ]),
  ]
}
