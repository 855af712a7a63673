extension NRRDReading {
  /// Reads one name, `LIST [DIM]` or `SKIPLIST [DIM]` with names on the lines that follow, or a
  /// pattern `FORMAT MIN MAX STEP [DIM]`.
  ///
  /// Facts: `parseNrrd.c` of Teem. A pattern has a conversion `%d` with an optional width; its step
  /// is not 0 and leads from MIN to MAX. DIM, from 1 to the dimension, is that of the data in one
  /// file, by default one less; the number of files must then be the product of the other sizes. A
  /// line of `SKIPLIST` is a number of bytes, a blank and a name.
  mutating func readDataFiles(_ value: ArraySlice<UInt8>) throws(Refusal) {
    if DataFilePattern.hasConversion(Array(value), "d") {
      try readPattern(value)
    } else if header.hasSkipList {
      // The older library of ITK takes the word for the name of a file.
      header.report.addHazard(.listWithSkips, at: value.startIndex)
      try readList(value, after: 8)
    } else if header.hasFileList {
      try readList(value, after: 4)
    } else {
      addDataFile(value)
    }
  }

  private mutating func readPattern(_ value: ArraySlice<UInt8>) throws(Refusal) {
    let refusal = Refusal(code: .invalidField, offset: value.startIndex)
    let words = Self.words(Array(value))
    let numbers = words.dropFirst().prefix(3).map { Self.leadingNumber($0[...]) }
    guard let format = words.first, numbers.count == 3, let minimum = numbers[0],
      let maximum = numbers[1], let step = numbers[2],
      let pattern = DataFilePattern(
        format: format, minimum: minimum, maximum: maximum, step: step)
    else { throw refusal }
    // A fourth word that is no number is ignored.
    let dimension =
      words.count > 4 ? Self.leadingNumber(words[4][...]) : nil
    guard isFileDimension(dimension), isFileCount(pattern.count, dimension) else { throw refusal }
    if pattern.isUnexpected { header.report.addHazard(.formatConversion, at: value.startIndex) }
    header.dataFiles = pattern.expanded()
    if pattern.count > UInt64(header.dataFiles.count) {
      header.report.addNote(.uncheckedPart, at: value.startIndex)
    }
    header.report.addDataFile(value, at: value.startIndex)
  }

  /// Reads the names after the keyword, which has `count` bytes.
  private mutating func readList(_ value: ArraySlice<UInt8>, after count: Int) throws(Refusal) {
    let refusal = Refusal(code: .invalidField, offset: value.startIndex)
    let rest = value.dropFirst(count)
    let dimension = Self.leadingNumber(rest)
    guard rest.isEmpty || dimension != nil, isFileDimension(dimension) else { throw refusal }
    try checkRequired()
    while let line = nextLine(), !line.isEmpty {
      let text = line.prefix { $0 != 0 }
      guard header.hasSkipList else {
        if !text.isEmpty { addDataFile(text) }
        continue
      }
      // The name begins after the first blank of the line, wherever the number is.
      guard let skip = Self.leadingNumber(text), let blank = text.firstIndex(of: 0x20),
        blank + 1 < text.endIndex
      else { throw Refusal(code: .invalidField, offset: line.startIndex) }
      guard header.dataFiles.count < limits.maximumRecords else { break }
      header.dataFileSkips.append(skip)
      addDataFile(text[(blank + 1)...])
    }
    guard isFileCount(UInt64(header.dataFiles.count), dimension) else { throw refusal }
  }

  private func isFileDimension(_ dimension: Int64?) -> Bool {
    guard let dimension else { return true }
    return dimension >= 1 && dimension <= Int64(dimensionCount)
  }

  private var dimensionCount: Int { header.sizes.count }

  /// Whether `count` files hold the image: with a lower file dimension exactly the product of the
  /// other sizes, else a divisor of the last size.
  private func isFileCount(_ count: UInt64, _ dimension: Int64?) -> Bool {
    guard dimensionCount > 0, let last = header.sizes.last, count > 0 else { return false }
    let fileDimension = dimension.map { Int($0) } ?? dimensionCount - 1
    guard fileDimension == dimensionCount else {
      return product(Array(header.sizes.dropFirst(fileDimension))) == count
    }
    return count <= last && last % count == 0
  }

  private mutating func addDataFile(_ name: ArraySlice<UInt8>) {
    guard header.dataFiles.count < limits.maximumRecords else { return }
    header.dataFiles.append(Array(name))
    header.report.addDataFile(name, at: name.startIndex)
  }
}
