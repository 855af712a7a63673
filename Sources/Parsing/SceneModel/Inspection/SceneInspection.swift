import XMLReading

/// Looks a loaded scene over for the shapes that a pre-flight should tell. One pass for each family of shapes, each
/// linear; nothing is read again.
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
    inspectViews()
    inspectValues()
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

/// What looking a scene over came to.
public struct SceneReport: Sendable {
  /// What the application would report or change, in the order of its steps.
  public let notes: [SceneNote]
  /// Remarks beyond the limit.
  public let droppedNotes: Int
  /// What a person should know before opening the scene.
  public let hazards: [SceneHazard]
  /// Findings beyond the limit; it is the same as that of notes, counted apart.
  public let droppedHazards: Int
}

extension Scene {
  /// Decodes every value and looks the whole scene over. Linear in the document; nothing is kept, so ask once.
  public func inspect() -> SceneReport {
    var inspection = SceneInspection(contents)
    inspection.inspect()
    return SceneReport(
      notes: inspection.notes.kept, droppedNotes: inspection.notes.dropped,
      hazards: inspection.hazards.kept, droppedHazards: inspection.hazards.dropped)
  }

  /// The hazards of ``inspect()``.
  public var hazards: [SceneHazard] { inspect().hazards }
  /// The notes of ``inspect()``.
  public var notes: [SceneNote] { inspect().notes }
}
