import ByteReading
import Preflight
import SceneBundle
import SceneModel
import XMLReading
import ZipReading

extension RulesPreset {
  var xml: XMLRules {
    switch self {
    case .standard: .standard
    case .slicer: .slicer
    }
  }

  var scene: SceneRules { SceneRules(xml: xml, catalog: .slicer) }
}

extension FileReport {
  mutating func checkXML(_ bytes: [UInt8], _ preset: RulesPreset, namespaces: Bool) {
    var rules = preset.xml
    rules.namespaces = namespaces
    do throws(XMLError) {
      let document = try XMLDocument(reading: bytes.span, rules: rules)
      addNotes(of: document, bytes, member: nil)
      hazards += DocumentShape(document, bytes).hazards(member: nil)
      counts = [
        "elements": document.elementCount, "attributes": document.attributeCount,
        "texts": document.textCount,
        "processingInstructions": document.processingInstructionCount,
      ]
    } catch {
      refuse(error)
    }
    addPlaces(in: bytes)
  }

  mutating func checkScene(
    _ bytes: [UInt8], _ rules: RulesPreset, member: String? = nil, filesIn folder: String? = nil
  ) {
    guard let scene = readScene(bytes, rules, member: member) else { return }
    note(scene, bytes, member: member)
    if let folder { add(filesOf: scene, besideSceneIn: folder, bytes) }
  }

  func readScene(_ bytes: [UInt8], _ rules: RulesPreset) -> Result<Scene, SceneError> {
    Result { () throws(SceneError) in try Scene(reading: bytes.span, rules: rules.scene) }
  }

  mutating func readScene(_ bytes: [UInt8], _ rules: RulesPreset, member: String?) -> Scene? {
    switch readScene(bytes, rules) {
    case .success(let scene): return scene
    case .failure where bytes.starts(with: "MRML V".utf8):
      refuse(
        "formerTextFormat",
        "the file is of MRML 1.0, the text format of Slicer 1, which 3D Slicer does not read",
        offset: 0, line: 1, column: 1)
      return nil
    case .failure(let error):
      refuse(
        error.name, (member.map { "in \($0): " } ?? "") + error.message,
        offset: error.position.offset, line: Int(error.position.line),
        column: Int(error.position.column))
      return nil
    }
  }

  /// Records the outcome of a scene that was read. In a bundle, offsets are relative to the member.
  mutating func note(_ scene: Scene, _ bytes: [UInt8], member: String?) {
    outcome = scene.outcome == .accepted ? .accepted : .acceptedWithErrors
    let report = scene.inspect()
    let nodes = scene.allNodes
    addNotes(of: scene.document, bytes, member: member)
    for (note, message) in zip(report.notes, scene.messages(of: report.notes)) {
      add(
        ReportedHazard(
          .scene, note.code.rawValue, note.severity(in: scene, nodes), message: message,
          offset: note.offset, member: member, node: note.node.map { nodes[$0].id }))
    }
    hazards += report.hazards.map { hazard in
      ReportedHazard(
        .scene, hazard.code.rawValue, hazard.severity,
        message: hazard.message, offset: hazard.offset, member: member,
        node: hazard.node.map { nodes[$0].id })
    }
    hazards += DocumentShape(scene.document, bytes).hazards(member: member)
    hazards += NumberRange.hazards(nodes, member: member)
    hazards += SceneShape.hazards(scene, member: member)
    if scene.header.version == nil {
      notes.append(
        ReportedHazard(
          .scene, "missingVersion", .note,
          message: "the scene does not say which version of 3D Slicer wrote it", offset: 0,
          member: member))
    }
    counts["nodes"] = scene.nodes.count
    counts["elements"] = scene.document.elementCount
    counts["items"] = scene.items.count
    counts["droppedHazards"] = report.droppedHazards == 0 ? nil : report.droppedHazards
    counts["droppedNotes"] = report.droppedNotes == 0 ? nil : report.droppedNotes
    addPlaces(in: bytes, member: member)
  }

  private mutating func addNotes(of document: XMLDocument, _ bytes: [UInt8], member: String?) {
    for note in document.notes {
      var reported = ReportedHazard(note, member: member)
      reported.severity = note.severity(in: bytes)
      add(reported)
    }
  }

  private mutating func add(_ reported: ReportedHazard) {
    if reported.severity == .note { notes.append(reported) } else { hazards.append(reported) }
  }

  private mutating func refuse(_ error: XMLError) {
    refuse(
      "\(error.code)", error.message, offset: error.position.offset,
      line: Int(error.position.line), column: Int(error.position.column))
  }
}

extension ReportedHazard {
  /// What a document skips concerns the scene that it is.
  init(_ note: XMLNote, member: String?) {
    self.init(
      .scene, "\(note.kind)", .note, message: note.kind.sentence, offset: note.position.offset,
      member: member)
  }
}

extension BundleError {
  /// Machine-readable name of the code.
  var name: String {
    switch code {
    case .notAnArchive, .sceneMissing: "\(code)"
    case .otherFormat: "otherFormat"
    case .archive(let code), .scene(let code): "\(code)"
    }
  }
}
