import ByteReading
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

extension CheckLine {
  mutating func checkXML(_ bytes: [UInt8], _ preset: RulesPreset, namespaces: Bool) {
    var rules = preset.xml
    rules.namespaces = namespaces
    do throws(XMLError) {
      let document = try XMLDocument(reading: bytes.span, rules: rules)
      notes = document.notes.map {
        Note(code: "\($0.kind)", message: $0.kind.sentence, offset: $0.position.offset)
      }
      counts = [
        "elements": document.elementCount, "attributes": document.attributeCount,
        "texts": document.textCount,
        "processingInstructions": document.processingInstructionCount,
      ]
    } catch {
      refuse(error)
    }
  }

  mutating func checkScene(_ bytes: [UInt8], _ rules: RulesPreset) {
    guard let scene = readScene(bytes, rules, member: nil) else { return }
    note(scene, member: nil)
  }

  mutating func checkBundle(_ bytes: [UInt8], _ rules: RulesPreset) {
    do throws(BundleError) {
      let bundle = try SceneBundle(reading: bytes.span)
      let member = bundle.archive.members[bundle.sceneMember].name
      hazards = bundle.archive.hazards.map(Hazard.init)
      add(bundle.archive.verify(bytes.span).hazards)
      add(bundle.hazards)
      counts["members"] = bundle.archive.members.count
      sceneMember = member
      guard let scene = readScene(bundle.sceneBytes, rules, member: member) else { return }
      add(bundle.fileHazards(of: scene))
      note(scene, member: member)
    } catch {
      refuse(error.name, error.message, offset: error.offset)
    }
  }

  private mutating func readScene(
    _ bytes: [UInt8], _ rules: RulesPreset, member: String?
  ) -> Scene? {
    do throws(SceneError) {
      return try Scene(reading: bytes.span, rules: rules.scene)
    } catch {
      refuse(
        error.name, (member.map { "in \($0): " } ?? "") + error.message,
        offset: error.position.offset, line: Int(error.position.line),
        column: Int(error.position.column))
      return nil
    }
  }

  /// Records the outcome of a scene that was read. In a bundle, offsets are relative to the member.
  private mutating func note(_ scene: Scene, member: String?) {
    verdict = scene.outcome == .accepted ? .accepted : .acceptedWithErrors
    let report = scene.inspect()
    let nodes = scene.allNodes
    notes += scene.document.notes.map {
      Note(code: "\($0.kind)", message: $0.kind.sentence, offset: $0.position.offset)
    }
    notes += report.notes.map {
      Note(code: "\($0.code)", message: $0.code.sentence, offset: $0.offset)
    }
    hazards += report.hazards.map { hazard in
      Hazard(
        code: hazard.code.rawValue, member: member, message: hazard.message,
        offset: hazard.offset, severity: hazard.severity.rawValue,
        node: hazard.node.map { nodes[$0].id })
    }
    counts["nodes"] = scene.nodes.count
    counts["elements"] = scene.document.elementCount
    counts["items"] = scene.items.count
    counts["droppedHazards"] = report.droppedHazards == 0 ? nil : report.droppedHazards
    counts["droppedNotes"] = report.droppedNotes == 0 ? nil : report.droppedNotes
  }

  private mutating func add(_ found: [BundleHazard]) {
    for hazard in found {
      if hazard.code.isNote {
        notes.append(
          Note(code: hazard.code.rawValue, message: hazard.message, offset: hazard.offset))
      } else {
        hazards.append(
          Hazard(
            code: hazard.code.rawValue, member: hazard.name.isEmpty ? nil : hazard.name,
            message: hazard.message, offset: hazard.offset))
      }
    }
  }

  private mutating func refuse(_ error: XMLError) {
    refuse(
      "\(error.code)", error.message, offset: error.position.offset,
      line: Int(error.position.line), column: Int(error.position.column))
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
