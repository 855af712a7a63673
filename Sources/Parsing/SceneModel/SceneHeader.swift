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
    let words = text.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    let old = Array("Slicer".utf8)
    let numbers: ArraySlice<UInt8>
    if words.count == 1, text.starts(with: old) {
      application = old
      numbers = text.dropFirst(old.count)
      revision = []
    } else if words.count == 3 {
      application = Array(words[0])
      numbers = words[1]
      revision = Array(words[2])
    } else {
      return nil
    }
    let parts = numbers.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3, let major = CNumber.int(parts[0]), let minor = CNumber.int(parts[1]),
      let patch = CNumber.int(parts[2])
    else { return nil }
    self.major = major
    self.minor = minor
    self.patch = patch
  }
}
