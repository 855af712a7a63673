extension MergeControlFile {
  /// Reads a control file, whole or cut off anywhere after the names.
  ///
  /// An unterminated last line is ignored: the merge was killed while it wrote it. Linear in the
  /// bytes; memory is four bytes a feature and the names.
  package init(
    reading bytes: Span<UInt8>, limits: MergeControlFileLimits = MergeControlFileLimits()
  ) throws(MergeControlFileError) {
    self.init()
    var lines = ControlLines(offset: 0)
    try readNames(bytes, &lines, limits)
    var next = 0
    while let line = lines.next(in: bytes) {
      try readRecord(bytes, line, &next, limits)
    }
  }

  private mutating func readNames(
    _ bytes: Span<UInt8>, _ lines: inout ControlLines, _ limits: MergeControlFileLimits
  ) throws(MergeControlFileError) {
    let count = try lines.count(in: bytes)
    guard count <= limits.inputs else { throw MergeControlFileError(.tooManyInputs, at: 0) }
    let start = lines.offset
    firstCorpusCount = try lines.count(in: bytes)
    guard firstCorpusCount <= count else {
      throw MergeControlFileError(.malformedCount, at: start)
    }
    // Each name takes at least a line feed, so an excessive count reserves nothing.
    guard count <= bytes.count - lines.offset else {
      throw MergeControlFileError(.truncatedHeader, at: bytes.count)
    }
    inputs.reserveCapacity(count)
    for _ in 0..<count {
      guard let line = lines.next(in: bytes) else {
        throw MergeControlFileError(.truncatedHeader, at: bytes.count)
      }
      guard line.count <= limits.nameBytes else {
        throw MergeControlFileError(.nameTooLong, at: line.lowerBound)
      }
      var name: [UInt8] = []
      name.reserveCapacity(line.count)
      for index in line { name.append(bytes[index]) }
      inputs.append(Input(name: name, features: 0..<0))
    }
  }

  /// Reads one line after the names; `next` is the only input that may start.
  private mutating func readRecord(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ next: inout Int, _ limits: MergeControlFileLimits
  ) throws(MergeControlFileError) {
    var fields = ControlFields(line: line)
    let marker = try fields.marker(in: bytes)
    let numberOffset = fields.offset
    guard let number = try fields.number(in: bytes, upTo: Int.max) else {
      throw MergeControlFileError(.malformedNumber, at: numberOffset)
    }
    let isCurrent = number == next - 1
    switch marker {
    case .started:
      guard number == next, number < inputs.count else {
        throw MergeControlFileError(.unexpectedInput, at: numberOffset)
      }
      let sizeOffset = fields.offset
      guard let size = try fields.number(in: bytes, upTo: Int.max) else {
        throw MergeControlFileError(.malformedNumber, at: sizeOffset)
      }
      try fields.end()
      if next > 0, inputs[next - 1].outcome == .unfinished { inputs[next - 1].outcome = .died }
      inputs[number].size = size
      inputs[number].outcome = .unfinished
      next += 1
    case .features:
      guard isCurrent else { throw MergeControlFileError(.notStarted, at: numberOffset) }
      guard inputs[number].outcome == .unfinished else {
        throw MergeControlFileError(.featuresTwice, at: line.lowerBound)
      }
      let start = features.count
      while let feature = try fields.number(in: bytes, upTo: Int(UInt32.max)) {
        guard features.count < limits.features else {
          throw MergeControlFileError(.tooManyFeatures, at: line.lowerBound)
        }
        features.append(UInt32(feature))
      }
      inputs[number].features = start..<features.count
      inputs[number].outcome = .measured
    case .locations:
      guard isCurrent else { throw MergeControlFileError(.notStarted, at: numberOffset) }
      guard inputs[number].outcome == .measured else {
        throw MergeControlFileError(.locationsBeforeFeatures, at: line.lowerBound)
      }
      while try fields.number(in: bytes, upTo: Int.max) != nil {}
    }
  }
}
