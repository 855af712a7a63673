/// Literals and matches of one block, with their counts.
struct DeflateBlock {
  /// A literal byte; or bit 31 set, length minus three from bit 16, distance minus one below.
  private(set) var symbols: [UInt32] = []
  private var literalCounts = [UInt32](repeating: 0, count: 286)
  private var distanceCounts = [UInt32](repeating: 0, count: 30)
  private static let capacity = 1 << 15

  var isFull: Bool { symbols.count >= Self.capacity }

  mutating func add(literal: UInt8) {
    symbols.append(UInt32(literal))
    literalCounts[Int(literal)] += 1
  }

  mutating func add(length: Int, distance: Int) {
    symbols.append(1 << 31 | UInt32(length - 3) << 16 | UInt32(distance - 1))
    literalCounts[257 + Int(Self.lengthCodes[length - 3])] += 1
    distanceCounts[Self.distanceCode(distance)] += 1
  }

  /// Writes the block in the shortest form; `range` is the input that it encodes.
  func write(
    _ input: Span<UInt8>, _ range: Range<Int>, isFinal: Bool, _ output: inout BitOutput
  ) {
    var literalCounts = literalCounts
    literalCounts[256] = 1
    let literals = HuffmanCode(counts: literalCounts, maximumLength: 15, minimumCodes: 2)
    let distances = HuffmanCode(counts: distanceCounts, maximumLength: 15, minimumCodes: 1)
    let header = CodeLengthHeader(literals.lengths, distances.lengths)
    let own = header.bitCount + bits(literalCounts, literals.lengths, distances.lengths)
    let fixed = bits(
      literalCounts, DeflateAlphabet.fixedLiteralLengths, [UInt8](repeating: 5, count: 30))
    let stored = (range.count + 5 * (range.count / 0xFFFF + 1)) * 8
    if stored <= min(own, fixed) {
      Self.writeStored(input, range, isFinal: isFinal, &output)
      return
    }
    output.append(isFinal ? 1 : 0, 1)
    if fixed <= own {
      output.append(1, 2)
      writeSymbols(Self.fixedLiterals, Self.fixedDistances, &output)
    } else {
      output.append(2, 2)
      header.write(&output)
      writeSymbols(literals, distances, &output)
    }
  }

  /// Writes one or more stored blocks of at most 65,535 bytes (section 3.2.4).
  static func writeStored(
    _ input: Span<UInt8>, _ range: Range<Int>, isFinal: Bool, _ output: inout BitOutput
  ) {
    var start = range.lowerBound
    repeat {
      let end = min(start + 0xFFFF, range.upperBound)
      output.append(isFinal && end == range.upperBound ? 1 : 0, 3)
      output.align()
      output.append(UInt32(end - start), 16)
      output.append(UInt32(end - start) ^ 0xFFFF, 16)
      output.append(input, start..<end)
      start = end
    } while start < range.upperBound
  }

  private func writeSymbols(
    _ literals: HuffmanCode, _ distances: HuffmanCode, _ output: inout BitOutput
  ) {
    for symbol in symbols {
      guard symbol >> 31 == 1 else {
        output.append(UInt32(literals.codes[Int(symbol)]), Int(literals.lengths[Int(symbol)]))
        continue
      }
      let length = Int(symbol >> 16 & 0x7FFF)
      let lengthCode = Int(Self.lengthCodes[length])
      output.append(
        UInt32(literals.codes[257 + lengthCode]), Int(literals.lengths[257 + lengthCode]))
      output.append(
        UInt32(length + 3 - Int(DeflateAlphabet.lengthBases[lengthCode])),
        Int(DeflateAlphabet.lengthExtraBits[lengthCode]))
      let distance = Int(symbol & 0xFFFF) + 1
      let code = Self.distanceCode(distance)
      output.append(UInt32(distances.codes[code]), Int(distances.lengths[code]))
      output.append(
        UInt32(distance - Int(DeflateAlphabet.distanceBases[code])),
        Int(DeflateAlphabet.distanceExtraBits[code]))
    }
    output.append(UInt32(literals.codes[256]), Int(literals.lengths[256]))
  }

  /// Number of bits of all symbols and the end of the block, for codes of these lengths.
  private func bits(_ counts: [UInt32], _ literals: [UInt8], _ distances: [UInt8]) -> Int {
    var bits = 0
    for (symbol, count) in counts.enumerated() where count > 0 {
      let extra = symbol > 256 ? DeflateAlphabet.lengthExtraBits[symbol - 257] : 0
      bits += Int(count) * Int(literals[symbol] + extra)
    }
    for (symbol, count) in distanceCounts.enumerated() where count > 0 {
      bits += Int(count) * Int(distances[symbol] + DeflateAlphabet.distanceExtraBits[symbol])
    }
    return bits
  }

  private static let fixedLiterals = HuffmanCode(lengths: DeflateAlphabet.fixedLiteralLengths)
  private static let fixedDistances = HuffmanCode(lengths: [UInt8](repeating: 5, count: 32))

  /// Length code minus 257, indexed by length minus three.
  private static let lengthCodes: [UInt8] = (3...258).map { length in
    UInt8(DeflateAlphabet.lengthBases.lastIndex { $0 <= length } ?? 0)
  }

  /// Two codes for each power of two, by the bit after the leading one.
  private static func distanceCode(_ distance: Int) -> Int {
    guard distance > 4 else { return distance - 1 }
    let value = UInt32(distance - 1)
    let top = 31 - value.leadingZeroBitCount
    return 2 * top + Int(value >> UInt32(top - 1) & 1)
  }
}
