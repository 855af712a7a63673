import ByteReading
import SceneModel
import XMLReading

extension SceneNote {
  /// Severity of the note for a person. Most codes have one of their own (`adaptSeverities`); these
  /// depend on the scene.
  func severity(in scene: Scene, _ nodes: NodeList) -> HazardSeverity {
    switch code {
    case .unknownVersion: scene.header.isFormerVersion ? .note : .warning
    case .mergedSingleton:
      // Cameras, slices and selections are singletons by design. Of data nodes the content is lost,
      // and of 3D views the second one.
      node.map { nodes[$0].type }.map { $0.singleton == .attribute || $0.name == "View" } ?? true
        ? .warning : .note
    case .legacyFormat: .warning
    default: .note
    }
  }
}

extension SceneHeader {
  /// Whether `version` is of a form that versions 3 and 4 of 3D Slicer wrote: nothing, a revision
  /// number, or `Slicer` with a number.
  var isFormerVersion: Bool {
    guard let version else { return true }
    let name = Array("Slicer".utf8)
    let number = version.starts(with: name) ? version.dropFirst(name.count) : version[...]
    return number.allSatisfy { $0.isASCIIDigit || $0 == UInt8(ascii: ".") }
  }
}

extension XMLNote {
  /// Severity of the note for a person. Programs that open the document type read a relative name
  /// beside the scene; any other name leads them to another machine or place.
  func severity(in bytes: [UInt8]) -> HazardSeverity {
    guard kind == .externalSubsetSkipped else { return .note }
    let rest = bytes[min(Int(position.offset), bytes.count)...]
    let isPublic = rest.starts(with: "PUBLIC".utf8)
    guard let name = Self.literals(in: rest, count: isPublic ? 2 : 1).last else { return .warning }
    let isRelative =
      !name.contains(UInt8(ascii: ":")) && !name.contains(UInt8(ascii: "\\"))
      && name.first != UInt8(ascii: "/")
    return isRelative ? .note : .warning
  }

  /// The contents of the first quoted literals of a text, at most the first 4096 bytes of it.
  private static func literals(in text: ArraySlice<UInt8>, count: Int) -> [ArraySlice<UInt8>] {
    var rest = text.prefix(4096)
    var found: [ArraySlice<UInt8>] = []
    while found.count < count,
      let start = rest.firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }),
      let end = rest[(start + 1)...].firstIndex(of: rest[start])
    {
      found.append(rest[(start + 1)..<end])
      rest = rest[(end + 1)...]
    }
    return found.count == count ? found : []
  }
}
