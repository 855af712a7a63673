/// The header of a block with codes of its own (RFC 1951, section 3.2.7): all code lengths, run-length encoded, by a
/// Huffman code whose own lengths come first.
struct CodeLengthHeader {
  private let literalCount: Int
  private let distanceCount: Int
  /// Symbol 0...18, its extra bits and their number.
  private var symbols: [(symbol: Int, extra: UInt32, width: Int)] = []
  private let code: HuffmanCode
  private let sentLengths: Int

  init(_ literals: [UInt8], _ distances: [UInt8]) {
    literalCount = max(257, (literals.lastIndex { $0 > 0 } ?? 0) + 1)
    distanceCount = max(1, (distances.lastIndex { $0 > 0 } ?? 0) + 1)
    let lengths = literals[..<literalCount] + distances[..<distanceCount]
    symbols = Self.runs(Array(lengths))
    var counts = [UInt32](repeating: 0, count: 19)
    for run in symbols { counts[run.symbol] += 1 }
    code = HuffmanCode(counts: counts, longest: 7, fewest: 2)
    let order = DeflateAlphabet.codeLengthOrder
    let codeLengths = code.lengths
    sentLengths = max(4, (order.lastIndex { codeLengths[Int($0)] > 0 } ?? 0) + 1)
  }

  /// Bits of the whole header.
  var bitCount: Int {
    var bits = 14 + 3 * sentLengths
    for run in symbols { bits += Int(code.lengths[run.symbol]) + run.width }
    return bits
  }

  func write(_ output: inout BitOutput) {
    output.append(UInt32(literalCount - 257), 5)
    output.append(UInt32(distanceCount - 1), 5)
    output.append(UInt32(sentLengths - 4), 4)
    for symbol in DeflateAlphabet.codeLengthOrder[..<sentLengths] {
      output.append(UInt32(code.lengths[Int(symbol)]), 3)
    }
    for run in symbols {
      output.append(UInt32(code.codes[run.symbol]), Int(code.lengths[run.symbol]))
      output.append(run.extra, run.width)
    }
  }

  /// 16 repeats the length before 3...6 times, 17 and 18 stand for 3...10 and 11...138 zeros.
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
        let most = length > 0 ? 6 : 138
        let count = min(end - index, most)
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
