import XMLReading

/// Looks a loaded scene over for the shapes that a pre-flight should tell. One pass for each family of shapes, each
/// linear; nothing is read again.
struct SceneInspection {
  let contents: SceneContents
  var findings: RemarkList<Finding>
  var remarks: RemarkList<Remark>

  init(_ contents: SceneContents) {
    self.contents = contents
    findings = RemarkList(limit: contents.limits.maximumRemarks)
    remarks = contents.remarks
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

  mutating func find(_ code: Finding.Code, _ node: Int32, at offset: Int? = nil) {
    let offset = offset ?? Node(contents: contents, index: Int(node)).offset
    findings.append(Finding(code, node: Int(node), at: offset))
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
          findings.append(Finding(.manyAttributes, at: document.elementOffset(element)))
        }
        if depth == 1001 {
          findings.append(Finding(.deepNesting, at: document.elementOffset(element)))
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
  public let remarks: [Remark]
  /// Remarks beyond the limit.
  public let droppedRemarks: Int
  /// What a person should know before opening the scene.
  public let findings: [Finding]
  /// Findings beyond the limit; it is the same as that of remarks, counted apart.
  public let droppedFindings: Int
}

extension Scene {
  /// Decodes every value and looks the whole scene over. Linear in the document; nothing is kept, so ask once.
  public func inspect() -> SceneReport {
    var inspection = SceneInspection(contents)
    inspection.inspect()
    return SceneReport(
      remarks: inspection.remarks.kept, droppedRemarks: inspection.remarks.dropped,
      findings: inspection.findings.kept, droppedFindings: inspection.findings.dropped)
  }

  /// The findings of ``inspect()``.
  public var findings: [Finding] { inspect().findings }
  /// The remarks of ``inspect()``.
  public var remarks: [Remark] { inspect().remarks }
}
