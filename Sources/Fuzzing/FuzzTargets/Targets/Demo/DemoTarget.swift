internal import DemoSwitch
internal import XMLReading

extension FuzzTarget {
  /// Counted lists of volume properties, with a demo bug that is live only while `DemoSwitch` is
  /// on.
  ///
  /// The demo bug and those of `DemoBug` show the way from a session to a regression test on a
  /// healthy parser.
  public static let demo = FuzzTarget(
    name: "demo",
    property: "No more numbers are read from a counted list than it has.",
    maximumLength: 4096, fileExtension: "mrml"
  ) { input throws(PropertyViolation) in
    let document: XMLDocument
    do throws(XMLError) {
      document = try XMLDocument(reading: input)
    } catch {
      return
    }
    for element in 0..<document.elementCount where document.elementName(element) == "VolumeProperty"
    {
      for attribute in document.attributes(of: element) {
        let list = CountedList(document.attributeValueBytes(attribute))
        if let bug = DemoBug(rawValue: DemoSwitch.name), list.declared > list.present {
          try bug.run(list)
        }
        let values = DemoSwitch.isOn ? list.valuesTrustingTheCount() : list.values()
        try PropertyCheck.atMost(
          values.count, list.present, property: "count-bounds-list", place: "volume property")
      }
    }
  }
}

/// List of numbers after their count, as in `scalarOpacity="4 0 0 255 1"`.
struct CountedList {
  /// The first number, or 0 for an empty text.
  let declared: Int
  let numbers: [Int]

  /// Reads numbers between spaces. A word that is not a whole number counts as 0. Linear.
  init(_ text: ArraySlice<UInt8>) {
    var fields = text.split(separator: 0x20)[...]
    declared = fields.popFirst().map { Self.number($0) } ?? 0
    numbers = fields.map { Self.number($0) }
  }

  /// Number of numbers after the count.
  var present: Int { numbers.count }

  func values() -> [Int] { Array(numbers.prefix(declared)) }

  /// The demo bug: trusts the declared count.
  func valuesTrustingTheCount() -> [Int] {
    var out: [Int] = []
    for index in 0..<declared { out.append(numbers[index]) }
    return out
  }

  /// Reads an unsigned number. Digits beyond 1,000,000,000 are ignored, so that it cannot overflow.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    var value = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit), value < 1_000_000_000 else { break }
      value = value * 10 + Int(digit - 0x30)
    }
    return value
  }
}
