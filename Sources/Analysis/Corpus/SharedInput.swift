internal import ZipReading

/// An input of one target in the format of another.
///
/// Scenes, archives of a scene, and values of attributes hold one another: what one target found
/// in the inner part may be new to the target of the outer part.
package enum SharedInput {
  /// Names of formats (`InputFormat`) whose targets share inputs with `format`, itself first.
  package static func formats(sharedWith format: String) -> [String] {
    switch format {
    case scene: [scene, archive, value]
    case archive: [archive, scene]
    case value: [value, scene]
    case "bytes": []
    default: [format]
    }
  }

  private static let scene = "scene"
  private static let archive = "zip"
  private static let value = "attribute-value"

  /// `bytes` of one format in another; nil when they have no such part.
  ///
  /// Linear, and for an archive that of its scene, of which at most a megabyte is read.
  package static func converted(_ bytes: [UInt8], from: String, to: String) -> [UInt8]? {
    switch (from, to) {
    case _ where from == to: bytes
    case (scene, archive): archived(bytes)
    case (archive, scene): scene(of: bytes)
    case (scene, value): longestReferences(of: bytes)
    case (value, scene): sceneWithReferences(bytes)
    default: nil
    }
  }

  private static func archived(_ scene: [UInt8]) -> [UInt8] {
    var writer = ZipWriter(style: .plain)
    writer.add(
      nameBytes: Array("shared/shared.mrml".utf8), isUTF8: false, contents: scene,
      method: .deflated(.fast), unixMode: nil)
    return writer.finish()
  }

  /// The first member whose name ends as that of a scene.
  private static func scene(of archive: [UInt8]) -> [UInt8]? {
    var limits = ZipLimits()
    limits.maximumMembers = 256
    limits.maximumMemberSize = 1 << 20
    limits.maximumHazards = 0
    guard let read = try? ZipArchive(reading: archive.span, limits: limits) else { return nil }
    for (index, member) in read.members.enumerated()
    where member.nameBytes.suffix(5).elementsEqual(".mrml".utf8) {
      return try? read.contents(of: index, in: archive.span)
    }
    return nil
  }

  /// The longest value of an attribute `references` or `attributes`.
  private static func longestReferences(of scene: [UInt8]) -> [UInt8]? {
    var longest: ArraySlice<UInt8> = []
    for name in [" references=\"", " attributes=\""].map({ Array($0.utf8) }) {
      var place = 0
      while let start = scene[place...].firstRange(of: name)?.upperBound {
        let end = scene[start...].firstIndex(of: UInt8(ascii: "\"")) ?? scene.endIndex
        if end - start > longest.count { longest = scene[start..<end] }
        place = end
      }
    }
    return longest.isEmpty ? nil : Array(longest)
  }

  private static func sceneWithReferences(_ value: [UInt8]) -> [UInt8] {
    let escaped = value.flatMap { byte in
      switch byte {
      case UInt8(ascii: "<"): Array("&lt;".utf8)
      case UInt8(ascii: "&"): Array("&amp;".utf8)
      case UInt8(ascii: "\""): Array("&quot;".utf8)
      default: [byte]
      }
    }
    return Array("<MRML version=\"4.12\">\n<Model id=\"vtkMRMLModelNode1\" references=\"".utf8)
      + escaped + Array("\" attributes=\"".utf8) + escaped + Array("\"/>\n</MRML>\n".utf8)
  }
}
