extension LegacyVTKReading {
  /// Bytes of each type; 0 for bits, which are packed. VTK writes its index type as `int`.
  static let types: [String: UInt64] = [
    "bit": 0, "char": 1, "signed_char": 1, "unsigned_char": 1, "short": 2, "unsigned_short": 2,
    "int": 4, "unsigned_int": 4, "long": 8, "unsigned_long": 8, "float": 4, "double": 8,
    "vtkidtype": 4, "vtktypeint64": 8, "vtktypeuint64": 8,
  ]

  /// Passes the data of an array and records its claim.
  mutating func readArray(
    _ name: String, _ type: String, _ tuples: UInt64, _ components: UInt64, _ section: Range<Int>,
    _ input: Span<UInt8>, isLineEnded: Bool = false
  ) throws(Refusal) {
    header.arrays.append(
      MeshArray(
        name: Array(name.utf8.prefix(256)), type: type, componentCount: components,
        tupleCount: tuples, offset: section.lowerBound))
    guard let width = Self.types[type] else {
      // Strings and variants have values of any length.
      if type == "string" || type == "utf8_string" || type == "variant" {
        header.report.addNote(.uncheckedPart, at: section.lowerBound)
        hasEnded = true
        return
      }
      throw Refusal(code: .invalidField, offset: section.lowerBound)
    }
    let values = product([tuples, components])
    if isBinary {
      if !isLineEnded { _ = scanner.line(input) }
      let bytes = width == 0 ? values / 8 + (values % 8 == 0 ? 0 : 1) : product([values, width])
      pass(bytes, section, input)
    } else {
      // A number takes a byte, and a blank before the next one.
      header.report.claim(
        sum(values, max(values, 1) - 1), at: section.lowerBound,
        available: input.count - scanner.position)
      guard header.report.isLastClaimMet else {
        hasEnded = true
        return
      }
      if scanner.skipWords(input, values) < values {
        header.report.addHazard(.dataTooShort, at: section.lowerBound)
        hasEnded = true
      }
    }
  }

  /// Passes `bytes` of binary data; a claim that is not met ends the reading.
  private mutating func pass(_ bytes: UInt64, _ section: Range<Int>, _ input: Span<UInt8>) {
    let available = input.count - scanner.position
    header.report.claim(bytes, at: section.lowerBound, available: available)
    guard header.report.isLastClaimMet else {
      hasEnded = true
      return
    }
    scanner.position += Int(bytes)
  }

  /// Cells: before version 5.1 `n size`, then for each cell a count and its points; from 5.1 on
  /// `offsets connectivity`, then the two arrays.
  mutating func readCells(
    _ keyword: String, _ section: Range<Int>, _ input: Span<UInt8>
  ) throws(Refusal) {
    let sizes = try counts(2, input)
    if hasOffsets { return try readOffsets(sizes, section, input) }
    header.cellCount = sum(header.cellCount, sizes[0])
    if sizes[0] > sizes[1] { header.report.addHazard(.countMismatch, at: section.lowerBound) }
    if isBinary { _ = scanner.line(input) }
    let start = scanner.position
    header.report.claim(
      isBinary ? product([sizes[1], 4]) : sum(sizes[1], max(sizes[1], 1) - 1),
      at: section.lowerBound, available: input.count - start)
    guard header.report.isLastClaimMet else {
      hasEnded = true
      return
    }
    checkCells(sizes[0], sizes[1], section, input)
    if isBinary { scanner.position = start + Int(sizes[1]) * 4 }
  }

  /// Checks the count of each cell and its points against `size` integers.
  private mutating func checkCells(
    _ cells: UInt64, _ size: UInt64, _ section: Range<Int>, _ input: Span<UInt8>
  ) {
    var left = size
    var cell: UInt64 = 0
    while cell < cells {
      guard left > 0, let (count, at) = nextInteger(4, input) else {
        return header.report.addHazard(.countMismatch, at: section.lowerBound)
      }
      left -= 1
      guard count >= 0 else { return header.report.addHazard(.negativeCount, at: at) }
      guard UInt64(count) <= left else { return header.report.addHazard(.countMismatch, at: at) }
      left -= UInt64(count)
      for _ in 0..<count {
        guard let (index, at) = nextInteger(4, input) else {
          return header.report.addHazard(.dataTooShort, at: section.lowerBound)
        }
        check(index, at: at)
      }
      cell += 1
    }
    guard left > 0 else { return }
    header.report.addHazard(.countMismatch, at: section.lowerBound)
    if !isBinary { _ = scanner.skipWords(input, left) }
  }

  /// `OFFSETS type`, the offsets, `CONNECTIVITY type`, the points.
  private mutating func readOffsets(
    _ sizes: [UInt64], _ section: Range<Int>, _ input: Span<UInt8>
  ) throws(Refusal) {
    header.cellCount = sum(header.cellCount, max(sizes[0], 1) - 1)
    for (name, size) in [("offsets", sizes[0]), ("connectivity", sizes[1])] {
      guard size > 0 || name == "offsets" else { return }
      if size == 0 { continue }
      guard let word = scanner.word(input), input.lowercasedText(word) == name else {
        throw Refusal(code: .missingField, offset: min(scanner.position, input.count))
      }
      let type = try type(input)
      let width = Int(Self.types[type] ?? 0)
      guard width == 4 || width == 8 else {
        throw Refusal(code: .invalidField, offset: word.lowerBound)
      }
      let start = lineEnd(input)
      try readArray(name, type, size, 1, word, input)
      guard !hasEnded else { return }
      let end = scanner.position
      scanner.position = start
      if name == "offsets" {
        checkOffsets(size, sizes[1], width, input)
      } else {
        for _ in 0..<size {
          guard let (index, at) = nextInteger(width, input) else { break }
          check(index, at: at)
        }
      }
      scanner.position = end
    }
  }

  /// Where the data of the declaration begins.
  private func lineEnd(_ input: Span<UInt8>) -> Int {
    guard isBinary else { return scanner.position }
    var copy = scanner
    _ = copy.line(input)
    return copy.position
  }

  /// Offsets begin at 0, ascend, and end at the number of points in cells.
  private mutating func checkOffsets(
    _ count: UInt64, _ end: UInt64, _ width: Int, _ input: Span<UInt8>
  ) {
    var last: Int64 = 0
    for number in 0..<count {
      guard let (offset, at) = nextInteger(width, input) else { return }
      let isRight = number == 0 ? offset == 0 : offset >= last
      guard isRight, offset >= 0, UInt64(offset) <= end else {
        return header.report.addHazard(.offsetOutside, at: at)
      }
      last = offset
    }
    if UInt64(last) != end {
      header.report.addHazard(.countMismatch, at: min(scanner.position, input.count))
    }
  }

  /// Next integer of the data and its offset; nil at the end or for another word.
  private mutating func nextInteger(
    _ width: Int, _ input: Span<UInt8>
  ) -> (value: Int64, offset: Int)? {
    guard isBinary else {
      guard let word = scanner.word(input), let value = input.integer(word) else { return nil }
      return (value, word.lowerBound)
    }
    let at = scanner.position
    guard width <= input.count - at else { return nil }
    scanner.position += width
    return (input.signed(at: at, width: width, isBigEndian: true), at)
  }

  private mutating func check(_ index: Int64, at offset: Int) {
    if index < 0 || UInt64(index) >= header.pointCount {
      header.report.addHazard(.indexOutside, at: offset)
    }
  }
}
