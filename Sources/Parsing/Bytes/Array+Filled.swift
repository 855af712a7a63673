extension Array {
  /// An array of `count` equal elements, which are copied in one go.
  ///
  /// `Array(repeating:count:)` looks up the metadata of its storage at each call, which takes
  /// longer than filling a small array.
  @inlinable
  package init(filledWith element: Element, count: Int) {
    self = []
    fill(with: element, count: count)
  }

  /// Appends `count` equal elements in one go.
  @inlinable
  package mutating func fill(with element: Element, count: Int) {
    append(addingCapacity: count) { room in room.append(repeating: element, count: count) }
  }
}
