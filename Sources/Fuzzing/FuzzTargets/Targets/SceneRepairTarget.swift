internal import ByteReading
internal import SceneModel
internal import XMLReading

extension FuzzTarget {
  /// Repair of scenes that are refused, and of accepted scenes that are damaged here.
  public static let sceneRepair = FuzzTarget(
    name: "scene-repair",
    property: """
      A repaired scene is accepted, differs from the input only by the listed changes, keeps every \
      element that could be read and needs no repair again; an accepted scene that is damaged in a \
      repairable way comes back equal, and one that is cut keeps its complete elements.
      """,
    maximumLength: 32_768, fileExtension: "mrml", format: "scene"
  ) { input throws(PropertyViolation) in
    let bytes = RepairProperties.copy(of: input)
    if let repair = RepairProperties.repair(bytes) {
      try RepairProperties.check(repair, of: bytes)
    }
    guard let scene = try? Scene(reading: input, rules: .slicer, xmlLimits: XMLProperties.limits),
      let text = try? scene.write(), let whole = try? Scene(reading: text.span)
    else { return }
    try RepairProperties.damageIsRepaired(text, whole)
    try RepairProperties.cutIsRepaired(text, at: input.count &* 31 % (text.count + 1))
  }
}

/// Properties of repaired scenes.
enum RepairProperties {
  static func copy(of input: Span<UInt8>) -> [UInt8] { input.indices.map { input[$0] } }

  static func repair(_ bytes: [UInt8]) -> SceneRepair? {
    try? SceneRepair(reading: bytes.span, xmlLimits: XMLProperties.limits)
  }

  static func check(_ repair: SceneRepair, of bytes: [UInt8]) throws(PropertyViolation) {
    if repair.droppedChanges == 0 {
      guard applying(repair.changes, to: bytes) == repair.bytes else {
        throw PropertyViolation(
          property: "changes-are-all", place: "repair", expected: "the input with its changes",
          found: "other bytes")
      }
    }
    for change in repair.changes {
      try PropertyCheck.offset(
        change.offset + change.length, isInside: bytes.count, of: "\(change.kind)")
    }
    let again = self.repair(repair.bytes)
    guard again?.changes.isEmpty == true, again?.bytes == repair.bytes else {
      throw PropertyViolation(
        property: "repaired-is-accepted", place: "repair", expected: "no changes",
        found: again == nil ? "a refusal" : "\(again?.changes.count ?? 0) changes")
    }
    try keepsReadableElements(repair, of: bytes)
  }

  /// Returns the bytes with changes applied in order; nil if they overlap.
  private static func applying(_ changes: [SceneRepairChange], to bytes: [UInt8]) -> [UInt8]? {
    var output: [UInt8] = []
    var position = 0
    for change in changes {
      guard change.offset >= position, change.length >= 0,
        change.offset + change.length <= bytes.count
      else { return nil }
      output += bytes[position..<change.offset]
      output += change.replacement
      position = change.offset + change.length
    }
    return output + bytes[position...]
  }

  /// Compares the elements before the first error, as the event reader delivers them, with the
  /// first elements of the repaired document.
  private static func keepsReadableElements(
    _ repair: SceneRepair, of bytes: [UInt8]
  ) throws(PropertyViolation) {
    let document = repair.scene.document
    var reader = XMLEventReader(rules: .slicer, limits: XMLProperties.limits)
    try? reader.feed(bytes.span)
    var next = 0
    while let event = reader.next() {
      guard case .startElement(let element) = event else { continue }
      guard next < document.elementCount,
        reader.elementNameBytes(element) == document.elementNameBytes(next),
        reader.attributes(of: element).count == document.attributes(of: next).count,
        zip(reader.attributes(of: element), document.attributes(of: next)).allSatisfy({
          reader.attributeNameBytes($0) == document.attributeNameBytes($1)
            && reader.attributeValueBytes($0) == document.attributeValueBytes($1)
        })
      else {
        throw PropertyViolation(
          property: "readable-is-kept", place: "element \(next)",
          expected: reader.elementName(element), found: "another element or none")
      }
      next += 1
    }
  }
}
