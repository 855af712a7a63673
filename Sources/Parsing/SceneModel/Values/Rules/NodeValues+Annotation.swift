/// Annotations: lists of texts, points and lines, each with a list of flags. A flag that is missing
/// for an entry, or given before the entries, has the default of a new entry: set for texts, not
/// set for points.
extension NodeValues {
  mutating func finishAnnotation() {
    var texts: [[UInt8]] = []
    // Leading empty texts are dropped.
    if case .texts(let list) = self["textList"] { texts = Array(list.drop(while: \.isEmpty)) }
    set("textList", .texts(texts))
    for name in ["textSelected", "textVisible"] {
      set(name, flags(name, of: "textList", texts.count, new: 1))
    }
    guard node.inherits("AnnotationControlPoints") else { return }
    let points = numbersOf("ctrlPtsCoord")
    let isBox = node.inherits("AnnotationROI")
    let box = isBox ? ["xyz", "XYZ", "radiusXYZ", "RadiusXYZ"].filter { isGiven($0) } : []
    if !box.isEmpty {
      // The center and the half size of a box are its first two points.
      set("ctrlPtsCoord", .unspecified)
    } else if points.count % 3 != 0 {
      // Missing coordinates of the last point are undefined, but the point exists.
      set("ctrlPtsCoord", .unspecified)
    } else if !isGiven("ctrlPtsCoord") {
      set("ctrlPtsCoord", .reals([]))
    }
    let count = (points.count + 2) / 3
    for name in ["ctrlPtsSelected", "ctrlPtsVisible"] {
      set(name, box.isEmpty ? flags(name, of: "ctrlPtsCoord", count, new: 0) : .unspecified)
    }
    guard node.inherits("AnnotationLines") else { return }
    let hasLines = isGiven("linePtsID") || !box.isEmpty || (isBox && count > 0)
    for name in ["linePtsID", "lineSelected", "lineVisible"] {
      set(name, hasLines || node.inherits("AnnotationRuler") ? .unspecified : .reals([]))
    }
  }

  /// Returns one flag for each entry of a list: the given ones if they come after the list, as far
  /// as they are numbers, then the default of a new entry.
  private func flags(
    _ name: String, of list: String, _ count: Int, new: Double
  ) -> AttributeValue {
    var flags = Array(repeating: new, count: count)
    if let given = node.attribute(name), !isBefore(name, list) {
      var stream = NumberStream(Array(given.utf8)[...])
      for index in flags.indices {
        guard let number = stream.readDouble(), !stream.hasFailed else { break }
        flags[index] = abs(number) < 1 ? 0 : 1
      }
    }
    return .reals(flags)
  }

  private func isBefore(_ one: String, _ other: String) -> Bool {
    let names = node.attributes.map(\.name)
    guard let first = names.firstIndex(of: one), let second = names.firstIndex(of: other) else {
      return false
    }
    return first < second
  }

  private func numbersOf(_ name: String) -> [Double] {
    guard case .reals(let numbers) = self[name] else { return [] }
    return numbers
  }
}
