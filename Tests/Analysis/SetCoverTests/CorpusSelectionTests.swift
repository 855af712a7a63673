import SetCover
import Testing

@Suite struct CorpusSelectionTests {
  /// Feature 9 is in `large` and `both`; 1 and 2 are in `both`, or one by one in `one` and `two`.
  static let bytes = controlFile(
    names: ["one", "two", "both", "large", "dead", "later"],
    records: [(10, [1]), (10, [2]), (100, [1, 2]), (500, [1, 9]), (7, nil), (20, [9])])

  @Test("minimum files and minimum bytes differ, and both are proven")
  func objectives() throws {
    let count = try CorpusSelection.solve(controlFile: Self.bytes.span, objective: .count)
    #expect(count.kept == ["both", "later"])
    #expect(count.keptInputs == [2, 5])
    #expect(count.isOptimal && count.weight == 2 && count.lowerBound == 2)
    #expect(count.gapPercent == 0)
    #expect(count.filesBefore == 5 && count.filesAfter == 2)
    #expect(count.bytesBefore == 640 && count.bytesAfter == 120)
    #expect(count.featuresBefore == 3 && count.featuresAfter == 3)
    let fewest = try CorpusSelection.solve(controlFile: Self.bytes.span, objective: .bytes)
    #expect(fewest.kept == ["one", "two", "later"])
    #expect(fewest.isOptimal && fewest.weight == 40 && fewest.bytesAfter == 40)
  }

  @Test("an input without features is listed, neither kept nor removed")
  func unmeasured() throws {
    let cut = Array(Self.bytes[..<(Self.bytes.count - 12)])
    let selection = try CorpusSelection.solve(controlFile: cut.span)
    #expect(selection.unmeasured.map(\.name) == ["dead", "later"])
    #expect(selection.unmeasured.map(\.outcome) == [.died, .unfinished])
    #expect(selection.filesBefore == 4)
    #expect(selection.kept == ["two", "large"])
  }

  @Test("protected inputs and the first corpus are kept")
  func protected() throws {
    let named = try CorpusSelection.solve(
      controlFile: Self.bytes.span, isProtected: { $0 == "large" || $0 == "one" })
    #expect(named.kept == ["one", "two", "large"])
    #expect(named.reductions.protectedColumns == 2)
    let first = controlFile(
      names: ["a", "b", "c"], firstCorpus: 1, records: [(1, [5]), (1, [5, 6]), (1, [6])])
    let selection = try CorpusSelection.solve(controlFile: first.span)
    #expect(selection.kept.count == 2 && selection.kept.first == "a")
  }

  @Test("times weigh alone and with bytes, and missing times are refused")
  func times() throws {
    let times = [10, 10, 500, 1, 0, 1]
    let fast = try CorpusSelection.solve(
      controlFile: Self.bytes.span, objective: .time, microseconds: times)
    #expect(fast.kept == ["two", "large"])
    #expect(fast.weight == 11 && fast.isOptimal)
    let both = try CorpusSelection.solve(
      controlFile: Self.bytes.span, objective: .bytesTime, microseconds: times)
    #expect(both.kept == ["one", "two", "later"])
    #expect(both.weight == 220)
    #expect(throws: CorpusSelectionError.timesMissing) {
      try CorpusSelection.solve(controlFile: Self.bytes.span, objective: .time)
    }
    #expect(throws: CorpusSelectionError.timesMissing) {
      try CorpusSelection.solve(controlFile: Self.bytes.span, objective: .time, microseconds: [1])
    }
  }

  @Test("of two selections with equally many files the smaller one is taken")
  func tieBreak() throws {
    let bytes = controlFile(
      names: ["a", "b", "c", "d"], records: [(9, [1, 2]), (8, [2, 1]), (50, [3]), (49, [3, 3])])
    #expect(try CorpusSelection.solve(controlFile: bytes.span).kept == ["b", "d"])
  }

  @Test("no inputs and no features give an empty selection")
  func empty() throws {
    for bytes in [
      controlFile(names: [], records: []), controlFile(names: ["a"], records: [(1, [])]),
    ] {
      let selection = try CorpusSelection.solve(controlFile: bytes.span)
      #expect(selection.kept == [] && selection.isOptimal && selection.featuresAfter == 0)
    }
  }

  @Test("a refusal names the reason")
  func refused() {
    let broken = Array("1\n0\n".utf8)
    #expect(throws: CorpusSelectionError.controlFile(.init(.truncatedHeader, at: 4))) {
      try CorpusSelection.solve(controlFile: broken.span)
    }
    let huge = controlFile(
      names: ["a", "b"], records: [(Int.max - 1, [1]), (Int.max - 1, [1])])
    for objective in [CorpusObjective.count, .bytes] {
      #expect(throws: CorpusSelectionError.weightsTooLarge) {
        try CorpusSelection.solve(controlFile: huge.span, objective: objective)
      }
    }
    #expect(MemoryLayout<CorpusSelectionError>.size <= 32)
  }
}
