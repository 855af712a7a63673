import SceneModel

/// Reason to leave a comparison out. The list is complete: every other difference counts.
package enum Excuse: String, Sendable, CaseIterable {
  /// The input exceeds a limit of this reader (`XMLLimits`, `SceneLimits`). The real reader has
  /// other limits or none.
  case beyondLimit
  /// The real reader did not answer within its limits of time and memory.
  case unanswered
  /// The wheel does not contain the class because its module needs Qt.
  case classNotInWheel
  /// The format does not define the value; the model has `unspecified`.
  case unspecified
  /// The value changes when the reader opens data files after loading the scene.
  case changedByData
  /// The real reader does not write the value, or writes a different value under the same name.
  case notWritten
  /// The path begins with a home folder, which differs between machines.
  case needsHome
  /// The value depends on installed command-line modules; the wheel contains none.
  case needsModules

  /// Description for messages.
  package var reason: String {
    switch self {
    case .beyondLimit: "exceeds a documented limit of this reader"
    case .unanswered: "no answer from the real reader within its limits"
    case .classNotInWheel: "the class is not in the wheel because its module needs Qt"
    case .unspecified: "the format does not define the value"
    case .changedByData: "loading data files changes the attribute"
    case .notWritten: "the real reader does not write the value under this name"
    case .needsHome: "the path begins with a home folder"
    case .needsModules: "depends on installed command-line modules; the wheel contains none"
    }
  }
}

extension Excuse {
  /// Excuse for one attribute of a class and its subclasses.
  struct Row {
    enum Condition {
      case always
      /// Nodes that refer to a storage node.
      case stored
      /// Nodes whose scalar range is computed from the data.
      case rangeOfData
    }

    let type: String
    let attribute: String
    let excuse: Excuse
    var condition = Condition.always

    func covers(_ value: LoadedValue, of node: Node, among values: [LoadedValue]) -> Bool {
      guard value.name == attribute, node.inherits(type) else { return false }
      switch condition {
      case .always: return true
      case .stored: return node.references.contains { $0.role == "storage" }
      case .rangeOfData:
        return values.contains {
          $0.name == "scalarRangeFlag" && $0.value != .term("UseManual", 0)
        }
      }
    }
  }

  /// Attributes that are excused whatever their value.
  static let table = [
    Row(type: "Storage", attribute: "readState", excuse: .changedByData),
    Row(type: "Storage", attribute: "writeState", excuse: .changedByData),
    // The reader drops records of segments that are not in the data.
    Row(
      type: "SegmentationDisplay", attribute: "SegmentationDisplayProperties",
      excuse: .changedByData),
    Row(
      type: "Display", attribute: "scalarRange", excuse: .changedByData, condition: .rangeOfData),
    // The reader empties these lists before it reads the data.
    Row(
      type: "AnnotationControlPoints", attribute: "ctrlPtsCoord", excuse: .changedByData,
      condition: .stored),
    Row(
      type: "AnnotationControlPoints", attribute: "ctrlPtsSelected", excuse: .changedByData,
      condition: .stored),
    Row(
      type: "AnnotationControlPoints", attribute: "ctrlPtsVisible", excuse: .changedByData,
      condition: .stored),
    Row(type: "Annotation", attribute: "textList", excuse: .changedByData, condition: .stored),
    Row(type: "Annotation", attribute: "textSelected", excuse: .changedByData, condition: .stored),
    Row(type: "Annotation", attribute: "textVisible", excuse: .changedByData, condition: .stored),
    Row(type: "CommandLineModule", attribute: "title", excuse: .needsModules),
    Row(type: "CommandLineModule", attribute: "version", excuse: .needsModules),
    // The writer appends it to another list.
    Row(type: "DiffusionWeightedVolume", attribute: "gradients", excuse: .notWritten),
    // The writer joins two numbers.
    Row(type: "VectorVolumeDisplay", attribute: "glyphMode", excuse: .notWritten),
    // The writer writes whether a value exists.
    Row(type: "TransformDisplay", attribute: "InteractionSizeAbsolute", excuse: .notWritten),
  ]
}
