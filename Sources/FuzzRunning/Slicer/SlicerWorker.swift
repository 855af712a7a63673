import Foundation
import SlicerComparison
import Subprocess
import SystemPackage

/// The real reader behind a pipe: `scripts/slicer/reader.py`, spoken to in frames of four bytes of length, most
/// significant first, and JSON.
public struct SlicerWorker {
  /// What the worker says of itself when it starts.
  public struct Greeting: Decodable, Sendable {
    /// Version of the library under the core.
    public let vtk: String
    /// Class name by tag.
    public let tags: [String: String]
    /// Module logics that the wheel lacks.
    public let missing: [String]
    /// Whether children have no network, which not every system can see to.
    public let withoutNetwork: Bool
  }

  /// Limits for one scene.
  public struct Limits: Sendable {
    /// Seconds for one scene; then there is no answer.
    public var seconds = 30
    /// Bytes of memory for one scene; then there is no answer.
    public var memory = 6 << 30
    /// The defaults: those of the properties.
    public init() {}
  }

  private struct Request: Encodable {
    let files: [String]
    let seconds: Int
    let memory: Int
    let values: Bool
  }

  private struct Answer: Decodable {
    let scene: LoadedScene?
    let seconds: Double?

    enum Key: CodingKey { case died, seconds }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      seconds = try container.decodeIfPresent(Double.self, forKey: .seconds)
      scene = container.contains(.died) ? nil : try LoadedScene(from: decoder)
    }
  }

  /// What the worker said when it started.
  public let greeting: Greeting
  private let write: ([UInt8]) async throws -> Void
  private var frames: Frames

  /// Starts a worker, hands it to `body` and ends it afterwards.
  public static func run<Result: Sendable>(
    _ environment: SlicerEnvironment, stop: StopSignal? = nil,
    _ body: @escaping (inout SlicerWorker) async throws -> Result
  ) async throws(RunFailure) -> Result {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    do {
      return try await Subprocess.run(
        .path(FilePath(environment.python)), arguments: [environment.worker],
        environment: .custom(
          Dictionary(
            uniqueKeysWithValues: SlicerEnvironment.variables.map {
              (Environment.Key(rawValue: $0)!, $1)
            })),
        workingDirectory: FilePath(folder.path), platformOptions: ChildProcess.options,
        input: .inputWriter, output: .sequence, error: .discarded
      ) { execution in
        var frames = Frames(execution.standardOutput.makeAsyncIterator())
        guard let first = try await frames.next() else { throw Ended() }
        let writer = execution.standardInputWriter
        var worker = SlicerWorker(
          greeting: try JSONDecoder().decode(Greeting.self, from: Data(first)),
          write: { _ = try await writer.write($0) }, frames: frames)
        let result = try await body(&worker)
        try await writer.finish()
        return result
      }.closureResult
    } catch let failure as RunFailure {
      throw failure
    } catch {
      throw .environment(
        "the worker \(environment.worker) ended or spoke nonsense (\(error))",
        "run 'scenefuzz slicer setup' again")
    }
  }

  private struct Ended: Error {}

  private init(
    greeting: Greeting, write: @escaping ([UInt8]) async throws -> Void, frames: Frames
  ) {
    self.greeting = greeting
    self.write = write
    self.frames = frames
  }

  /// What the real reader makes of each file, and the seconds that it took; nil for one that it gave no answer to.
  mutating func load(
    _ files: [String], _ limits: Limits, values: Bool = true
  ) async throws -> [(scene: LoadedScene?, seconds: Double?)] {
    let request = try JSONEncoder().encode(
      Request(files: files, seconds: limits.seconds, memory: limits.memory, values: values))
    try await write(Frames.frame([UInt8](request)))
    var answers: [(LoadedScene?, Double?)] = []
    for _ in files {
      guard let frame = try await frames.next() else { throw Ended() }
      let answer = try JSONDecoder().decode(Answer.self, from: Data(frame))
      answers.append((answer.scene, answer.seconds))
    }
    return answers
  }
}

/// Frames out of the buffers of a pipe: four bytes of length, most significant first, and the content.
struct Frames {
  /// `content` as it is sent.
  static func frame(_ content: [UInt8]) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: content.count >> (24 - 8 * $0)) } + content
  }

  private var buffers: SubprocessOutputSequence.AsyncIterator
  private var pending: [UInt8] = []
  private var start = 0

  init(_ buffers: SubprocessOutputSequence.AsyncIterator) { self.buffers = buffers }

  /// The next frame, or nil at the end.
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
