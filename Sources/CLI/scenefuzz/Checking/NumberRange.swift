import ByteReading
import Preflight
import SceneModel

/// Whole numbers in a scene that do not fit 32 bits: readers clamp, wrap or reject them.
enum NumberRange {
  static func hazards(_ nodes: NodeList, member: String?) -> [ReportedHazard] {
    var found: [ReportedHazard] = []
    for node in nodes {
      for (attribute, kind, _) in node.values
      where isInteger(kind) && isOutside(attribute.valueBytes) {
        found.append(
          ReportedHazard(
            .scene, "numberOutOfRange", .warning,
            message: "a whole number does not fit 32 bits: \(attribute.name)",
            offset: attribute.offset, member: member, node: node.id))
      }
    }
    return found
  }

  private static func isInteger(_ kind: ValueKind) -> Bool {
    switch kind {
    case .int, .atoi, .atof, .enumerationOrNumber, .stream(.int), .stream(.bool): true
    default: false
    }
  }

  /// Whether the text is only a sign and digits, and its value is outside `Int32`.
  private static func isOutside(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count >= 10, let first = text.first else { return false }
    let hasSign = first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
    let digits = hasSign ? text.dropFirst() : text
    guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return false
    }
    let value = digits.drop { $0 == UInt8(ascii: "0") }
    guard value.count <= 10 else { return true }
    let magnitude = value.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return magnitude > Int(Int32.max) + (first == UInt8(ascii: "-") ? 1 : 0)
  }
}
