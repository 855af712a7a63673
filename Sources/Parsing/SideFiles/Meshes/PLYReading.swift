/// Reads the structure of a PLY file: the elements and properties of its header, and the rows that
/// they claim.
///
/// Facts: Greg Turk's description of the Stanford PLY format. Rows have the properties of their
/// element in order; a list property is a count and that many values.
struct PLYReading {
  private struct Property {
    let name: String
    let type: Int
    let isSigned: Bool
    let isFloat: Bool
    /// Bytes of the count of a list; nil for a single value.
    let countType: Int?
    let isCountSigned: Bool
  }

  private struct Element {
    let name: String
    let count: UInt64
    let offset: Int
    var properties: [Property] = []

    /// Minimum bytes of a row.
    func rowBytes(isText: Bool) -> UInt64 {
      UInt64(properties.reduce(0) { $0 + (isText ? 2 : $1.countType ?? $1.type) })
    }
  }

  private enum Encoding { case text, littleEndian, bigEndian }

  let limits: SideFileLimits
  private var header: MeshHeader
  private var scanner = TokenScanner()
  private var elements: [Element] = []

  init(limits: SideFileLimits) {
    self.limits = limits
    header = MeshHeader(.ply, limits: limits)
  }

  /// Bytes, sign and kind of each type, in both spellings.
  private static let types: [String: (bytes: Int, isSigned: Bool, isFloat: Bool)] = [
    "char": (1, true, false), "int8": (1, true, false), "uchar": (1, false, false),
    "uint8": (1, false, false), "short": (2, true, false), "int16": (2, true, false),
    "ushort": (2, false, false), "uint16": (2, false, false), "int": (4, true, false),
    "int32": (4, true, false), "uint": (4, false, false), "uint32": (4, false, false),
    "float": (4, true, true), "float32": (4, true, true), "double": (8, true, true),
    "float64": (8, true, true),
  ]

  mutating func read(_ input: Span<UInt8>) throws(Refusal) -> MeshHeader {
    let encoding = try readHeader(input)
    for element in elements {
      header.arrays.append(
        MeshArray(
          name: Array(element.name.utf8), type: "element",
          componentCount: UInt64(element.properties.count), tupleCount: element.count,
          offset: element.offset))
      if element.name == "vertex" { header.pointCount = element.count }
      if element.name == "face" { header.cellCount = element.count }
      if element.properties.isEmpty, element.count > 0 {
        header.report.addHazard(.componentCount, at: element.offset)
        return header
      }
    }
    for element in elements {
      let claimed = product([element.count, element.rowBytes(isText: encoding == .text)])
      // The last number of a text needs no blank after it.
      header.report.claim(
        encoding == .text ? max(claimed, 1) - 1 : claimed, at: element.offset,
        available: input.count - scanner.position)
      guard header.report.isLastClaimMet else { return header }
      let isRead =
        encoding == .text
        ? readTextRows(element, input)
        : readBinaryRows(element, input, isBigEndian: encoding == .bigEndian)
      guard isRead else { return header }
    }
    if encoding != .text, scanner.position < input.count {
      header.report.addNote(.surplusData, at: scanner.position)
    }
    return header
  }

  private mutating func readHeader(_ input: Span<UInt8>) throws(Refusal) -> Encoding {
    _ = scanner.line(input)
    var encoding: Encoding?
    while scanner.position < input.count {
      let start = scanner.position
      let words = scanner.wordsOfLine(input)
      guard let first = words.first else { continue }
      let texts = words.map { input.lowercasedText($0) }
      switch texts[0] {
      case "format":
        switch texts.count > 1 ? texts[1] : "" {
        case "ascii": encoding = .text
        case "binary_little_endian": encoding = .littleEndian
        case "binary_big_endian": encoding = .bigEndian
        default: throw Refusal(code: .invalidField, offset: first.lowerBound)
        }
      case "comment", "obj_info": break
      case "element":
        guard words.count >= 3, let count = input.integer(words[2]) else {
          throw Refusal(code: .invalidField, offset: first.lowerBound)
        }
        guard elements.count < 1024 else { throw Refusal(code: .recordLimit, offset: start) }
        if count < 0 { header.report.addHazard(.negativeCount, at: words[2].lowerBound) }
        elements.append(
          Element(name: texts[1], count: UInt64(max(count, 0)), offset: words[2].lowerBound))
      case "property": try addProperty(texts, first.lowerBound)
      case "end_header":
        guard let encoding else { throw Refusal(code: .missingField, offset: first.lowerBound) }
        return encoding
      default: throw Refusal(code: .unknownField, offset: first.lowerBound)
      }
    }
    throw Refusal(code: .headerNotEnded, offset: input.count)
  }

  private mutating func addProperty(_ texts: [String], _ offset: Int) throws(Refusal) {
    guard !elements.isEmpty, elements[elements.count - 1].properties.count < 4096 else {
      throw Refusal(code: .invalidField, offset: offset)
    }
    let isList = texts.count > 1 && texts[1] == "list"
    guard texts.count >= (isList ? 5 : 3), let type = Self.types[texts[isList ? 3 : 1]] else {
      throw Refusal(code: .invalidField, offset: offset)
    }
    let count = isList ? Self.types[texts[2]] : nil
    guard !isList || count?.isFloat == false else {
      throw Refusal(code: .invalidField, offset: offset)
    }
    elements[elements.count - 1].properties.append(
      Property(
        name: texts[isList ? 4 : 2], type: type.bytes, isSigned: type.isSigned,
        isFloat: type.isFloat, countType: count?.bytes, isCountSigned: count?.isSigned ?? false))
  }

  /// Reads the rows of an element; false when they end early.
  private mutating func readBinaryRows(
    _ element: Element, _ input: Span<UInt8>, isBigEndian: Bool
  ) -> Bool {
    if element.properties.allSatisfy({ $0.countType == nil }) {
      scanner.position += Int(clamping: product([element.count, element.rowBytes(isText: false)]))
      return true
    }
    var row: UInt64 = 0
    while row < element.count {
      for property in element.properties {
        guard let countType = property.countType else {
          guard advance(UInt64(property.type), element, input) else { return false }
          continue
        }
        let at = scanner.position
        guard advance(UInt64(countType), element, input) else { return false }
        let count =
          property.isCountSigned
          ? input.signed(at: at, width: countType, isBigEndian: isBigEndian)
          : Int64(input.unsigned(at: at, width: countType, isBigEndian: isBigEndian))
        if count < 0 {
          header.report.addHazard(.negativeCount, at: at)
          return false
        }
        let values = scanner.position
        guard advance(product([UInt64(count), UInt64(property.type)]), element, input) else {
          return false
        }
        guard isIndexList(property) else { continue }
        for index in 0..<Int(count) {
          let place = values + index * property.type
          let value =
            property.isSigned
            ? input.signed(at: place, width: property.type, isBigEndian: isBigEndian)
            : Int64(input.unsigned(at: place, width: property.type, isBigEndian: isBigEndian))
          check(value, at: place)
        }
      }
      row += 1
    }
    return true
  }

  private mutating func advance(
    _ bytes: UInt64, _ element: Element, _ input: Span<UInt8>
  ) -> Bool {
    guard bytes <= UInt64(input.count - scanner.position) else {
      header.report.claim(bytes, at: element.offset, available: input.count - scanner.position)
      return false
    }
    scanner.position += Int(bytes)
    return true
  }

  private mutating func readTextRows(_ element: Element, _ input: Span<UInt8>) -> Bool {
    var row: UInt64 = 0
    while row < element.count {
      for property in element.properties {
        guard let word = scanner.word(input) else {
          header.report.addHazard(.dataTooShort, at: element.offset)
          return false
        }
        guard property.countType != nil else { continue }
        guard let count = input.integer(word) else {
          header.report.addHazard(.notANumber, at: word.lowerBound)
          return false
        }
        if count < 0 {
          header.report.addHazard(.negativeCount, at: word.lowerBound)
          return false
        }
        var passed: Int64 = 0
        while passed < count {
          guard let value = scanner.word(input) else {
            header.report.addHazard(.dataTooShort, at: word.lowerBound)
            return false
          }
          if isIndexList(property) {
            if let index = input.integer(value) {
              check(index, at: value.lowerBound)
            } else {
              header.report.addHazard(.notANumber, at: value.lowerBound)
            }
          }
          passed += 1
        }
      }
      row += 1
    }
    return true
  }

  private func isIndexList(_ property: Property) -> Bool {
    !property.isFloat && (property.name == "vertex_indices" || property.name == "vertex_index")
  }

  private mutating func check(_ index: Int64, at offset: Int) {
    if index < 0 || UInt64(index) >= header.pointCount {
      header.report.addHazard(.indexOutside, at: offset)
    }
  }
}
