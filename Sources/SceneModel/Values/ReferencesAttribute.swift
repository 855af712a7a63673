/// The `references` attribute as it is implemented, which is not quite as it was meant.
///
/// From each start, the next `;` ends the segment and the next `:` ends the role, both sought from the start. An empty
/// segment or an empty role ends the whole attribute. Where a segment has no colon the role runs on over its `;`, and
/// what follows the colon is the identifiers up to the end of the attribute; reading then goes on behind the first
/// `;`. A role seen before is skipped. `role:id id {name=value,…};`
public struct ReferencesAttribute: Sendable {
  public struct Target: Sendable {
    public let id: ArraySlice<UInt8>
    public var properties: [NamedValue] = []
  }

  public struct Role: Sendable {
    public let name: ArraySlice<UInt8>
    public var targets: [Target]
  }

  /// In the order of the text.
  public private(set) var roles: [Role] = []
  /// Where reading stopped before the end, at an empty segment or role.
  public private(set) var stop: Int?
  /// Segments without a colon.
  public private(set) var runOnRoles = 0
  /// Roles skipped because they were seen before.
  public private(set) var repeatedRoles = 0
  /// Property blocks that no identifier precedes.
  public private(set) var strayProperties = 0
  /// Whether ``maximumWork`` was reached before the end.
  public private(set) var isTruncated = false

  /// Bytes looked at for each byte of text, at most. Only run-on roles read a byte twice.
  static let maximumWork = 64

  public init(reading text: ArraySlice<UInt8>) {
    var seen: Set<ArraySlice<UInt8>> = []
    var start = text.startIndex
    // The next colon stays the next one while the start has not passed it, so each byte is sought once.
    var nextColon: Int?
    var work = 0
    while start < text.endIndex {
      let end = text[start...].firstIndex(of: UInt8(ascii: ";"))
      let separator: Int
      if let nextColon, nextColon >= start {
        separator = nextColon
      } else {
        guard let next = text[start...].firstIndex(of: UInt8(ascii: ":")) else { break }
        separator = next
        nextColon = next
      }
      guard start != end, start != separator else {
        stop = start
        break
      }
      var segmentEnd = end ?? text.endIndex
      if separator > segmentEnd {
        runOnRoles += 1
        segmentEnd = text.endIndex
        work += text.endIndex - start
        guard work <= Self.maximumWork * text.count else {
          isTruncated = true
          break
        }
      }
      let name = text[start..<separator]
      if seen.insert(name).inserted {
        roles.append(Role(name: name, targets: readTargets(text[(separator + 1)..<segmentEnd])))
      } else {
        repeatedRoles += 1
      }
      guard let end else { break }
      start = end + 1
    }
  }

  /// Words between blanks; a word with both braces holds the properties of the identifier before it.
  private mutating func readTargets(_ text: ArraySlice<UInt8>) -> [Target] {
    var targets: [Target] = []
    for word in text.split(whereSeparator: isBlank) {
      if let open = word.firstIndex(of: UInt8(ascii: "{")),
        let close = word.firstIndex(of: UInt8(ascii: "}"))
      {
        guard !targets.isEmpty else {
          strayProperties += 1
          continue
        }
        let block = word[(open + 1)..<(close > open ? close : word.endIndex)]
        targets[targets.count - 1].properties += Self.readProperties(block)
      } else {
        targets.append(Target(id: word))
      }
    }
    return targets
  }

  private static func readProperties(_ block: ArraySlice<UInt8>) -> [NamedValue] {
    AttributeValue.fields(block, separator: ",").compactMap { AttributeValue.pair($0, at: "=") }
      .map { pair in
        NamedValue(
          name: Escape.referenceProperty.decode(pair.name[...]),
          value: Escape.referenceProperty.decode(pair.value[...]))
      }
  }
}
