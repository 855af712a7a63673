#if SCENEFUZZ_COMPARISONS
  // Only the comparisons build of the fuzz entries has this file: there `elementsEqual`,
  // `starts(with:)` and `==` of bytes tell both sides to the fuzzer, which the standard library,
  // compiled without instrumentation, does not. The fuzz entries link the three functions.

  @_silgen_name("scenefuzz_text_begins")
  @usableFromInline package func textBegins()

  @_silgen_name("scenefuzz_text_word")
  @usableFromInline package func textWord(_ index: Int, _ first: UInt64, _ second: UInt64)

  @_silgen_name("scenefuzz_text_ends")
  @usableFromInline package func textEnds(_ first: Int, _ second: Int)

  /// Compares two sequences, and tells the first 32 bytes of each where they differ.
  ///
  /// - Parameter isPrefix: whether bytes of `first` after the last of `second` are ignored.
  @inlinable package func tellingCompare(
    _ first: some Sequence<UInt8>, _ second: some Sequence<UInt8>, isPrefix: Bool
  ) -> Bool {
    var (one, two) = (first.makeIterator(), second.makeIterator())
    var (ones, twos) = (0, 0)
    var (firstWord, secondWord) = (UInt64(0), UInt64(0))
    var isEqual = true
    textBegins()
    while true {
      let (a, b) = (one.next(), two.next())
      if isPrefix, b == nil { break }
      if a == nil, b == nil { break }
      isEqual = isEqual && a == b
      let shift = UInt64(max(ones, twos) & 7) * 8
      if let a {
        firstWord |= UInt64(a) << shift
        ones += 1
      }
      if let b {
        secondWord |= UInt64(b) << shift
        twos += 1
      }
      let place = max(ones, twos)
      if place & 7 == 0 {
        textWord(place / 8 - 1, firstWord, secondWord)
        (firstWord, secondWord) = (0, 0)
        if place >= 32, !isEqual { break }
      }
    }
    if isEqual { return true }
    let place = max(ones, twos)
    if place & 7 != 0 { textWord(place / 8, firstWord, secondWord) }
    textEnds(ones, twos)
    return false
  }

  extension Sequence where Element == UInt8 {
    @inlinable package func elementsEqual(_ other: some Sequence<UInt8>) -> Bool {
      tellingCompare(self, other, isPrefix: false)
    }

    @inlinable package func starts(with prefix: some Sequence<UInt8>) -> Bool {
      tellingCompare(self, prefix, isPrefix: true)
    }
  }

  extension Array where Element == UInt8 {
    @inlinable package static func == (first: [UInt8], second: [UInt8]) -> Bool {
      tellingCompare(first, second, isPrefix: false)
    }
  }

  extension ArraySlice where Element == UInt8 {
    @inlinable package static func == (
      first: ArraySlice<UInt8>, second: ArraySlice<UInt8>
    ) -> Bool {
      tellingCompare(first, second, isPrefix: false)
    }
  }
#endif
