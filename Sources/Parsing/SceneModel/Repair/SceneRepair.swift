public import XMLReading

/// Repair of a scene that the reader refuses, for defects that can be corrected without guessing:
/// a raw `&` or `<`, undeclared ISO-8859-1, a missing end, bytes after the root element.
///
/// Every other defect stays, and a text that is still refused throws the error of the original. The
/// repaired text is the input with the listed changes applied; everything else is copied byte for
/// byte. Cost: linear in the input; memory for the text and its repaired form.
public struct SceneRepair: Sendable {
  /// The repaired text; the input itself if it needs no repair.
  public let bytes: [UInt8]
  /// Changes in order of offset; at most ``SceneLimits/maximumNotes``.
  public let changes: [SceneRepairChange]
  /// Number of changes beyond the limit.
  public let droppedChanges: Int
  /// The scene in the repaired text.
  public let scene: Scene

  /// Repairs a scene. One that is accepted is returned without changes.
  ///
  /// Throws the reader's error if the scene is refused and cannot be repaired.
  public init(
    reading input: Span<UInt8>, rules: SceneRules = .slicer, limits: SceneLimits = .default,
    xmlLimits: XMLLimits = .default
  ) throws(SceneError) {
    let original: SceneError
    do throws(SceneError) {
      scene = try Scene(reading: input, rules: rules, limits: limits, xmlLimits: xmlLimits)
      bytes = Self.copy(of: input)
      changes = []
      droppedChanges = 0
      return
    } catch {
      original = error
    }
    var scan = TolerantScan(Self.copy(of: input), maximumChanges: limits.maximumNotes)
    guard scan.run() else { throw original }
    do throws(SceneError) {
      scene = try Scene(
        reading: scan.output.span, rules: rules, limits: limits, xmlLimits: xmlLimits)
    } catch {
      throw original
    }
    bytes = scan.output
    changes = scan.changes.kept
    droppedChanges = scan.changes.dropped
  }

  private static func copy(of input: Span<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(input.count)
    for index in input.indices { bytes.append(input[index]) }
    return bytes
  }
}

/// Change that a repair makes: bytes of the input and what replaces them.
public struct SceneRepairChange: Equatable, Hashable, Sendable {
  /// Kinds of changes. Raw values are stable: programs read them in JSON.
  public enum Kind: String, CaseIterable, Sendable {
    /// A `&` that begins no reference becomes `&amp;`.
    case escapedAmpersand
    /// A `<` in an attribute value becomes `&lt;`.
    case escapedLessThan
    /// A byte that is not UTF-8 becomes the character of that number in ISO-8859-1.
    case decodedLatin1
    /// Characters in text, which a scene does not use, that XML does not allow.
    case removedCharacters
    /// The incomplete markup at the end of the file.
    case droppedTail
    /// The end tag of an element that is open at the end of the file.
    case closedElement
    /// Bytes after the end of the root element.
    case droppedAfterRoot
  }

  /// Kind of the change.
  public let kind: Kind
  /// Byte offset in the input.
  public let offset: Int
  /// Number of bytes of the input that are replaced.
  public let length: Int
  /// Bytes that replace them.
  public let replacement: [UInt8]
}

extension SceneRepairChange.Kind {
  /// The change in words.
  public var sentence: String {
    switch self {
    case .escapedAmpersand: "a raw '&' is written as '&amp;'"
    case .escapedLessThan: "a raw '<' in an attribute value is written as '&lt;'"
    case .decodedLatin1: "a byte that is not UTF-8 is read as ISO-8859-1"
    case .removedCharacters: "characters that XML does not allow are removed from text"
    case .droppedTail: "the incomplete markup at the end of the file is dropped"
    case .closedElement: "a missing end tag is added"
    case .droppedAfterRoot: "bytes after the end of the scene are dropped"
    }
  }
}
