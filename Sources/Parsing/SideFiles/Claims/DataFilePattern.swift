internal import ByteReading

/// A printf pattern of data file names with its range of numbers.
struct DataFilePattern {
  /// Maximum number of names that are written out: a short header can claim any number.
  static let maximumNames = 10_000

  private let format: [UInt8]
  private let minimum: Int64
  private let maximum: Int64
  private let step: Int64

  /// Creates a pattern whose numbers were checked: `step` is not 0 and leads from `minimum` to
  /// `maximum`.
  init?(format: [UInt8], minimum: Int64, maximum: Int64, step: Int64) {
    guard step != 0, maximum >= minimum ? step > 0 : step < 0 else { return nil }
    self.format = format
    self.minimum = minimum
    self.maximum = maximum
    self.step = step
  }

  /// Parses `FORMAT MIN MAX STEP` of a MetaImage file, whose step has the default 1; nil for a
  /// value that is no pattern.
  init?(metaImage value: [UInt8]) {
    let words = NRRDReading.words(value)
    guard words.count >= 3, Self.hasConversion(words[0], "diuxX") else { return nil }
    let numbers = words[1...].prefix(3).map { NRRDReading.leadingNumber($0[...]) }
    guard numbers.count >= 2, let minimum = numbers[0], let maximum = numbers[1] else { return nil }
    let step = numbers.count > 2 ? numbers[2] ?? 1 : 1
    self.init(format: words[0], minimum: minimum, maximum: maximum, step: step)
  }

  /// Whether the first conversion of `text` is one of `letters`, with an optional width. `%%` is no
  /// conversion.
  static func hasConversion(_ text: [UInt8], _ letters: String) -> Bool {
    var rest = text[...]
    while let percent = rest.firstIndex(of: UInt8(ascii: "%")) {
      rest = rest[(percent + 1)...]
      guard let next = rest.first else { return false }
      if next == UInt8(ascii: "%") {
        rest = rest.dropFirst()
        continue
      }
      guard let letter = rest.drop(while: \.isASCIIDigit).first else { return false }
      return letters.utf8.contains(letter)
    }
    return false
  }

  /// Number of names, saturating.
  var count: UInt64 {
    let distance = UInt64(maximum.magnitudeDistance(to: minimum))
    return distance / step.magnitude + 1
  }

  /// Whether the format has other conversions than one decimal number, or a width over three
  /// digits.
  var isUnexpected: Bool {
    var conversions = 0
    var rest = format[...]
    while let percent = rest.firstIndex(of: UInt8(ascii: "%")) {
      rest = rest[(percent + 1)...]
      guard let next = rest.first else { return true }
      if next == UInt8(ascii: "%") {
        rest = rest.dropFirst()
        continue
      }
      let digits = rest.prefix(while: \.isASCIIDigit)
      guard let letter = rest.dropFirst(digits.count).first,
        "diu".utf8.contains(letter), digits.count <= 3
      else { return true }
      conversions += 1
    }
    return conversions != 1
  }

  /// The names, at most ``maximumNames``; a format with unexpected conversions has none.
  func expanded() -> [[UInt8]] {
    guard !isUnexpected else { return [] }
    let limit = Self.maximumNames
    var names: [[UInt8]] = []
    var number = minimum
    while names.count < limit, step > 0 ? number <= maximum : number >= maximum {
      names.append(name(number))
      let (next, overflow) = number.addingReportingOverflow(step)
      guard !overflow else { break }
      number = next
    }
    return names
  }

  /// The format with `number`, as printf writes it.
  private func name(_ number: Int64) -> [UInt8] {
    var name: [UInt8] = []
    var index = 0
    while index < format.count {
      guard format[index] == UInt8(ascii: "%") else {
        name.append(format[index])
        index += 1
        continue
      }
      index += 1
      if index < format.count, format[index] == UInt8(ascii: "%") {
        name.append(format[index])
        index += 1
        continue
      }
      let digits = format[index...].prefix(while: \.isASCIIDigit)
      index += digits.count + 1
      let width = Int(String(decoding: digits, as: UTF8.self)) ?? 0
      let isPadded = digits.first == UInt8(ascii: "0")
      let text = String(number.magnitude)
      let sign = number < 0 ? "-" : ""
      let padding = max(0, width - text.utf8.count - sign.utf8.count)
      let fill = String(repeating: isPadded ? "0" : " ", count: padding)
      name += (isPadded ? sign + fill + text : fill + sign + text).utf8
    }
    return name
  }
}

extension Int64 {
  /// Distance between two numbers as an unsigned magnitude.
  fileprivate func magnitudeDistance(to other: Int64) -> UInt64 {
    self >= other
      ? UInt64(bitPattern: self &- other) : UInt64(bitPattern: other &- self)
  }
}
