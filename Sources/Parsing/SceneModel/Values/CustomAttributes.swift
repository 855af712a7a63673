/// Custom attributes of a node, in its XML attribute `attributes`: `key:value;key:value;`.
///
/// Pieces end at `;`; the key ends at the first `:`. A piece without a colon is both key and value.
/// An empty key is an error of the node and dropped; a later key replaces an earlier one. Values
/// are unescaped, keys are not.
public struct CustomAttributes: Equatable, Sendable {
  /// Entries in the order of the map: by the bytes of the name.
  public let entries: [NamedValue]
  /// Number of pieces dropped for an empty key.
  public let emptyKeys: Int
  /// Number of pieces replaced by a later one.
  public let duplicates: Int

  /// Reads the value of the XML attribute `attributes`. Any text is valid. Cost: linear, and
  /// sorting the keys.
  public init(reading text: ArraySlice<UInt8>) {
    var values: [[UInt8]: [UInt8]] = [:]
    var emptyKeys = 0
    var duplicates = 0
    for piece in AttributeValue.fields(text, separator: ";") {
      let colon = piece.firstIndex(of: UInt8(ascii: ":"))
      let key = Array(piece[..<(colon ?? piece.endIndex)])
      let value = Escape.customAttribute.decode(colon.map { piece[($0 + 1)...] } ?? piece)
      if key.isEmpty {
        emptyKeys += 1
      } else if values.updateValue(value, forKey: key) != nil {
        duplicates += 1
      }
    }
    self.init(values, emptyKeys: emptyKeys, duplicates: duplicates)
  }

  private init(_ values: [[UInt8]: [UInt8]], emptyKeys: Int, duplicates: Int) {
    entries = values.map { NamedValue(name: $0.key, value: $0.value) }
      .sorted { $0.name.lexicographicallyPrecedes($1.name) }
    self.emptyKeys = emptyKeys
    self.duplicates = duplicates
  }

  /// Value of exactly that key.
  public subscript(_ name: String) -> [UInt8]? {
    entries.first { $0.name.elementsEqual(name.utf8) }?.value
  }
}
