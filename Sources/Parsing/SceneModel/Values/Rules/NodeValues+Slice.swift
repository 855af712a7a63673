/// Slice views: the orientation is a name for the matrix, and the field of view is square.
extension NodeValues {
  mutating func finishSlice() {
    finishLayout()
    finishOrientation()
    guard let field = numbers("fieldOfView", 3) else { return }
    set("fieldOfView", .reals([field[1], field[1], field[2]]))
  }

  /// Labels and colors of the application's usual slice views.
  private static let layouts: [String: (label: String, color: String)] = [
    "Red": ("R", "0.9529411764705882 0.2901960784313726 0.2"),
    "Green": ("G", "0.43137254901960786 0.6901960784313725 0.29411764705882354"),
    "Yellow": ("Y", "0.9294117647058824 0.8352941176470589 0.2980392156862745"),
  ]

  private mutating func finishLayout() {
    guard let name = node.singletonTag, let layout = Self.layout(of: name) else { return }
    if !isGiven("layoutLabel") { set("layoutLabel", to: layout.label) }
    if !isGiven("layoutColor") { set("layoutColor", to: layout.color) }
  }

  /// Returns the label and color of a slice view. A compare view, whose name begins with `Compare`,
  /// has the rest of its name as label.
  private static func layout(of name: String) -> (label: String, color: String)? {
    if let usual = layouts[name] { return usual }
    let prefix = "Compare"
    guard name.utf8.starts(with: prefix.utf8) else { return nil }
    return (
      String(decoding: name.utf8.dropFirst(prefix.utf8.count), as: UTF8.self),
      "0.8823529411764706 0.4392156862745098 0.07058823529411765"
    )
  }

  /// Applies attributes in order: a matrix defines a preset, and a name of a known preset rotates
  /// the slice. Finally the slice has the name of the last preset that equals its matrix.
  private mutating func finishOrientation() {
    var presets: [(name: [UInt8], matrix: [Double])] = []
    var turn = numbers("sliceToRAS", 16)
    let prefix = Array("orientationMatrix".utf8)
    for attribute in node.attributes {
      if attribute.nameBytes.starts(with: prefix), attribute.nameBytes.count > prefix.count {
        guard
          case .reals(let matrix) = AttributeValue(
            reading: attribute.valueBytes, as: .vector(.double, 9))
        else {
          set("orientation", .unspecified)
          return
        }
        let name = Array(attribute.nameBytes.dropFirst(prefix.count))
        if name.elementsEqual("Reformat".utf8) { continue }
        if let place = presets.firstIndex(where: { $0.name == name }) {
          presets[place].matrix = matrix
        } else {
          presets.append((name, matrix))
        }
      } else if attribute.nameBytes.elementsEqual("sliceToRAS".utf8) {
        guard
          case .reals(let matrix) = AttributeValue(
            reading: attribute.valueBytes, as: .vector(.double, 16))
        else {
          set("orientation", .unspecified)
          return
        }
        turn = matrix
      } else if attribute.nameBytes.elementsEqual("orientation".utf8),
        let preset = presets.first(where: { attribute.valueBytes.elementsEqual($0.name) })
      {
        for place in 0..<9 { turn?[place / 3 * 4 + place % 3] = preset.matrix[place] }
        set("orientationReference", .text(preset.name))
      }
    }
    guard let turn else { return }
    set("sliceToRAS", .reals(turn))
    let own = presets.last { preset in
      (0..<9).allSatisfy { abs(preset.matrix[$0] - turn[$0 / 3 * 4 + $0 % 3]) < 1e-3 }
    }
    set("orientation", .text(own?.name ?? Array("Reformat".utf8)))
  }
}
