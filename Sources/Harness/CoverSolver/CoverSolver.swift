import Foundation
import SetCover

/// Selects the fewest inputs that together reach all blocks, for the fuzzer of the real reader.
/// A program of its own, because the solver needs an optimized build.
///
/// Reads a libFuzzer control file from standard input, in which features are blocks, and prints a
/// line `kept COUNT of TOTAL, at least BOUND` and the name of each kept input. The first argument
/// is the time limit in seconds; after it the best selection so far is printed. Exit code 2: the
/// control file is malformed.
@main
enum CoverSolver {
  private static let defaultSeconds = 20.0

  static func main() throws {
    let seconds = CommandLine.arguments.dropFirst().first.flatMap(Double.init) ?? defaultSeconds
    let bytes = [UInt8](try FileHandle.standardInput.readToEnd() ?? Data())
    let end = ContinuousClock.now + .seconds(seconds)
    do throws(CorpusSelectionError) {
      let selection = try CorpusSelection.solve(
        controlFile: bytes.span, stop: { ContinuousClock.now >= end })
      let (kept, total) = (selection.filesAfter, selection.filesBefore)
      print("kept \(kept) of \(total), at least \(selection.lowerBound)")
      for name in selection.kept { print(name) }
    } catch {
      try FileHandle.standardError.write(contentsOf: Data("\(error)\n".utf8))
      exit(2)
    }
  }
}
