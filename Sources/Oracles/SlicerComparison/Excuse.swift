import SceneModel

/// Why a comparison does not count. Nothing else is excused.
package enum Excuse: String, Sendable, CaseIterable {
  /// This reader's limits are stated and finite (`XMLLimits`, `SceneLimits`); the real reader has others or none.
  case beyondLimit
  /// The real reader gave no answer within its limits of time and memory, so there is nothing to compare with.
  case unanswered
  /// The wheel lacks the class: its module needs Qt.
  case classNotInWheel
  /// The format does not define what is read here; the model says `unspecified`.
  case unspecified
  /// Loading the scene goes on to open data files, and what it finds there, or not, is written here.
  case changedByData
  /// The real reader does not write the value, or writes another one under its name, so it cannot be seen.
  case notWritten
  /// A path that begins in a home folder leads elsewhere on every machine.
  case needsHome
  /// Depends on the command-line modules that are installed; the wheel has none.
  case needsModules

  /// One sentence for people.
  package var reason: String {
    switch self {
    case .beyondLimit: "beyond a stated limit of this reader"
    case .unanswered: "no answer from the real reader within its limits"
    case .classNotInWheel: "a class that the wheel lacks, since its module needs Qt"
    case .unspecified: "a value that the format does not define"
    case .changedByData: "an attribute that loading data files changes"
    case .notWritten: "a value that the real reader does not write, or not under its name"
    case .needsHome: "a path that begins in a home folder"
    case .needsModules: "depends on installed command-line modules, of which the wheel has none"
    }
  }
}

extension Excuse {
  /// An attribute of a class, and of what inherits from it, whose value does not count.
  struct Row {
    enum Condition {
      case always
      /// Only of nodes that have a storage node.
      case stored
      /// Only where the range of scalars is that of the data.
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

  /// Every attribute that is excused for what it is and not for what it holds.
  static let table = [
    Row(type: "Storage", attribute: "readState", excuse: .changedByData),
    Row(type: "Storage", attribute: "writeState", excuse: .changedByData),
    // Records of segments that the data does not hold are dropped.
    Row(
      type: "SegmentationDisplay", attribute: "SegmentationDisplayProperties",
      excuse: .changedByData),
    Row(
      type: "Display", attribute: "scalarRange", excuse: .changedByData, condition: .rangeOfData),
    // Reading the data, or failing to, begins with an empty list.
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
    // Written behind another list.
    Row(type: "DiffusionWeightedVolume", attribute: "gradients", excuse: .notWritten),
    // Two numbers are written as one.
    Row(type: "VectorVolumeDisplay", attribute: "glyphMode", excuse: .notWritten),
    // Written as whether it is there.
    Row(type: "TransformDisplay", attribute: "InteractionSizeAbsolute", excuse: .notWritten),
  ]
}
