/// Item of a subject hierarchy, as its element states it.
///
/// Only the `parent` attribute decides the parent; the nesting of elements does not count.
public struct SubjectHierarchyItem: Equatable, Sendable {
  /// Identifier: the leading integer of `id`; 0, which is no item, without one.
  public var id: Int32 = 0
  /// `id` of the parent item in the same hierarchy; whether it exists is not checked.
  public var parent: Int32 = 0
  /// Identifier of the node that the item stands for; nil for an item with its own name.
  public var dataNode: [UInt8]?
  /// Name of the item; nil if the element has none, or has `dataNode` first.
  public var name: [UInt8]?
  /// Plugin that owns the item.
  public var type: [UInt8] = []
  /// Whether the tree view shows the children: attribute `expanded`.
  public var isExpanded = false
  /// Unique identifiers by kind, such as those of DICOM instances; decoded.
  public var uids: [NamedValue] = []
  /// Custom attributes of the item, decoded.
  public var attributes: [NamedValue] = []
  /// Index of the subject hierarchy in ``Scene/allNodes``.
  public var hierarchy: Int
  /// Byte offset of the element.
  public var offset: Int

  /// An item of a hierarchy without attributes: number 0, no parent.
  public init(hierarchy: Int, offset: Int) {
    self.hierarchy = hierarchy
    self.offset = offset
  }

  /// Reads `name^value|name^value|…`; a piece without `^` is both name and value. Sorted like a
  /// map; the last value of a name counts.
  static func readPairs(_ text: ArraySlice<UInt8>) -> [NamedValue] {
    var values: [[UInt8]: [UInt8]] = [:]
    for piece in AttributeValue.fields(text, separator: "|") {
      let pair = AttributeValue.pair(piece, at: "^")
      values[pair?.name ?? Array(piece)] = pair?.value ?? Array(piece)
    }
    return values.map { NamedValue(name: $0.key, value: $0.value) }
      .sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }
}
