internal import ByteReading
internal import SceneModel

extension RepairProperties {
  /// Damages the text of a scene in every way that a repair reverses, and compares the scenes.
  static func damageIsRepaired(_ text: [UInt8], _ scene: Scene) throws(PropertyViolation) {
    let damaged = damage(text)
    guard damaged != text else { return }
    guard let repair = Self.repair(damaged) else {
      throw PropertyViolation(
        property: "damage-is-repaired", place: "scene", expected: "a repair", found: "a refusal")
    }
    try check(repair, of: damaged)
    guard repair.scene == scene else {
      throw PropertyViolation(
        property: "damage-is-repaired", place: "scene", expected: "an equal scene",
        found: "\(repair.scene.nodes.count) nodes that differ")
    }
  }

  /// Cuts the text of a scene, which is repairable once the tag of the root is complete.
  static func cutIsRepaired(_ text: [UInt8], at count: Int) throws(PropertyViolation) {
    let cut = Array(text[..<count])
    guard let repair = Self.repair(cut) else {
      // The declaration ends with the first `>`, the root's tag with the second.
      let tags = cut.count { $0 == UInt8(ascii: ">") }
      return try PropertyCheck.atMost(tags, 1, property: "cut-is-repaired", place: "byte \(count)")
    }
    try check(repair, of: cut)
  }

  /// Writes `&` for `&amp;`, `<` for `&lt;`, and ISO-8859-1 for UTF-8, where reading the result
  /// allows only one correction.
  private static func damage(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var i = 0
    while i < text.count {
      let rest = text[i...]
      if rest.starts(with: "&amp;".utf8), isPlain(text, i + 5) {
        output.append(UInt8(ascii: "&"))
        i += 5
      } else if rest.starts(with: "&lt;".utf8) {
        output.append(UInt8(ascii: "<"))
        i += 4
      } else if text[i] == 0xC3 || text[i] == 0xC2, i > 0, text[i - 1] < 0x80, i + 2 < text.count,
        text[i + 2] < 0x80
      {
        output.append(text[i] << 6 | text[i + 1] & 0x3F)
        i += 2
      } else {
        output.append(text[i])
        i += 1
      }
    }
    return output
  }

  /// Returns whether the byte after an ampersand cannot begin or continue a reference.
  private static func isPlain(_ text: [UInt8], _ index: Int) -> Bool {
    index < text.count && (text[index] == UInt8(ascii: " ") || text[index] == UInt8(ascii: "\""))
  }
}
