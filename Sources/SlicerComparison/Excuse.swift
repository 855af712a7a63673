/// Why a comparison does not count. Nothing else is excused.
public enum Excuse: String, Sendable, CaseIterable {
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
  /// The real reader does not write the value, so it cannot be seen.
  case notWritten

  /// One sentence for people.
  public var reason: String {
    switch self {
    case .beyondLimit: "beyond a stated limit of this reader"
    case .unanswered: "no answer from the real reader within its limits"
    case .classNotInWheel: "a class that the wheel lacks, since its module needs Qt"
    case .unspecified: "a value that the format does not define"
    case .changedByData: "an attribute that loading data files changes"
    case .notWritten: "a value that the real reader does not write"
    }
  }
}
