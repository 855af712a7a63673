internal import ByteReading
internal import XMLReading

/// Reads the elements of a VTK XML file.
///
/// Facts: "VTK XML Formats" of the VTK wiki and vtkXMLReader. `VTKFile` names type, byte order,
/// header type and compressor; a piece has numbers of points and cells or an extent; a data array
/// has a type, components and a format. Appended data begins after the first underscore in
/// `AppendedData`.
struct VTKXMLReading {
  /// The XML before the appended data, with the end tag that it then lacks. Offsets are those of
  /// the file.
  let markup: [UInt8]
  private let limits: SideFileLimits
  private var header: VTKXMLHeader
  private var format = VTKDataFormat()
  private var appended: Range<Int>?
  private var path: [String] = []
  private var piece = VTKPiece()
  /// Array whose text has not been read yet.
  private var pending: (array: MeshArray, format: String, values: UInt64?)?

  init(_ input: Span<UInt8>, limits: SideFileLimits) {
    self.limits = limits
    header = VTKXMLHeader(limits: limits)
    format.tableBudget = input.count
    guard let start = Self.find("<AppendedData", in: input, from: 0) else {
      markup = input.bytes(0..<input.count, maximum: .max)
      return
    }
    markup = input.bytes(0..<start, maximum: .max) + Array("</VTKFile>".utf8)
    var position = start
    while position < input.count, input[position] != UInt8(ascii: ">") { position += 1 }
    format.isAppendedBase64 =
      Self.find("base64", in: input.extracting(0..<position), from: start) != nil
    while position < input.count, input[position] != UInt8(ascii: "_") { position += 1 }
    let dataStart = min(position + 1, input.count)
    appended =
      dataStart..<(Self.findLast("</AppendedData", in: input, from: dataStart) ?? input.count)
    header.appendedOffset = dataStart
  }

  private static func find(_ text: StaticString, in input: Span<UInt8>, from start: Int) -> Int? {
    let first = "\(text)".utf8.first ?? 0
    var position = start
    while position < input.count {
      if input[position] == first, input.has(text, at: position) { return position }
      position += 1
    }
    return nil
  }

  private static func findLast(
    _ text: StaticString, in input: Span<UInt8>, from start: Int
  ) -> Int? {
    let first = "\(text)".utf8.first ?? 0
    var position = input.count - 1
    while position >= start {
      if input[position] == first, input.has(text, at: position) { return position }
      position -= 1
    }
    return nil
  }

  mutating func read(
    _ document: XMLDocument, _ input: Span<UInt8>
  ) throws(Refusal) -> VTKXMLHeader {
    guard document.elementCount > 0, document.elementName(0) == "VTKFile" else {
      throw Refusal(code: .missingMagic, offset: 0)
    }
    for index in 0..<document.eventCount {
      switch document.event(index) {
      case .startElement(let element): try start(element, document, input)
      case .text(let text): readText(document.textBytes(text))
      case .endElement: end()
      case .processingInstruction: break
      }
    }
    return header
  }

  private mutating func start(
    _ element: Int, _ document: XMLDocument, _ input: Span<UInt8>
  ) throws(Refusal) {
    let name = document.elementName(element)
    let offset = min(document.elementOffset(element), input.count)
    var attributes: [String: (value: String, offset: Int)] = [:]
    for attribute in document.attributes(of: element) {
      attributes[document.attributeName(attribute)] = (
        document.attributeValue(attribute), min(document.attributeOffset(attribute), input.count)
      )
    }
    switch name {
    case "VTKFile":
      guard let type = attributes["type"]?.value else {
        throw Refusal(code: .missingType, offset: offset)
      }
      header.type = String(type.prefix(64))
      format.isBigEndian = attributes["byte_order"]?.value == "BigEndian"
      format.headerWidth = attributes["header_type"]?.value == "UInt64" ? 8 : 4
      format.compressor = attributes["compressor"]?.value
    case "Piece":
      piece = VTKPiece()
      for (key, attribute) in attributes { read(attribute, key) }
      header.pointCount = sum(header.pointCount, piece.points)
      header.cellCount = sum(header.cellCount, piece.allCells)
      if piece.points > 1 << 36 { header.report.addHazard(.hugeImage, at: offset) }
    case "DataArray", "Array":
      guard header.arrays.count < limits.maximumRecords else {
        throw Refusal(code: .recordLimit, offset: offset)
      }
      try readArray(attributes, offset, input)
    default: break
    }
    path.append(name)
  }

  private mutating func read(_ attribute: (value: String, offset: Int), _ key: String) {
    if key == "Extent" { return readExtent(attribute) }
    let value = Int64(attribute.value.trimmingBlanks)
    guard piece.set(key, to: UInt64(max(value ?? 0, 0))) else { return }
    if value == nil { header.report.addHazard(.notANumber, at: attribute.offset) }
    if let value, value < 0 { header.report.addHazard(.negativeCount, at: attribute.offset) }
  }

  /// Six numbers: first and last index along each axis.
  private mutating func readExtent(_ attribute: (value: String, offset: Int)) {
    let words = attribute.value.split { $0 == " " || $0 == "\n" || $0 == "\t" }.map { Int64($0) }
    guard words.count == 6, !words.contains(nil) else {
      return header.report.addHazard(.wrongLength, at: attribute.offset)
    }
    var points: [UInt64] = []
    for axis in 0..<3 {
      let (low, high) = (words[2 * axis] ?? 0, words[2 * axis + 1] ?? 0)
      let (distance, overflow) = high.subtractingReportingOverflow(low)
      // An empty extent ends one before its start.
      if distance < -1 || overflow { header.report.addHazard(.negativeCount, at: attribute.offset) }
      points.append(overflow || distance < 0 ? 0 : sum(UInt64(distance), 1))
    }
    piece.points = product(points)
    piece.cells = product(points.map { max($0, 2) - 1 })
  }

  private mutating func readArray(
    _ attributes: [String: (value: String, offset: Int)], _ offset: Int, _ input: Span<UInt8>
  ) throws(Refusal) {
    let type = (attributes["type"]?.value ?? "").lowercased()
    var array = MeshArray(
      name: Array((attributes["Name"]?.value ?? "").utf8.prefix(256)),
      type: String(type.prefix(64)), componentCount: 1, tupleCount: 0, offset: offset)
    if let components = attributes["NumberOfComponents"] {
      let value = Int64(components.value.trimmingBlanks) ?? 0
      if value < 1 || value > 65_536 {
        header.report.addHazard(.componentCount, at: components.offset)
      }
      array.componentCount = UInt64(max(value, 0))
    }
    var tuples = piece.tuples(of: String(decoding: array.name, as: UTF8.self), in: path.last ?? "")
    if let stated = attributes["NumberOfTuples"] {
      let value = Int64(stated.value.trimmingBlanks) ?? -1
      if value < 0 { header.report.addHazard(.negativeCount, at: stated.offset) }
      tuples = tuples ?? UInt64(max(value, 0))
    }
    array.tupleCount = tuples ?? 0
    header.arrays.append(array)
    guard let width = VTKDataFormat.types[type] else {
      if type == "string" || type == "bit" || type == "variant" {
        return header.report.addNote(.uncheckedPart, at: offset)
      }
      throw Refusal(code: .invalidField, offset: attributes["type"]?.offset ?? offset)
    }
    let values = tuples.map { product([$0, array.componentCount]) }
    let format = attributes["format"]?.value ?? "ascii"
    guard format == "appended" else {
      pending = (array, format, values)
      return
    }
    guard let place = attributes["offset"] else {
      throw Refusal(code: .missingField, offset: offset)
    }
    guard let data = appended, let distance = Int(place.value.trimmingBlanks), distance >= 0,
      distance <= data.count
    else { return header.report.addHazard(.offsetOutside, at: place.offset) }
    let bytes = values.map { product([$0, UInt64(width)]) }
    self.format.check(
      input.extracting(data.lowerBound + distance..<data.upperBound),
      isBase64: self.format.isAppendedBase64, claimed: bytes, at: place.offset, &header.report)
  }

  /// Compares the text of an array with its claim.
  private mutating func readText(_ text: ArraySlice<UInt8>) {
    guard let (array, format, values) = pending else { return }
    pending = nil
    switch format {
    case "binary":
      let bytes = values.map { product([$0, UInt64(VTKDataFormat.types[array.type] ?? 1)]) }
      let trimmed = Array(text.trimmed)
      self.format.check(
        trimmed.span, isBase64: true, claimed: bytes, at: array.offset, &header.report)
    default:
      guard let values else { return }
      let words = UInt64(text.split(whereSeparator: \.isASCIISpace).count)
      if words < values {
        header.report.claim(
          max(sum(values, max(values, 1) - 1), UInt64(text.count) + 1), at: array.offset,
          available: text.count)
      } else if words > values {
        header.report.addNote(.surplusData, at: array.offset)
      }
    }
  }

  private mutating func end() {
    // An array without text has no values.
    if let (array, _, values) = pending, let values, values > 0 {
      header.report.claim(values, at: array.offset, available: 0)
    }
    pending = nil
    _ = path.popLast()
  }
}

extension String {
  /// The string without blanks at both ends.
  fileprivate var trimmingBlanks: String {
    String(decoding: Array(utf8)[...].trimmed, as: UTF8.self)
  }
}
