import Foundation
import Mutation

/// Mutates inputs from standard input for the fuzzer of the real reader. A program of its own,
/// because the mutators need an optimized build and the command line is usually a debug build.
///
/// Reads frames: a big-endian length of four bytes and the content. The content is a letter for
/// the format, 0 or 1 for mutation or crossover, a seed (8 bytes), the maximum length of the
/// result (4 bytes), the length of the first input (4 bytes), and one or two inputs; numbers are
/// little-endian. Answers each with a frame of the result.
@main
enum MutationServer {
  private static let headLength = 18

  static func main() throws {
    let (input, output) = (FileHandle.standardInput, FileHandle.standardOutput)
    while let length = try read(4, from: input) {
      let count = length.reduce(0) { $0 << 8 | Int($1) }
      guard let frame = try read(count, from: input) else { return }
      let result = answer(frame)
      let head = (0..<4).map { UInt8(truncatingIfNeeded: result.count >> (24 - 8 * $0)) }
      try output.write(contentsOf: Data(head + result))
    }
  }

  /// The mutated input; empty for an invalid frame.
  private static func answer(_ frame: [UInt8]) -> [UInt8] {
    guard frame.count >= headLength else { return [] }
    func number(_ range: Range<Int>) -> UInt64 {
      frame[range].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    let (seed, limit) = (number(2..<10), Int(number(10..<14)))
    let first = Int(number(14..<18))
    guard frame.count - headLength >= first else { return [] }
    let one = Array(frame[headLength..<(headLength + first)])
    let other = frame[1] == 1 ? Array(frame[(headLength + first)...]) : nil
    switch frame[0] {
    case UInt8(ascii: "x"):
      let mutator = SceneMutator(limit: limit)
      return other.map { mutator.crossOver(one, $0, seed: seed) } ?? mutator.mutate(one, seed: seed)
    case UInt8(ascii: "a"):
      let mutator = ArchiveMutator(limit: limit)
      return other.map { mutator.crossOver(one, $0, seed: seed) } ?? mutator.mutate(one, seed: seed)
    case UInt8(ascii: "j"):
      let mutator = JSONMutator(limit: limit)
      return other.map { mutator.crossOver(one, $0, seed: seed) } ?? mutator.mutate(one, seed: seed)
    default:
      let mutator = TextMutator(textFormat(frame[0]), limit: limit)
      return other.map { mutator.crossOver(one, $0, seed: seed) } ?? mutator.mutate(one, seed: seed)
    }
  }

  private static func textFormat(_ letter: UInt8) -> TextFormat {
    switch letter {
    case UInt8(ascii: "f"): .fiducials
    case UInt8(ascii: "c"): .colors
    case UInt8(ascii: "h"): .header
    case UInt8(ascii: "n"): .annotations
    case UInt8(ascii: "p"): .volumeProperties
    default: .values
    }
  }

  /// Exactly `count` bytes; nil at the end of the input.
  private static func read(_ count: Int, from input: FileHandle) throws -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count < count {
      guard let piece = try input.read(upToCount: count - bytes.count), !piece.isEmpty else {
        return nil
      }
      bytes += piece
    }
    return bytes
  }
}
