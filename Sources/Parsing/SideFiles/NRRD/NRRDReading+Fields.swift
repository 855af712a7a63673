internal import ByteReading

extension NRRDReading {
  private static let perAxis: Set<String> = [
    "sizes", "spacings", "thicknesses", "axis mins", "axis maxs", "space directions", "centers",
    "kinds", "labels", "units",
  ]

  mutating func readField(
    _ field: NRRDField, _ value: ArraySlice<UInt8>, _ line: ArraySlice<UInt8>
  ) throws(Refusal) {
    let offset = line.startIndex
    guard seen.insert(field.name).inserted else {
      throw Refusal(code: .repeatedField, offset: offset)
    }
    guard !Self.perAxis.contains(field.name) || dimension != nil else {
      throw Refusal(code: .dimensionMissing, offset: offset)
    }
    header.fields.append(
      NRRDHeader.Field(name: field.name, value: Array(value), offset: offset))
    guard check(field.name, Array(value)) else {
      throw Refusal(code: .invalidField, offset: value.startIndex)
    }
    if field.name == "data file" { try readDataFiles(value) }
  }

  private var dimension: Int? {
    header.value(of: "dimension").flatMap { Self.leadingNumber($0[...]) }.map(Int.init)
  }

  /// Number of axes of the space; nil before it is declared.
  private var spaceDimension: Int? {
    if let space = header.value(of: "space") { return NRRDField.spaceDimension(space) }
    return header.value(of: "space dimension").flatMap { Self.leadingNumber($0[...]) }.map(Int.init)
  }

  /// Whether the value is valid for its field.
  private mutating func check(_ name: String, _ value: [UInt8]) -> Bool {
    let axes = dimension ?? 0
    switch name {
    case "type": return NRRDField.sampleBytes(value) > 0
    case "encoding": return NRRDField.isEncoding(value)
    case "endian": return NRRDField.isEndian(value)
    case "dimension": return Self.leadingNumber(value[...]).map { (1...16).contains($0) } ?? false
    case "sizes": return readSizes(value, axes)
    case "spacings":
      return !hasDirections
        && Self.numbers(value, axes) { $0 != 0 && !$0.isInfinite }
    case "thicknesses", "axis mins", "axis maxs":
      return Self.numbers(value, axes) { !$0.isInfinite }
    case "centers":
      return Self.words(value).count == axes && Self.words(value).allSatisfy(NRRDField.isCenter)
    case "kinds": return checkKinds(Self.words(value), axes)
    case "labels", "units": return Self.quoted(value) == axes
    case "space": return !seen.contains("space dimension") && spaceDimension != nil
    case "space dimension":
      return !seen.contains("space")
        && Self.leadingNumber(value[...]).map { (0...8).contains($0) } ?? false
    case "space units": return spaceDimension.map { Self.quoted(value) == $0 } ?? false
    case "space origin": return Self.vectors(value, 1, spaceDimension)
    case "measurement frame": return Self.vectors(value, spaceDimension ?? 0, spaceDimension)
    case "space directions":
      let isAlone =
        !seen.contains("spacings") && !seen.contains("axis mins")
        && !seen.contains("axis maxs")
      return isAlone && Self.vectors(value, axes, spaceDimension, isWhole: true)
    case "line skip": return Self.leadingNumber(value[...]).map { $0 >= 0 } ?? false
    case "byte skip", "block size": return Self.leadingNumber(value[...]) != nil
    default: return true
    }
  }

  private var hasDirections: Bool { seen.contains("space directions") }

  /// Reads one size per axis, none of them 0, with a product that fits 64 bits.
  private mutating func readSizes(_ value: [UInt8], _ axes: Int) -> Bool {
    let words = Self.words(value)
    guard words.count == axes else { return false }
    var product: UInt64 = 1
    for word in words {
      // A sign is invalid here, even a plus.
      guard word.first.map(\.isASCIIDigit) == true, let size = Self.leadingNumber(word[...]),
        size > 0
      else { return false }
      let (next, overflow) = product.multipliedReportingOverflow(by: UInt64(size))
      guard !overflow else { return false }
      product = next
      header.sizes.append(UInt64(size))
    }
    if product > 1 << 36 {
      header.report.addHazard(.hugeImage, at: header.fields.last?.offset ?? 0)
    }
    return true
  }

  private func checkKinds(_ words: [[UInt8]], _ axes: Int) -> Bool {
    guard words.count == axes else { return false }
    for (axis, word) in words.enumerated() {
      guard let size = NRRDField.kindSize(word) else { return false }
      if size > 0, axis < header.sizes.count, header.sizes[axis] != UInt64(size) { return false }
    }
    return true
  }
}
