/// Header: attributes of the `MRML` elements; of several, the last value counts.
public struct SceneHeader: Equatable, Sendable {
  /// Attribute `version`, verbatim.
  public var version: [UInt8]?
  /// Attribute `extensions`, verbatim: names separated by semicolons.
  public var extensions: [UInt8]?
  /// Attribute `userTags`, verbatim. A scene without a table of tags, the normal case, stops
  /// reading the header here.
  public var userTags: [UInt8]?

  /// An empty header: all three attributes are missing.
  public init() {}

  /// Application and version, if `version` has one of the two known forms.
  public var writtenBy: SceneVersion? { version.flatMap { SceneVersion(reading: $0[...]) } }
}

/// Application and version that wrote a scene.
public struct SceneVersion: Equatable, Sendable {
  /// Word before the version, such as `Slicer`. Any bytes except a space.
  public var application: [UInt8]
  /// First of the three integers, as `atoi` reads it.
  public var major: Int32
  /// Second of the three integers, as `atoi` reads it.
  public var minor: Int32
  /// Third of the three integers, as `atoi` reads it.
  public var patch: Int32
  /// Word after the version, usually a source-control revision; empty in the old form.
  public var revision: [UInt8]

  /// Reads `Slicer4.4.0`, or `Slicer 5.0.3 30893`: a word, three dotted integers and a revision
  /// separated by spaces. The integers are read by C's `atoi`; any other text is nil.
  public init?(reading text: ArraySlice<UInt8>) {
    guard let parts = SceneVersionParts(text) else { return nil }
    application = Array(parts.application)
    (major, minor, patch) = (parts.major, parts.minor, parts.patch)
    revision = Array(parts.revision)
  }
}

/// Parts of the text of a version, without copies.
struct SceneVersionParts {
  let application, revision: ArraySlice<UInt8>
  let major, minor, patch: Int32

  init?(_ text: ArraySlice<UInt8>) {
    let space = UInt8(ascii: " ")
    let numbers: ArraySlice<UInt8>
    if let first = text.firstIndex(of: space) {
      let rest = text[(first + 1)...]
      guard let second = rest.firstIndex(of: space),
        !rest[(second + 1)...].contains(space)
      else { return nil }
      application = text[..<first]
      numbers = rest[..<second]
      revision = rest[(second + 1)...]
    } else {
      let old = "Slicer".utf8
      guard text.starts(with: old) else { return nil }
      application = text.prefix(old.count)
      numbers = text.dropFirst(old.count)
      revision = []
    }
    let dot = UInt8(ascii: ".")
    guard let first = numbers.firstIndex(of: dot),
      let second = numbers[(first + 1)...].firstIndex(of: dot),
      !numbers[(second + 1)...].contains(dot),
      let major = CNumber.int(numbers[..<first]),
      let minor = CNumber.int(numbers[(first + 1)..<second]),
      let patch = CNumber.int(numbers[(second + 1)...])
    else { return nil }
    (self.major, self.minor, self.patch) = (major, minor, patch)
  }
}
