import Foundation
import ProcessSupport
import TestSupport
import Testing

/// The built `scenefuzz` and a temporary folder with the lifetime of this value.
final class CommandLineBench: Sendable {
  let folder: TemporaryFolder
  private let program: String

  init() throws {
    folder = try TemporaryFolder()
    program = try #require(Repository.program)
  }

  deinit { folder.remove() }

  /// Runs `scenefuzz`; standard output and standard error are returned as one text.
  func run(
    _ words: [String], environment extra: [String: String] = [:], directory: String? = nil
  ) async throws -> (code: Int32?, output: String) {
    let environment = ProcessInfo.processInfo.environment
      .merging(["SCENEFUZZ_ROOT": Repository.root.path]) { $1 }.merging(extra) { $1 }
    let outcome = try await ChildProcess(
      executable: program, arguments: words, environment: environment, directory: directory,
      timeLimit: .seconds(120)
    ).run()
    if case .exited(let code) = outcome.status { return (code, outcome.output) }
    return (nil, outcome.output)
  }

  /// Writes a file into the folder and returns its path.
  func file(_ name: String, _ text: String) throws -> String {
    let path = folder.path + "/" + name
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }
}
