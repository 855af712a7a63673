import XMLReading

/// Searches a loaded scene for hazards. One linear pass for each family; nothing is parsed again.
struct SceneInspection {
  let contents: SceneContents
  var hazards: NoteList<SceneHazard>
  var notes: NoteList<SceneNote>

  init(_ contents: SceneContents) {
    self.contents = contents
    hazards = NoteList(limit: contents.limits.maximumNotes)
    notes = contents.notes
  }

  mutating func inspect() {
    inspectDocument()
    inspectIdentifiers()
    inspectSingletons()
    inspectReferences()
    inspectItems()
    inspectItemAttributes()
    inspectViews()
    inspectValues()
    inspectUnreferenced()
    inspectFormat()
  }

  mutating func find(_ code: SceneHazard.Code, _ node: Int32, at offset: Int? = nil) {
    let offset = offset ?? Node(contents: contents, index: Int(node)).offset
    hazards.append(SceneHazard(code, node: Int(node), at: offset))
  }

  private mutating func inspectDocument() {
    let document = contents.document
    if contents.records.count > 100_000 { find(.manyNodes, 100_000) }
    var depth = 0
    for index in 0..<document.eventCount {
      switch document.event(index) {
      case .startElement(let element):
        depth += 1
        if document.attributes(of: element).count > 1000 {
          hazards.append(SceneHazard(.manyAttributes, at: document.elementOffset(element)))
        }
        if depth == 1001 {
          hazards.append(SceneHazard(.deepNesting, at: document.elementOffset(element)))
        }
      case .endElement: depth -= 1
      default: break
      }
    }
  }
}

/// Result of the inspection of a scene.
public struct SceneReport: Sendable {
  /// Deviations that the application would report or correct, in the order of its steps.
  public let notes: [SceneNote]
  /// Number of notes beyond the limit.
  public let droppedNotes: Int
  /// Hazards that a person should know before opening the scene.
  public let hazards: [SceneHazard]
  /// Number of hazards beyond the limit, which equals that of notes and is counted separately.
  public let droppedHazards: Int
}

extension Scene {
  /// Decodes every value and inspects the whole scene. Linear in the document; the result is not
  /// cached.
  public func inspect() -> SceneReport {
    var inspection = SceneInspection(contents)
    inspection.inspect()
    return SceneReport(
      notes: inspection.notes.kept, droppedNotes: inspection.notes.dropped,
      hazards: inspection.hazards.kept, droppedHazards: inspection.hazards.dropped)
  }

  /// Hazards of ``inspect()``.
  public var hazards: [SceneHazard] { inspect().hazards }
  /// Notes of ``inspect()``.
  public var notes: [SceneNote] { inspect().notes }
}
