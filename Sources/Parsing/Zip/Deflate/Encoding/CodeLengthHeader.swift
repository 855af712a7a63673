/// Header of a block with dynamic codes (RFC 1951, section 3.2.7): all code lengths, run-length
/// encoded, in a Huffman code whose own lengths come first.
struct CodeLengthHeader {
  private let literalCount: Int
  private let distanceCount: Int
  /// Symbols 0...18 with their extra bits and the number of these.
  private var symbols: [(symbol: Int, extra: UInt32, width: Int)] = []
  private let code: HuffmanCode
  private let writtenLengths: Int

  init(_ literals: [UInt8], _ distances: [UInt8]) {
    literalCount = max(257, (literals.lastIndex { $0 > 0 } ?? 0) + 1)
    distanceCount = max(1, (distances.lastIndex { $0 > 0 } ?? 0) + 1)
    let lengths = literals[..<literalCount] + distances[..<distanceCount]
    symbols = Self.runs(Array(lengths))
    var counts = [UInt32](repeating: 0, count: 19)
    for run in symbols { counts[run.symbol] += 1 }
    code = HuffmanCode(counts: counts, maximumLength: 7, minimumCodes: 2)
    let order = DeflateAlphabet.codeLengthOrder
    let codeLengths = code.lengths
    writtenLengths = max(4, (order.lastIndex { codeLengths[Int($0)] > 0 } ?? 0) + 1)
  }

  /// Length of the header in bits.
  var bitCount: Int {
    var bits = 14 + 3 * writtenLengths
    for run in symbols { bits += Int(code.lengths[run.symbol]) + run.width }
    return bits
  }

  func write(_ output: inout BitOutput) {
    output.append(UInt32(literalCount - 257), 5)
    output.append(UInt32(distanceCount - 1), 5)
    output.append(UInt32(writtenLengths - 4), 4)
    for symbol in DeflateAlphabet.codeLengthOrder[..<writtenLengths] {
      output.append(UInt32(code.lengths[Int(symbol)]), 3)
    }
    for run in symbols {
      output.append(UInt32(code.codes[run.symbol]), Int(code.lengths[run.symbol]))
      output.append(run.extra, run.width)
    }
  }

  /// Run-length encodes: 16 repeats the previous length 3...6 times, 17 and 18 are 3...10 and
  /// 11...138 zeros.
  private static func runs(_ lengths: [UInt8]) -> [(symbol: Int, extra: UInt32, width: Int)] {
    var runs: [(symbol: Int, extra: UInt32, width: Int)] = []
    var index = 0
    while index < lengths.count {
      let length = lengths[index]
      var end = index + 1
      while end < lengths.count, lengths[end] == length { end += 1 }
      if length > 0 {
        runs.append((Int(length), 0, 0))
        index += 1
      }
      while end - index >= 3 {
        let maximum = length > 0 ? 6 : 138
        let count = min(end - index, maximum)
        if length > 0 {
          runs.append((16, UInt32(count - 3), 2))
        } else if count <= 10 {
          runs.append((17, UInt32(count - 3), 3))
        } else {
          runs.append((18, UInt32(count - 11), 7))
        }
        index += count
      }
      while index < end {
        runs.append((Int(length), 0, 0))
        index += 1
      }
    }
    return runs
  }
}
