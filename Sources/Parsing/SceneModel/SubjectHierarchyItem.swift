/// One item of a subject hierarchy, as its element says.
///
/// Parenthood comes from the `parent` attribute alone; how the elements are nested does not count.
public struct SubjectHierarchyItem: Equatable, Sendable {
  /// As much of `id` and `parent` as is an integer counts; none gives 0, which is no item.
  public var id: Int32 = 0
  /// The `id` of the parent item in the same hierarchy; whether there is one is not asked here.
  public var parent: Int32 = 0
  /// The identifier of the node that the item stands for, or nil for an item with a name of its own.
  public var dataNode: [UInt8]?
  /// The item's own name; nil when the element gives none, or gives `dataNode` first.
  public var name: [UInt8]?
  /// The plugin that owns the item.
  public var type: [UInt8] = []
  /// Whether the tree view shows the children: attribute `expanded`.
  public var isExpanded = false
  /// Unique identifiers by their kind, such as those of DICOM instances; decoded.
  public var uids: [NamedValue] = []
  /// Custom attributes of the item, decoded.
  public var attributes: [NamedValue] = []
  /// Index in ``Scene/allNodes`` of the subject hierarchy that the item belongs to.
  public var hierarchy: Int
  /// Byte offset of the element.
  public var offset: Int

  /// An item of that hierarchy with nothing given yet: number 0, no parent.
  public init(hierarchy: Int, offset: Int) {
    self.hierarchy = hierarchy
    self.offset = offset
  }

  /// `name^value|name^value|…`; a piece without `^` is name and value at once. As in a map: sorted, the last counts.
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
