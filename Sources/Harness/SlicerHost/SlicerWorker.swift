import Foundation
package import ProcessSupport
import SlicerComparison

/// Client of the worker process `scripts/slicer/reader.py`, which runs the real reader. Both sides
/// send frames: a big-endian length of four bytes and JSON.
package struct SlicerWorker {
  /// First frame of the worker.
  package struct Greeting: Decodable, Sendable {
    /// Version of VTK.
    package let vtk: String
    /// Class names by element tag.
    package let tags: [String: String]
    /// Module logics that are not in the wheel.
    package let missing: [String]
    /// True when children run without a network; some kernels do not allow it.
    package let withoutNetwork: Bool
  }

  /// Limits for one scene; exceeding one leaves the scene without an answer.
  package struct Limits: Sendable {
    /// Seconds of real time.
    package var seconds = 30
    /// Bytes of address space.
    package var memory = 6 << 30
    package init() {}
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

  /// First frame of the worker.
  package let greeting: Greeting
  private var child: FramedChild

  /// Starts a worker, calls `body` with it and ends it afterwards.
  package static func run<Result: Sendable>(
    _ environment: SlicerEnvironment,
    _ body: @escaping (inout SlicerWorker) async throws -> Result
  ) async throws(RunFailure) -> Result {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    do {
      return try await FramedChild.run(
        environment.python, [environment.worker], environment: SlicerEnvironment.variables,
        directory: folder.path
      ) { child in
        guard let first = try await child.receive() else { throw Ended() }
        var worker = SlicerWorker(
          greeting: try JSONDecoder().decode(Greeting.self, from: Data(first)), child: child)
        return try await body(&worker)
      }
    } catch let failure as RunFailure {
      throw failure
    } catch {
      throw .environment(
        "the worker \(environment.worker) ended or sent an invalid frame (\(error))",
        "run 'scenefuzz slicer setup' again")
    }
  }

  private struct Ended: Error {}

  private init(greeting: Greeting, child: FramedChild) {
    self.greeting = greeting
    self.child = child
  }

  /// Loads each file and returns the scene and the seconds of loading; both nil without an answer.
  mutating func load(
    _ files: [String], _ limits: Limits, values: Bool = true
  ) async throws -> [(scene: LoadedScene?, seconds: Double?)] {
    let request = try JSONEncoder().encode(
      Request(files: files, seconds: limits.seconds, memory: limits.memory, values: values))
    guard await child.send([UInt8](request)) else { throw Ended() }
    var answers: [(LoadedScene?, Double?)] = []
    for _ in files {
      guard let frame = try await child.receive() else { throw Ended() }
      let answer = try JSONDecoder().decode(Answer.self, from: Data(frame))
      answers.append((answer.scene, answer.seconds))
    }
    return answers
  }
}
