import Foundation
import ProcessSupport
import TestSupport
import Testing

/// What `swift package dump-package` says of the manifest: modules and what each depends on.
struct Manifest {
  /// Dependencies inside the package by module, the tests left out.
  let modules: [String: Set<String>]
  /// The folder of each module, relative to the checkout.
  let folders: [String: String]

  /// The manifest without any variable of ours, read once for all tests.
  private static let whole = Task { try await load([:]) }

  /// Reads the manifest as `environment` makes it; costs a start of the package manager.
  static func read(environment: [String: String] = [:]) async throws -> Manifest {
    environment.isEmpty ? try await whole.value : try await load(environment)
  }

  private static func load(_ environment: [String: String]) async throws -> Manifest {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let outcome = try await ChildProcess(
      executable: try await Toolchain.locate().swift,
      arguments: [
        "package", "--package-path", Repository.root.path, "--scratch-path", folder.path,
        "dump-package",
      ],
      environment: ProcessInfo.processInfo.environment.merging(["SCENEFUZZ_ONLY": ""]) { $1 }
        .merging(environment) { $1 },
      timeLimit: .seconds(300)
    ).run()
    let start = try #require(outcome.output.firstIndex(of: "{"), "\(outcome.output)")
    let end = try #require(outcome.output.lastIndex(of: "}"))
    let dump = try JSONDecoder().decode(Dump.self, from: Data(outcome.output[start...end].utf8))
    let names = Set(dump.targets.map(\.name))
    var modules: [String: Set<String>] = [:]
    var folders: [String: String] = [:]
    for target in dump.targets where ["regular", "executable", "system"].contains(target.type) {
      modules[target.name] = Set(target.dependencies.compactMap(\.name)).intersection(names)
      folders[target.name] = target.path ?? "Sources/\(target.name)"
    }
    return Manifest(modules: modules, folders: folders)
  }

  private struct Dump: Decodable {
    let targets: [Target]

    struct Target: Decodable {
      let name: String
      let type: String
      let path: String?
      let dependencies: [Dependency]
    }

    /// `{"byName": ["XMLReading", null]}`; a product of another package has no name here.
    struct Dependency: Decodable {
      let name: String?

      init(from decoder: any Decoder) throws {
        let words = try decoder.singleValueContainer().decode([String: [Word?]].self)
        name = (words["byName"] ?? words["target"])?.first.flatMap { $0?.text }
      }
    }

    /// A name, or conditions that are no name.
    struct Word: Decodable {
      let text: String?

      init(from decoder: any Decoder) throws {
        text = try? decoder.singleValueContainer().decode(String.self)
      }
    }
  }
}
