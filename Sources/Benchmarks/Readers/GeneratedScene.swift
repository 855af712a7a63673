import StableNumbers

/// A large MRML scene of the shape that 3D Slicer writes; deterministic for a size.
///
/// Node elements with about twenty attributes, most values short and a few of thousands of bytes,
/// identifiers and references between volumes, models, markups, transforms, displays and storages,
/// escaped characters, and some names outside ASCII. Ends with the first complete group past `size`
/// bytes.
package struct GeneratedScene: Sendable {
  /// The complete scene in UTF-8.
  package private(set) var bytes: [UInt8]
  private var random: SplitMix64
  private var counts: [String: Int] = [:]

  /// Generates at least `size` bytes in linear time.
  package init(size: Int) {
    bytes = []
    bytes.reserveCapacity(size + (64 << 10))
    random = SplitMix64(seed: 1)
    append(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<MRML  version=\"Slicer 5.6.2\" userTags=\"\">\n"
    )
    while bytes.count < size { appendGroup() }
    append("</MRML>\n")
  }

  private static let names = [
    "CTChest", "MRHead", "T1w", "FLAIR", "Liver", "Kidney_L", "Vertebra L4", "Tumor core", "Aorta",
    "R&amp;D &lt;2&gt;", "Größe", "肝臓", "Skin surface", "Landmarks", "Planning", "Electrode",
  ]

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func id(_ kind: String) -> String {
    counts[kind, default: 0] += 1
    return "vtkMRML\(kind)Node\(counts[kind, default: 0])"
  }

  /// A number with six significant digits, as a writer prints it.
  private mutating func number() -> String {
    let whole = Int(random.next() % 500) - 250
    return "\(whole).\(random.next() % 10_000)"
  }

  private mutating func numbers(_ count: Int) -> String {
    (0..<count).map { _ in number() }.joined(separator: " ")
  }

  private mutating func name() -> String {
    "\(Self.names[Int(random.next() % UInt64(Self.names.count))])_\(random.next() % 999)"
  }

  private mutating func appendNode(
    _ tag: String, _ id: String, hidden: Bool, _ attributes: [(String, String)]
  ) {
    append(" <\(tag)\n  id=\"\(id)\"  name=\"\(name())\"  hideFromEditors=\"\(hidden)\"")
    append("  selectable=\"true\"  selected=\"false\"")
    for (name, value) in attributes { append("  \(name)=\"\(value)\"") }
    append(" ></\(tag)>\n")
  }

  private mutating func appendDisplay(_ tag: String, _ kind: String) -> String {
    let id = id(kind)
    var attributes = [
      ("color", numbers(3)), ("edgeColor", "0 0 0"), ("selectedColor", "1 0 0"),
      ("selectedAmbient", "0.4"), ("ambient", "0"), ("diffuse", "1"), ("specular", "0"),
      ("power", "1"), ("metallic", "0"), ("roughness", "0.5"), ("opacity", number()),
      ("pointSize", "1"), ("lineWidth", "1"), ("representation", "2"), ("lighting", "true"),
      ("interpolation", "1"), ("shading", "true"), ("visibility", "true"),
      ("visibility2D", "false"), ("visibility3D", "true"), ("edgeVisibility", "false"),
      ("clipping", "false"), ("frontfaceCulling", "false"), ("backfaceCulling", "false"),
      ("scalarVisibility", "false"), ("vectorVisibility", "false"),
      ("scalarRangeFlag", "UseData"), ("scalarRange", "0 100"),
      ("activeAttributeLocation", "point"), ("viewNodeRef", ""),
      ("folderDisplayOverrideAllowed", "true"),
    ]
    attributes.append(("colorNodeID", "vtkMRMLColorTableNodeGrey"))
    appendNode(tag, id, hidden: true, attributes)
    return id
  }

  private mutating func appendStorage(_ tag: String, _ kind: String, _ suffix: String) -> String {
    let id = id(kind)
    appendNode(
      tag, id, hidden: true,
      [
        ("fileName", "Data/file\(counts[kind, default: 0]).\(suffix)"), ("useCompression", "1"),
        ("defaultWriteFileExtension", suffix), ("readState", "0"), ("writeState", "0"),
      ])
    return id
  }

  private mutating func appendGroup() {
    let transform = id("LinearTransform")
    appendNode(
      "LinearTransform", transform, hidden: false,
      [("userTags", ""), ("matrixTransformToParent", numbers(12) + " 0 0 0 1")])
    let volumeDisplay = appendDisplay("VolumeDisplay", "ScalarVolumeDisplay")
    let volumeStorage = appendStorage("VolumeArchetypeStorage", "VolumeArchetypeStorage", "nrrd")
    let uids = (0..<Int(random.next() % 40)).map {
      "1.2.840.113619.2.\(random.next() % 1_000_000).\($0)"
    }
    appendNode(
      "Volume", id("ScalarVolume"), hidden: false,
      [
        (
          "references",
          "display:\(volumeDisplay);storage:\(volumeStorage);transform:\(transform);"
        ),
        (
          "attributes", "DICOM.instanceUIDs:\(uids.joined(separator: " "));Comment:50%25 dose%3B ok"
        ),
        ("userTags", ""), ("spacing", numbers(3)), ("origin", numbers(3)),
        ("ijkToRASDirections", "-1   0   0 0   -1   0 0 0 1 "),
        ("measurementFrame", "1 0 0 0 1 0 0 0 1"), ("order", "-1"),
      ])
    for _ in 0..<Int(1 + random.next() % 3) {
      let display = appendDisplay("ModelDisplay", "ModelDisplay")
      let storage = appendStorage("ModelStorage", "ModelStorage", "vtk")
      appendNode(
        "Model", id("Model"), hidden: false,
        [("references", "display:\(display);storage:\(storage);"), ("userTags", "")])
    }
    let points = (0..<Int(random.next() % 12)).map {
      ("markup\($0)", "\($0)|\(numbers(3))|0|0|0|1|1|1|0|F-\($0)||")
    }
    appendNode("MarkupsFiducial", id("MarkupsFiducial"), hidden: false, [("locked", "0")] + points)
    if random.next() % 4 == 0 {
      let count = [8, 40, 200, 900][Int(random.next() % 4)]
      appendNode(
        "VolumeProperty", id("VolumeProperty"), hidden: false,
        [
          ("interpolation", "1"), ("shade", "1"),
          ("scalarOpacity", "\(2 * count) \(numbers(2 * count))"),
          ("colorTransfer", "\(4 * count) \(numbers(4 * count))"),
        ])
    }
  }
}
