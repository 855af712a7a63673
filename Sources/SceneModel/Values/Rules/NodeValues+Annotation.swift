/// Annotations: lists of texts, points and lines, and a list of flags for each. Flags that were not given for each
/// entry, or before the entries, are not defined; those of texts are set.
extension NodeValues {
  mutating func finishAnnotation() {
    var texts = 0
    if case .texts(let list) = self["textList"], list.contains(where: { !$0.isEmpty }) {
      texts = list.count
    } else {
      set("textList", .texts([]))
    }
    for flags in ["textSelected", "textVisible"] where !isGiven(flags, of: "textList", texts) {
      set(
        flags,
        texts == 0 || node.attribute(flags) == nil || isBefore(flags, "textList")
          ? .reals(Array(repeating: 1, count: texts)) : .unspecified)
    }
    guard node.inherits("AnnotationControlPoints") else { return }
    var points = numbersOf("ctrlPtsCoord")
    if points.count % 3 != 0 { points = [] }
    let isBox = node.inherits("AnnotationROI")
    let box = isBox ? ["xyz", "XYZ", "radiusXYZ", "RadiusXYZ"].filter { isGiven($0) } : []
    if !box.isEmpty {
      // The middle and the half size of a box are its first two points.
      set("ctrlPtsCoord", .unspecified)
    } else if points.isEmpty, isGiven("ctrlPtsCoord") {
      set("ctrlPtsCoord", numbersOf("ctrlPtsCoord").isEmpty ? .reals([]) : .unspecified)
    } else if !isGiven("ctrlPtsCoord") {
      set("ctrlPtsCoord", .reals([]))
    }
    let count = points.count / 3
    for flags in ["ctrlPtsSelected", "ctrlPtsVisible"]
    where !box.isEmpty || !isGiven(flags, of: "ctrlPtsCoord", count) {
      set(flags, box.isEmpty && count == 0 ? .reals([]) : .unspecified)
    }
    guard node.inherits("AnnotationLines") else { return }
    let hasLines = isGiven("linePtsID") || !box.isEmpty || (isBox && count > 0)
    for name in ["linePtsID", "lineSelected", "lineVisible"] {
      set(name, hasLines || node.inherits("AnnotationRuler") ? .unspecified : .reals([]))
    }
  }

  /// Whether flags were given behind the list that they belong to, one for each entry.
  private func isGiven(_ flags: String, of list: String, _ count: Int) -> Bool {
    isGiven(flags) && count > 0 && numbersOf(flags).count == count && !isBefore(flags, list)
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
