import XMLReading

extension SceneInspection {
  /// Elements of MRML 2 that no class of today reads. Source: the document type `mrml20.dtd`
  /// of Slicer 2, and the elements of its segmenter.
  private static let legacyTags: Set<String> = [
    "Fiducials", "Matrix", "Options", "Point", "Segmenter", "SegmenterCIM", "SegmenterClass",
    "SegmenterGraph", "SegmenterInput", "SegmenterSuperClass", "TetraMesh",
  ]

  /// Attributes of a volume of MRML 2. Source: `mrml20.dtd`.
  private static let legacyAttributes = ByteStringMap<Void>(
    [
      "filePattern", "filePrefix", "imageRange", "positionMatrix", "rasToIjkMatrix",
      "rasToVtkMatrix",
    ].map { ($0, ()) })

  /// Notes the first element that only MRML 2 has. Linear in the elements.
  mutating func inspectFormat() {
    let document = contents.document
    var first = contents.unknownElements.first {
      Self.legacyTags.contains(document.elementName(Int($0)))
    }
    let volume = contents.rules.catalog.families.volume
    for record in contents.records where record.element >= 0 {
      if let first, first <= record.element { break }
      guard let volume, contents.rules.catalog.type(Int(record.type), isA: volume) else { continue }
      let isLegacy = document.attributes(of: Int(record.element)).contains { attribute in
        let name = document.nameBytes(document.attributeNameIndex(attribute))
        return Self.legacyAttributes[name] != nil
      }
      if isLegacy { first = record.element }
    }
    guard let first else { return }
    notes.append(SceneNote(.legacyFormat, at: document.elementOffset(Int(first))))
  }
}
