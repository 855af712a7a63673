/// Classes that the inspection asks for by name; nil if the catalog lacks one.
struct ClassFamilies: Sendable {
  let display, storage, hierarchy, transform, volume: Int?
  /// Whether each class reads `parentNodeRef`.
  let hasParent: [Bool]

  init(_ indexOfClass: ByteStringMap<Int>, parents: [Bool]) {
    func index(_ name: String) -> Int? { indexOfClass[Array("vtkMRML\(name)Node".utf8)[...]] }
    display = index("Display")
    storage = index("Storage")
    hierarchy = index("Hierarchy")
    transform = index("Transform")
    volume = index("Volume")
    hasParent = parents
  }
}
