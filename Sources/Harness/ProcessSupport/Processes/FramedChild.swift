internal import Subprocess
internal import SystemPackage

/// A child process that reads frames from standard input and writes frames to standard output.
///
/// A frame is four bytes of length, most significant first, and the content.
package struct FramedChild {
  private let write: ([UInt8]) async throws -> Int
  private var frames: FrameReader

  /// Starts `executable`, runs `body` with it, closes its standard input and waits for its end.
  ///
  /// - Parameters:
  ///   - environment: Complete environment of the child.
  ///   - directory: Working folder of the child; nil for that of this process.
  /// - Returns: The result of `body`. Throws its error, or the reason why the child did not start.
  package static func run<Result: Sendable>(
    _ executable: String, _ arguments: [String], environment: [String: String],
    directory: String? = nil, _ body: @escaping (inout FramedChild) async throws -> Result
  ) async throws -> Result {
    try await BlockingThreads.run {
      try await Subprocess.run(
        .path(FilePath(executable)), arguments: Arguments(arguments),
        environment: .custom(
          Dictionary(
            uniqueKeysWithValues: environment.map { (Environment.Key(rawValue: $0)!, $1) })),
        workingDirectory: directory.map { FilePath($0) }, platformOptions: ChildProcess.options,
        input: .inputWriter, output: .sequence, error: .discarded
      ) { execution in
        let writer = execution.standardInputWriter
        var child = FramedChild(
          write: { try await writer.write($0) },
          frames: FrameReader(execution.standardOutput.makeAsyncIterator()))
        let result = try await body(&child)
        try? await writer.finish()
        return result
      }.closureResult
    }
  }

  /// Writes `content` as one frame; returns false when the child has closed its standard input.
  package func send(_ content: [UInt8]) async -> Bool {
    let length = (0..<4).map { UInt8(truncatingIfNeeded: content.count >> (24 - 8 * $0)) }
    let frame = length + content
    // A write to a child that has ended throws nothing and writes fewer bytes.
    return (try? await write(frame)) == frame.count
  }

  /// Content of the next frame; nil when the child has closed its standard output.
  package mutating func receive() async throws -> [UInt8]? { try await frames.next() }
}

/// Splits the output of a child into frames.
private struct FrameReader {
  private var buffers: SubprocessOutputSequence.AsyncIterator
  private var pending: [UInt8] = []
  private var start = 0

  init(_ buffers: SubprocessOutputSequence.AsyncIterator) { self.buffers = buffers }

  mutating func next() async throws -> [UInt8]? {
    guard try await fill(4) else { return nil }
    let length = pending[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
    guard try await fill(4 + length) else { return nil }
    defer { start += 4 + length }
    return Array(pending[(start + 4)..<(start + 4 + length)])
  }

  private mutating func fill(_ count: Int) async throws -> Bool {
    if start > 0 {
      pending.removeFirst(start)
      start = 0
    }
    while pending.count < count {
      guard let buffer = try await buffers.next() else { return false }
      pending += SystemBridge.bytes(of: buffer)
    }
    return true
  }
}
