internal import ByteReading
internal import SceneBundle
internal import SceneModel
internal import ZipReading

extension FuzzTarget {
  /// Scenes written and read again: as text, as UTF-16, and in a bundle.
  public static let mrmlRoundtrip = FuzzTarget(
    name: "mrml-roundtrip",
    property: """
      A scene survives writing and reading as text, as UTF-16 and in a bundle, and is then written with the same bytes; \
      its nodes keep their values, identifiers of the file stay, and generated names are unique.
      """,
    maximumLength: 32_768, fileExtension: "mrml", format: "scene"
  ) { input throws(PropertyViolation) in
    guard let scene = try? Scene(reading: input, rules: .slicer, xmlLimits: XMLProperties.limits),
      let written = try? scene.write()
    else { return }
    try CostProperties.writtenScene(written, scene, count: input.count)
    try NamingProperties.check(scene)
    try AccessorProperties.check(scene, count: input.count)
    let again = try RoundtripProperties.read(written.span, "text")
    try RoundtripProperties.equal(scene, again, "text")
    try RoundtripProperties.valuesStay(scene, again)
    try RoundtripProperties.writesTheSame(again, written)
    let isLittle = XMLProperties.pieceSize(for: input).isMultiple(of: 2)
    let wide = RoundtripProperties.utf16(written, isLittle: isLittle)
    try RoundtripProperties.equal(
      scene, try RoundtripProperties.read(wide.span, "UTF-16"), "UTF-16")
    try RoundtripProperties.throughBundle(scene, written)
  }
}

/// Properties of scenes that are written and read again.
enum RoundtripProperties {
  /// Reads a written scene with the default limits: a scene grows when it is written.
  static func read(_ text: Span<UInt8>, _ way: String) throws(PropertyViolation) -> Scene {
    do throws(SceneError) {
      return try Scene(reading: text, rules: .slicer)
    } catch {
      throw PropertyViolation(
        property: "written-is-readable", place: way, expected: "accepted", found: error.name)
    }
  }

  static func equal(_ scene: Scene, _ again: Scene, _ way: String) throws(PropertyViolation) {
    guard scene == again else {
      throw PropertyViolation(
        property: "write-read", place: way, expected: "\(scene.nodes.count) equal nodes",
        found: "\(again.nodes.count) nodes that differ")
    }
  }

  /// Nodes have the same loaded values after writing and reading. A hierarchy that loading created
  /// has no element; it is not compared, since loading creates it again only where the second scene
  /// needs it.
  static func valuesStay(_ scene: Scene, _ again: Scene) throws(PropertyViolation) {
    let (nodes, others) = (scene.nodes, again.nodes)
    let pairs = zip(
      nodes.lazy.filter { $0.element != nil }, others.lazy.filter { $0.element != nil })
    for (node, other) in pairs.prefix(128) {
      let (values, others) = (node.loadedValues, other.loadedValues)
      try PropertyCheck.equal(
        values.map(\.name), others.map(\.name), property: "values-stay", place: node.className)
      // The text comparison makes NaN equal to itself. Unspecified values are not compared.
      for (one, two) in zip(values, others)
      where one.value != two.value && one.value != .unspecified && two.value != .unspecified
        && "\(one.value)" != "\(two.value)"
      {
        throw PropertyViolation(
          property: "values-stay", place: "\(node.className) \(one.name)", expected: "\(one.value)",
          found: "\(two.value)")
      }
      try PropertyCheck.equal(node.flags, other.flags, property: "values-stay", place: "flags")
      try PropertyCheck.equal(
        node.description, other.description, property: "values-stay", place: "description")
    }
  }

  /// A scene that was read from a written text is written as the same text.
  static func writesTheSame(_ scene: Scene, _ written: [UInt8]) throws(PropertyViolation) {
    guard let second = try? scene.write() else {
      throw PropertyViolation(
        property: "written-is-writable", place: "scene", expected: "a text", found: "a refusal")
    }
    let same = zip(written, second).prefix { $0 == $1 }.count
    guard written == second else {
      throw PropertyViolation(
        property: "written-as-before", place: "byte \(same)", expected: "\(written.count) bytes",
        found: "\(second.count) bytes")
    }
  }

  /// The text without its XML declaration, in UTF-16 with a byte order mark.
  static func utf16(_ text: [UInt8], isLittle: Bool) -> [UInt8] {
    let start = (text.firstIndex(of: 0x0A) ?? -1) + 1
    var out: [UInt8] = isLittle ? [0xFF, 0xFE] : [0xFE, 0xFF]
    out.reserveCapacity(2 * text.count)
    for unit in String(decoding: text[start...], as: UTF8.self).utf16 {
      let (low, high) = (UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8))
      out.append(isLittle ? low : high)
      out.append(isLittle ? high : low)
    }
    return out
  }

  static func throughBundle(_ scene: Scene, _ written: [UInt8]) throws(PropertyViolation) {
    let method: ZipWriter.Compression =
      written.count.isMultiple(of: 2) ? .stored : .deflated(.stored)
    let bytes = SceneBundle.make(name: "scene", scene: written, data: [], method: method)
    let bundle: SceneBundle
    do throws(BundleError) {
      bundle = try SceneBundle(reading: bytes.span)
    } catch {
      throw PropertyViolation(
        property: "written-is-readable", place: "bundle", expected: "accepted",
        found: "\(error.code)")
    }
    guard bundle.sceneBytes == written else {
      throw PropertyViolation(
        property: "write-read", place: "bundle", expected: "\(written.count) equal bytes",
        found: "\(bundle.sceneBytes.count) bytes that differ")
    }
  }
}
