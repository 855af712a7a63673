internal import ByteReading

/// Text properties: `name:value;…`, similar to CSS.
extension AttributeValue {
  /// Parts of a text property, in the order in which it is written.
  private static let textProperties = [
    "font-family", "font-size", "font-style", "font-weight", "color", "background-color",
    "border-width", "border-color", "text-shadow",
  ]

  /// Reads the given parts of a text property, in written form. Unknown names are ignored; of a
  /// duplicate name the last counts. Missing parts keep their values
  /// (``AttributeEffect/completes``).
  static func readTextProperty(_ text: ArraySlice<UInt8>) -> AttributeValue {
    let isPlain = text.allSatisfy { byte in
      byte.isASCIIDigit || byte.isASCIILetter
        || " ,.():;-+".utf8.contains(byte)
    }
    guard isPlain else { return .unspecified }
    var given: [String: [UInt8]] = [:]
    for field in fields(text, separator: ";") {
      guard let pair = pair(field, at: ":") else { continue }
      // A second colon ends the value.
      let value = pair.value.prefix { $0 != UInt8(ascii: ":") }
      given[String(decoding: pair.name, as: UTF8.self)] = Array(value)
    }
    var pairs: [NamedValue] = []
    for name in textProperties {
      guard let value = given[name] else { continue }
      guard let written = writtenTextProperty(name, value[...]) else { return .unspecified }
      pairs.append(NamedValue(name: Array(name.utf8), value: written))
    }
    return .pairs(pairs)
  }

  /// Returns this text property with the missing parts from `other`; any other value unchanged.
  func completed(by other: AttributeValue?) -> AttributeValue {
    guard case .pairs(let given) = self, case .pairs(let before) = other else { return self }
    let names = Self.textProperties.map { Array($0.utf8) }
    return .pairs(
      names.compactMap { name in
        given.first { $0.name == name } ?? before.first { $0.name == name }
      })
  }

  /// Returns one value in written form; nil if the format does not define it.
  private static func writtenTextProperty(
    _ name: String, _ value: ArraySlice<UInt8>
  ) -> [UInt8]? {
    switch name {
    case "font-size", "border-width":
      let number = VariantNumber.leadingInt(value)
      return number == .max ? nil : Array("\(max(number, 0))px".utf8)
    case "font-style":
      return Array((value.elementsEqual("italic".utf8) ? "italic" : "normal").utf8)
    case "font-weight":
      return Array((value.elementsEqual("bold".utf8) ? "bold" : "normal").utf8)
    case "color", "background-color":
      return color(value).flatMap { color in
        alphaText(color.alpha).map { Array("rgba(\(color.parts),\($0))".utf8) }
      }
    case "border-color":
      // Only whether a frame exists is kept.
      return color(value).map {
        Array("rgba(\($0.parts),\($0.alpha > 0 ? "1.0" : "0.0"))".utf8)
      }
    case "text-shadow": return shadow(value)
    default: return Array(value)
    }
  }

  /// Reads `rgba(red,green,blue,alpha)`: numbers separated by commas, the leading number of each;
  /// missing ones are 0.
  private static func color(_ text: ArraySlice<UInt8>) -> (parts: String, alpha: Double)? {
    var text = text.drop { $0 == UInt8(ascii: " ") }
    if text.starts(with: "rgba(".utf8) { text = text.dropFirst(5) }
    let fields = text.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    var numbers: [Double] = []
    for field in (fields + Array(repeating: [], count: 4)).prefix(4) {
      guard let number = leadingReal(field) else { return nil }
      numbers.append(number)
    }
    let parts = numbers.prefix(3).compactMap { Int16(exactly: $0.rounded(.towardZero)) }
    guard parts.count == 3 else { return nil }
    return (parts.map(String.init).joined(separator: ","), min(max(numbers[3], 0), 1))
  }

  /// Returns the decimal number at the start of a text after spaces, 0 for none; nil for words,
  /// which may be a number, and for one too long to be converted here.
  private static func leadingReal(_ text: ArraySlice<UInt8>) -> Double? {
    let digits = text.drop { $0 == UInt8(ascii: " ") }
    if let first = digits.first, "nNiI".utf8.contains(first) { return nil }
    var end = digits.startIndex
    if end < digits.endIndex, digits[end] == UInt8(ascii: "-") { end += 1 }
    let number = digits[end...].prefix { $0.isASCIIDigit || $0 == UInt8(ascii: ".") }
    let rest = digits[number.endIndex...]
    guard number.count <= 12, rest.first.map({ $0 | 0x20 == UInt8(ascii: "e") }) != true,
      number.count(where: { $0 == UInt8(ascii: ".") }) <= 1
    else { return nil }
    guard number.contains(where: \.isASCIIDigit) else { return 0 }
    return VariantNumber.double(digits[..<number.endIndex])
  }

  /// Returns a fraction as C++ streams print it, if it needs no rounding.
  private static func alphaText(_ alpha: Double) -> String? {
    let text = "\(alpha)"
    guard alpha == 0 || alpha >= 1e-4, text.utf8.count <= 8 else { return nil }
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Reads `x y blur color`; only the offset, and whether the color is visible, are kept.
  private static func shadow(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    let blank = UInt8(ascii: " ")
    guard text.first != blank, text.last != blank else { return nil }
    let fields = text.split(separator: blank)
    let offset = (0..<2).map { $0 < fields.count ? VariantNumber.leadingInt(fields[$0]) : 2 }
    var isSeen = true
    if fields.count > 3 {
      guard let color = color(fields[3]) else {
        return fields[3].contains(UInt8(ascii: ",")) ? nil : shadow(offset, false)
      }
      isSeen = color.alpha > 0
    }
    return shadow(offset, isSeen)
  }

  private static func shadow(_ offset: [Int32], _ isSeen: Bool) -> [UInt8] {
    Array("\(offset[0])px \(offset[1])px 2px rgba(0,0,0,\(isSeen ? "1.0" : "0.0"))".utf8)
  }
}
