import ArgumentParser
import Foundation
import FuzzTargets
import ProcessSupport
import ReductionSamples

/// Runs one target on candidates from standard input. Hidden: started by `PropertyJudges`, since a
/// candidate may end the process.
struct ExecJudge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exec-judge",
    abstract:
      "Run a target on inputs from standard input, and print which properties they violate.",
    discussion: """
      Reads frames: a length of four bytes, most significant first, and an input. Answers each with a frame \
      that holds the line of the violated property, or nothing.

      Example: scenefuzz exec-judge mrml
      """,
    shouldDisplay: false)

  /// Time limit per candidate in seconds, and memory limit in bytes; exceeding either ends the
  /// process.
  private static let seconds: UInt32 = 20
  private static let memory = 8 << 30

  @Argument(help: "Name of the target.")
  var name: String

  func run() throws {
    let target = try Self.judge(name)
    SystemBridge.limitMemory(bytes: Self.memory)
    let (input, output) = (FileHandle.standardInput, FileHandle.standardOutput)
    while let length = try read(4, from: input) {
      let count = length.reduce(0) { $0 << 8 | Int($1) }
      guard let bytes = try read(count, from: input) else { return }
      SystemBridge.endAfter(seconds: Self.seconds)
      let line = Array(
        (propertyViolation(target, bytes)?.reportLine(target: target.name) ?? "").utf8)
      SystemBridge.endAfter(seconds: 0)
      let head = (0..<4).map { UInt8(truncatingIfNeeded: line.count >> (24 - 8 * $0)) }
      try output.write(contentsOf: Data(head + line))
    }
  }

  /// A target, or the target of a reduction sample for `finding:NAME`.
  private static func judge(_ name: String) throws -> FuzzTarget {
    let mark = "finding:"
    guard name.hasPrefix(mark) else { return try target(named: name) }
    return try reductionSample(named: String(name.dropFirst(mark.count))).target
  }

  /// Reads exactly `count` bytes; nil at the end of the input.
  private func read(_ count: Int, from input: FileHandle) throws -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count < count {
      guard let piece = try input.read(upToCount: count - bytes.count), !piece.isEmpty else {
        return nil
      }
      bytes += piece
    }
    return bytes
  }

  private func propertyViolation(_ target: FuzzTarget, _ bytes: [UInt8]) -> PropertyViolation? {
    do throws(PropertyViolation) {
      try target.run(bytes.span)
      return nil
    } catch {
      return error
    }
  }
}
