import ArgumentParser
import Foundation

/// The flag `--json` of every command with a machine-readable result.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Print the result as JSON on standard output.")
  var json = false
}

/// Prints `value` as one JSON document with sorted keys.
func printJSON(_ value: some Encodable) throws {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  print(String(decoding: try encoder.encode(value), as: UTF8.self))
}

/// Prints one line on standard output without buffering, so that an interrupted command loses no
/// row.
func printRow(_ line: String) {
  try? FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
}

/// Prints one line on standard error.
func printError(_ line: String) {
  FileHandle.standardError.write(Data((line + "\n").utf8))
}
