internal import JSONReading
internal import SceneModel
internal import XMLReading
internal import ZipReading

/// What reading may give for each byte of input: one factor for each format, stated here, so that what grows faster than
/// its input is a broken property and not only a slow run. Time is bounded by the engine (`-timeout`), memory by its limit.
enum CostProperties {
  /// Names, values and texts that a document delivers come from its bytes and from counted expansion, and from nowhere
  /// else: not from what an external identifier names, which no parser opens (`LayoutTests`).
  ///
  /// UTF-16 and ISO-8859-1 grow to twice their bytes at the most. A name is delivered at its two tags.
  static func document(_ document: XMLDocument, count: Int) throws(PropertyViolation) {
    var delivered = 0
    for element in 0..<document.elementCount {
      delivered += document.elementNameBytes(element).count
      for attribute in document.attributes(of: element) {
        delivered +=
          document.attributeNameBytes(attribute).count
          + document.attributeValueBytes(attribute).count
      }
    }
    for text in 0..<document.textCount { delivered += document.textBytes(text).count }
    for place in 0..<document.processingInstructionCount {
      delivered += document.processingInstructionDataBytes(place).count
    }
    let bound = 2 * count + document.spending.bytesExpanded
    try PropertyCheck.atMost(delivered, bound, property: "gives-what-was-given", place: "document")
  }

  /// Nodes, items and references of a scene, by the bytes of its document. Only a run-on role reads a byte again.
  static func scene(_ scene: Scene, count: Int) throws(PropertyViolation) {
    let bytes = 2 * count + scene.document.spending.bytesExpanded
    // A scene has a hierarchy that no element made, and so has each view with the display of a folder.
    try PropertyCheck.atMost(scene.allNodes.count, bytes + 1, property: "cost", place: "nodes")
    try PropertyCheck.atMost(scene.items.count, bytes, property: "cost", place: "items")
    var targets = 0
    for node in scene.allNodes {
      for reference in node.references {
        guard !reference.targets.isEmpty else {
          throw PropertyViolation(
            property: "no-empty-role", place: node.className, expected: "at least one target",
            found: reference.role)
        }
        targets += reference.targets.count
      }
    }
    try PropertyCheck.atMost(targets, 64 * bytes, property: "cost", place: "references")
  }

  /// Escapes take six bytes for one; a node of four bytes gets an identifier and a name.
  static func writtenScene(_ written: [UInt8], _ scene: Scene, count: Int) throws(PropertyViolation)
  {
    let bytes = 2 * count + scene.document.spending.bytesExpanded
    try PropertyCheck.atMost(
      written.count, 128 * bytes + 4_096, property: "cost", place: "written scene")
  }

  /// A member takes 46 bytes in the directory, and no content is longer than DEFLATE can make it.
  static func archive(_ archive: ZipArchive, count: Int) throws(PropertyViolation) {
    try PropertyCheck.atMost(46 * archive.members.count, count, property: "cost", place: "members")
    var names = 0
    for member in archive.members { names += member.nameBytes.count }
    try PropertyCheck.atMost(names, count, property: "cost", place: "names")
    try PropertyCheck.atMost(
      archive.hazards.count, archive.limits.maximumHazards + 1, property: "cost", place: "hazards")
  }

  static func content(
    _ content: [UInt8], of member: ZipArchive.Member
  ) throws(PropertyViolation) {
    let bound =
      member.method == .stored
      ? member.compressedSize : Inflate.formatRatio * member.compressedSize
    try PropertyCheck.atMost(content.count, bound, property: "cost", place: "content")
  }

  /// Each value takes a byte of its own, and no escape is shorter than what it stands for.
  static func json(_ document: JSONDocument, count: Int) throws(PropertyViolation) {
    var values = 0
    var texts = 0
    var pending = [document.root]
    while let value = pending.popLast() {
      values += 1
      texts += value.string?.count ?? 0
      for member in value.members {
        texts += member.name.count
        pending.append(member.value)
      }
      pending.append(contentsOf: value.elements)
    }
    try PropertyCheck.atMost(values, count, property: "cost", place: "values")
    try PropertyCheck.atMost(texts, count, property: "cost", place: "texts")
    try PropertyCheck.atMost(
      document.duplicateKeys.count, count, property: "cost", place: "duplicates")
  }

  /// A file written again: `factor` bytes for each byte that was read, and 4,096 for what every file has.
  static func written(_ bytes: [UInt8], factor: Int, count: Int) throws(PropertyViolation) {
    try PropertyCheck.atMost(
      bytes.count, factor * count + 4_096, property: "cost", place: "written file")
  }
}
