import Foundation
package import ProcessSupport
import SlicerComparison

/// The real reader behind a pipe: `scripts/slicer/reader.py`, spoken to in frames of four bytes of length, most
/// significant first, and JSON.
package struct SlicerWorker {
  /// What the worker says of itself when it starts.
  package struct Greeting: Decodable, Sendable {
    /// Version of the library under the core.
    package let vtk: String
    /// Class name by tag.
    package let tags: [String: String]
    /// Module logics that the wheel lacks.
    package let missing: [String]
    /// Whether children have no network, which not every system can see to.
    package let withoutNetwork: Bool
  }

  /// Limits for one scene.
  package struct Limits: Sendable {
    /// Seconds for one scene; then there is no answer.
    package var seconds = 30
    /// Bytes of memory for one scene; then there is no answer.
    package var memory = 6 << 30
    /// The defaults: those of the properties.
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

  /// What the worker said when it started.
  package let greeting: Greeting
  private var child: FramedChild

  /// Starts a worker, hands it to `body` and ends it afterwards.
  package static func run<Result: Sendable>(
    _ environment: SlicerEnvironment, stop: StopSignal? = nil,
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
        "the worker \(environment.worker) ended or spoke nonsense (\(error))",
        "run 'scenefuzz slicer setup' again")
    }
  }

  private struct Ended: Error {}

  private init(greeting: Greeting, child: FramedChild) {
    self.greeting = greeting
    self.child = child
  }

  /// What the real reader makes of each file, and the seconds that it took; nil for one that it gave no answer to.
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
