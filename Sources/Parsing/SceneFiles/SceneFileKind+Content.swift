extension SceneFileKind {
  /// Recognizes the kind of a file by its first bytes; nil when they are not conclusive.
  ///
  /// Cost: at most the first 4,096 bytes.
  public init?(recognizing input: Span<UInt8>) {
    for (kind, offset, signature) in Self.signatures
    where Self.has(signature, in: input, at: offset) {
      self = kind
      return
    }
    guard let kind = Self.textKind(Self.lines(input)) else { return nil }
    self = kind
  }

  private static let signatures: [(SceneFileKind, Int, [UInt8])] = [
    (.nrrd, 0, Array("NRRD00".utf8)),
    (.legacyVTK, 0, Array("# vtk DataFile Version".utf8)),
    (.ply, 0, Array("ply\n".utf8)), (.ply, 0, Array("ply\r".utf8)),
    (.nifti, 344, Array("n+1\0".utf8)), (.nifti, 344, Array("ni1\0".utf8)),
    (.nifti, 4, Array("n+2\0\r\n\u{1A}\n".utf8)), (.nifti, 4, Array("ni2\0\r\n\u{1A}\n".utf8)),
    (.picture, 0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
    (.picture, 0, [0xFF, 0xD8, 0xFF]),
    (.hdf5, 0, [0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A]),
    (.bundle, 0, [0x50, 0x4B, 3, 4]),
    (.insightTransform, 0, Array("#Insight Transform File".utf8)),
  ]

  private static func has(_ signature: [UInt8], in input: Span<UInt8>, at offset: Int) -> Bool {
    guard input.count - offset >= signature.count else { return false }
    for index in signature.indices where input[offset + index] != signature[index] { return false }
    return true
  }

  /// Lines of the first 4,096 bytes, without trailing CR and blank lines.
  private static func lines(_ input: Span<UInt8>) -> [String] {
    let count = min(input.count, 4096)
    let part = input.extracting(0..<count)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for index in part.indices { bytes.append(part[index]) }
    return bytes.split { $0 == 0x0A || $0 == 0x0D }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Recognizes text formats by the comments and keywords that their writers put first.
  private static func textKind(_ lines: [String]) -> SceneFileKind? {
    guard let first = lines.first else { return nil }
    if first.hasPrefix("# Color procedural file") { return .proceduralColors }
    if first.hasPrefix("# Color table file") || first.hasPrefix("#Color table file") {
      return .colorTable
    }
    if first.hasPrefix("# Markups fiducial file version") { return .fiducials }
    if first.hasPrefix("<VTKFile") || first.hasPrefix("<?xml") && isVTKXML(lines) {
      return .vtkXML
    }
    if lines.contains(where: { $0.hasPrefix("<MRML") }) { return .scene }
    if first.hasPrefix("ObjectType") || first.hasPrefix("NDims") {
      return lines.contains { $0.hasPrefix("NDims") } ? .metaImage : nil
    }
    if first.hasPrefix("# Fiducial List file") { return .fiducials }
    if isColorTable(lines) { return .colorTable }
    let columns = first.split { $0 == "," || $0 == "\t" }
    if columns.contains("LabelValue") { return .colorColumns }
    if lines.contains(where: { $0.contains("markups-schema-v") }) { return .markups }
    return nil
  }

  /// Whether every line that is no comment is an index, a word and three or four numbers to 255.
  private static func isColorTable(_ lines: [String]) -> Bool {
    // The last line may be cut.
    let rows = lines.prefix(64).filter { !$0.hasPrefix("#") }
    guard !rows.isEmpty else { return false }
    return (rows.count > 1 ? rows.dropLast() : rows[...]).allSatisfy { row in
      let words = row.split { $0 == " " || $0 == "\t" }
      guard words.count >= 5, let index = Int(words[0]), index >= 0, Double(words[1]) == nil else {
        return false
      }
      return words[2..<5].allSatisfy { Double($0).map { (0...255).contains($0) } ?? false }
    }
  }

  private static func isVTKXML(_ lines: [String]) -> Bool {
    lines.prefix(8).contains { $0.contains("<VTKFile") }
  }
}
