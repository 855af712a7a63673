/// Conversions of a `printf` format. Labels are made with at most two values: a name and a number.
enum FormatShape {
  static func hazards(of format: [UInt8]) -> [SceneHazard.Code] {
    var codes: [SceneHazard.Code] = []
    if format.count > 255 { codes.append(.formatWidth) }
    var index = 0
    var conversions: [UInt8] = []
    while index < format.count {
      defer { index += 1 }
      guard format[index] == UInt8(ascii: "%") else { continue }
      index += 1
      var digits = 0
      scan: while index < format.count {
        switch format[index] {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
        case UInt8(ascii: "."): digits = 0
        case UInt8(ascii: "*"): conversions.append(UInt8(ascii: "*"))
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: " "), UInt8(ascii: "#"),
          UInt8(ascii: "l"), UInt8(ascii: "h"), UInt8(ascii: "N"):
          break
        default: break scan
        }
        if digits > 2, !codes.contains(.formatWidth) { codes.append(.formatWidth) }
        index += 1
      }
      if index < format.count, format[index] != UInt8(ascii: "%") {
        conversions.append(format[index])
      }
    }
    if conversions.count > 2 || conversions.contains(where: { !"sSdifgeGE".utf8.contains($0) }) {
      codes.append(.formatConversion)
    }
    return codes
  }
}
