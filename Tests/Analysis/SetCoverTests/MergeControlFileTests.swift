import SetCover
import StableNumbers
import Testing

/// Writer of control files in the form of libFuzzer, for the tests.
func controlFile(
  names: [String], firstCorpus: Int = 0, records: [(size: Int, features: [UInt32]?)]
) -> [UInt8] {
  var text = "\(names.count)\n\(firstCorpus)\n"
  for name in names { text += name + "\n" }
  for (index, record) in records.enumerated() {
    text += "STARTED \(index) \(record.size)\n"
    guard let features = record.features else { continue }
    text += "FT \(index)" + features.map { " \($0)" }.joined() + "\nCOV \(index) 7 8\n"
  }
  return Array(text.utf8)
}

@Suite struct MergeControlFileTests {
  static let small = controlFile(
    names: ["corpus/a", "corpus/with space", "c"], firstCorpus: 1,
    records: [(11, [1, 4, 4_294_967_295]), (5, nil), (0, [])])

  @Test("names, sizes, features and crashes are read")
  func whole() throws {
    let file = try MergeControlFile(reading: Self.small.span)
    #expect(
      file.inputs.map { String(decoding: $0.name, as: UTF8.self) }
        == ["corpus/a", "corpus/with space", "c"])
    #expect(file.inputs.map(\.size) == [11, 5, 0])
    #expect(file.inputs.map(\.outcome) == [.measured, .died, .measured])
    #expect(file.firstCorpusCount == 1)
    #expect(Array(file.features(of: 0)) == [1, 4, 4_294_967_295])
    #expect(file.features(of: 1).isEmpty && file.features(of: 2).isEmpty)
  }

  @Test("a written file is read back")
  func roundTrip() throws {
    for seed in UInt64(0)..<200 {
      var random = SplitMix64(seed: seed)
      let count = Int.random(in: 0...8, using: &random)
      let names = (0..<count).map { "corpus/\($0)é \(UInt64.random(in: 0...99, using: &random))" }
      let records = (0..<Int.random(in: 0...count, using: &random)).map { _ in
        let dies = Int.random(in: 0..<5, using: &random) == 0
        let features = (0..<Int.random(in: 0..<9, using: &random)).map { _ in
          UInt32.random(in: 0...UInt32.max, using: &random)
        }
        return (size: Int.random(in: 0..<1 << 40, using: &random), features: dies ? nil : features)
      }
      let bytes = controlFile(names: names, records: records)
      let file = try MergeControlFile(reading: bytes.span)
      #expect(file.inputs.map { String(decoding: $0.name, as: UTF8.self) } == names)
      for (index, input) in file.inputs.enumerated() {
        guard index < records.count else {
          #expect(input.outcome == .notRun)
          continue
        }
        #expect(input.size == records[index].size)
        #expect(Array(file.features(of: index)) == records[index].features ?? [])
        let died: MergeControlFile.Outcome = index == records.count - 1 ? .unfinished : .died
        #expect(input.outcome == (records[index].features == nil ? died : .measured))
      }
    }
  }

  @Test("a file cut off at any byte is refused in its header, or gives its complete inputs")
  func truncated() throws {
    let whole = try MergeControlFile(reading: Self.small.span)
    let header = "3\n1\ncorpus/a\ncorpus/with space\nc\n".utf8.count
    for length in 0..<Self.small.count {
      let cut = Array(Self.small[..<length])
      guard length >= header else {
        #expect(throws: MergeControlFileError(.truncatedHeader, at: length), "at \(length)") {
          try MergeControlFile(reading: cut.span)
        }
        continue
      }
      let file = try MergeControlFile(reading: cut.span)
      let text = String(decoding: cut, as: UTF8.self)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      for (index, input) in file.inputs.enumerated() {
        let isStarted = lines.contains { $0.hasPrefix("STARTED \(index) ") }
        let isMeasured = lines.contains { $0.hasPrefix("FT \(index)") }
        let isLast = !lines.contains { $0.hasPrefix("STARTED \(index + 1) ") }
        #expect(
          input.outcome
            == (isMeasured ? .measured : !isStarted ? .notRun : isLast ? .unfinished : .died),
          "input \(index) at \(length)")
        #expect(
          Array(file.features(of: index)) == (isMeasured ? Array(whole.features(of: index)) : []))
      }
    }
  }

  @Test(
    "a file that no merge writes is refused at its offset",
    arguments: [
      ("x\n0\n", .malformedNumber, 0), ("\n0\n", .malformedCount, 0),
      ("1 2\n0\n", .malformedCount, 0), ("1\n2\na\n", .malformedCount, 2),
      ("1\n-1\na\n", .malformedNumber, 2), ("99999999999999999999\n0\n", .numberTooLarge, 0),
      ("1048577\n0\n", .tooManyInputs, 0), ("1000000\n0\na\n", .truncatedHeader, 12),
      ("1\n0\na\nHELLO 0 1\n", .unknownMarker, 6), ("1\n0\na\n\n", .unknownMarker, 6),
      ("1\n0\na\nSTARTEDSTARTED 0 1\n", .unknownMarker, 6),
      ("1\n0\na\nSTARTED\n", .malformedNumber, 13), ("1\n0\na\nSTARTED 0\n", .malformedNumber, 15),
      ("1\n0\na\nSTARTED 0 1 2\n", .malformedNumber, 18),
      ("1\n0\na\nSTARTED 1 1\n", .unexpectedInput, 14),
      ("2\n0\na\nb\nSTARTED 1 1\n", .unexpectedInput, 16),
      ("1\n0\na\nSTARTED 0 1\nSTARTED 0 1\n", .unexpectedInput, 26),
      ("1\n0\na\nFT 0 1\n", .notStarted, 9), ("1\n0\na\nCOV 0 1\n", .notStarted, 10),
      ("1\n0\na\nSTARTED 0 1\nFT 1 1\n", .notStarted, 21),
      ("1\n0\na\nSTARTED 0 1\nFT 0 1\nFT 0 1\n", .featuresTwice, 25),
      ("1\n0\na\nSTARTED 0 1\nCOV 0 1\n", .locationsBeforeFeatures, 18),
      ("1\n0\na\nSTARTED 0 1\nFT 0 1 x\n", .malformedNumber, 25),
      ("1\n0\na\nSTARTED 0 1\nFT 0 4294967296\n", .numberTooLarge, 23),
      ("1\n0\na\nSTARTED 0 1\nFT 0 1STARTED 1 2\n", .malformedNumber, 23),
    ] as [(String, MergeControlFileError.Code, Int)])
  func refused(text: String, code: MergeControlFileError.Code, offset: Int) {
    let bytes = Array(text.utf8)
    #expect(throws: MergeControlFileError(code, at: offset)) {
      try MergeControlFile(reading: bytes.span)
    }
  }

  @Test("a file beyond a limit is refused")
  func limits() throws {
    var limits = MergeControlFileLimits()
    limits.inputs = 2
    #expect(throws: MergeControlFileError(.tooManyInputs, at: 0)) {
      try MergeControlFile(reading: Self.small.span, limits: limits)
    }
    limits = MergeControlFileLimits()
    limits.nameBytes = 8
    #expect(throws: MergeControlFileError(.nameTooLong, at: 13)) {
      try MergeControlFile(reading: Self.small.span, limits: limits)
    }
    limits = MergeControlFileLimits()
    limits.features = 2
    #expect(throws: MergeControlFileError(.tooManyFeatures, at: 46)) {
      try MergeControlFile(reading: Self.small.span, limits: limits)
    }
    limits.features = 3
    #expect(try MergeControlFile(reading: Self.small.span, limits: limits).features.count == 3)
  }
}
