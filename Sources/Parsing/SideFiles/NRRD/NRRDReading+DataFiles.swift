extension NRRDReading {
  /// Reads one name, `LIST [DIM]` with names on the lines that follow, or a pattern
  /// `FORMAT MIN MAX STEP [DIM]`.
  ///
  /// Facts: `parseNrrd.c` of Teem. A pattern has a conversion `%d` with an optional width; its step
  /// is not 0 and leads from MIN to MAX. DIM, from 1 to the dimension, is that of the data in one
  /// file, by default one less; the number of files must then be the product of the other sizes.
  /// `SKIPLIST`, which newer Teem versions know, is a file name in the library of 3D Slicer.
  mutating func readDataFiles(_ value: ArraySlice<UInt8>) throws(Refusal) {
    if DataFilePattern.hasConversion(Array(value), "d") {
      try readPattern(value)
    } else if value.starts(with: "LIST".utf8) {
      try readList(value)
    } else {
      if value.starts(with: "SKIPLIST".utf8) {
        header.report.addHazard(.sizesDisagree, at: value.startIndex)
      }
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

  private mutating func readList(_ value: ArraySlice<UInt8>) throws(Refusal) {
    let refusal = Refusal(code: .invalidField, offset: value.startIndex)
    let rest = value.dropFirst(4)
    let dimension = Self.leadingNumber(rest)
    guard rest.isEmpty || dimension != nil, isFileDimension(dimension) else { throw refusal }
    try checkRequired()
    while let line = nextLine(), !line.isEmpty {
      let name = line.prefix { $0 != 0 }
      if !name.isEmpty { addDataFile(name) }
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
