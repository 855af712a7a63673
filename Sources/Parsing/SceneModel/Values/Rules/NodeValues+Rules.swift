extension NodeValues {
  mutating func apply(_ rule: ValueRule) {
    switch rule {
    case .layoutName: finishLayoutName()
    case .camera: finishCamera()
    case .slice: finishSlice()
    case .markups: finishMarkups()
    case .plane: finishPlane()
    case .roi: finishROI()
    case .annotation: finishAnnotation()
    case .files: finishFiles()
    case .hierarchy:
      if let given = node.attribute("parentNodeRef"),
        self["parentNodeRef"] != .text(Array(given.utf8))
      {
        set("sortingValue", .unspecified)
      }
    case .ownExtension:
      for attribute in node.attributes where attribute.name.hasPrefix("defaultWriteFileExtension") {
        _ = remove(Array(attribute.nameBytes))
      }
    case .colorTable:
      if isGiven("numcolors"), self["type"] != .integer(13), self["type"] != .integer(14) {
        set("numcolors", .unspecified)
      }
    case .noScalars: set("scalarVisibility", .bool(false))
    }
  }

  /// Returns the numbers of a value if there are exactly `count`.
  func numbers(_ name: String, _ count: Int) -> [Double]? {
    guard case .reals(let numbers) = self[name], numbers.count == count else { return nil }
    return numbers
  }

  private mutating func finishLayoutName() {
    guard let tag = node.singletonTag else { return }
    set("layoutName", .text(Array(tag.utf8)))
  }

  /// Normalizes directions; a camera at its focal point gets a focal point slightly away.
  private mutating func finishCamera() {
    if let up = numbers("viewUp", 3) {
      let length = (up[0] * up[0] + up[1] * up[1] + up[2] * up[2]).squareRoot()
      set("viewUp", .reals(length == 0 ? [0, 1, 0] : up.map { $0 / length }))
    } else if isGiven("viewUp") {
      set("viewUp", .unspecified)
    }
    if self["position"] == .unspecified || self["focalPoint"] == .unspecified {
      // Each is moved away from the other.
      set("position", .unspecified)
      set("focalPoint", .unspecified)
    } else if let position = numbers("position", 3), position == numbers("focalPoint", 3) {
      set("focalPoint", .reals([position[0], position[1] - 1e-20, position[2]]))
    }
  }
}
