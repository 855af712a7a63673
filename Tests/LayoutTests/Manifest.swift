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
  /// Identities of the packages that it resolves.
  let packages: [String]
  /// Products of other packages that modules depend on, with the traits that this needs.
  let foreignProducts: [ForeignProduct]
  /// Whether a target asks for flags that a package with dependents must not have.
  let hasUnsafeFlags: Bool

  struct ForeignProduct: Decodable {
    let name: String
    let traits: [String]
  }

  /// The manifest without any variable of ours, read once for all tests.
  private static let whole = Task { try await load([:]) }

  /// Reads the manifest as `environment` makes it; costs a start of the package manager.
  static func read(environment: [String: String] = [:]) async throws -> Manifest {
    environment.isEmpty ? try await whole.value : try await load(environment)
  }

  /// What the manifest reads.
  private static let ownVariables: Set = [
    "SCENEFUZZ_ONLY", "SCENEFUZZ_OPTIMIZED", "SCENEFUZZ_STRICT", "SCENEFUZZ_COVERAGE",
  ]

  private static func load(_ environment: [String: String]) async throws -> Manifest {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let outcome = try await ChildProcess(
      executable: try await Toolchain.locate().swift,
      arguments: [
        "package", "--package-path", Repository.root.path, "--scratch-path", folder.path,
        "dump-package",
      ],
      environment: ProcessInfo.processInfo.environment
        .filter { !ownVariables.contains($0.key) }.merging(environment) { $1 },
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
    return Manifest(
      modules: modules, folders: folders,
      packages: dump.dependencies.flatMap { $0.values.joined() }.map(\.identity),
      foreignProducts: dump.targets.flatMap(\.dependencies).compactMap(\.product),
      hasUnsafeFlags: outcome.output.contains("unsafeFlags"))
  }

  private struct Dump: Decodable {
    let targets: [Target]
    /// By kind of their place, such as `sourceControl`.
    let dependencies: [[String: [Package]]]

    struct Package: Decodable {
      let identity: String
    }

    struct Target: Decodable {
      let name: String
      let type: String
      let path: String?
      let dependencies: [Dependency]
    }

    /// `{"byName": ["XMLReading", null]}`, or `{"product": [NAME, PACKAGE, null, CONDITIONS]}`.
    struct Dependency: Decodable {
      /// Name of a target of this package; nil for a product of another one.
      let name: String?
      let product: ForeignProduct?

      init(from decoder: any Decoder) throws {
        let words = try decoder.singleValueContainer().decode([String: [Word?]].self)
        name = (words["byName"] ?? words["target"])?.first.flatMap { $0?.text }
        let product = words["product"]?.first.flatMap { $0?.text }
        self.product = product.map { name in
          ForeignProduct(name: name, traits: words["product"]?.last.flatMap { $0?.traits } ?? [])
        }
      }
    }

    /// A name, or conditions.
    struct Word: Decodable {
      let text: String?
      let traits: [String]?

      init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        text = try? value.decode(String.self)
        traits = (try? value.decode(Conditions.self))?.traits
      }
    }

    private struct Conditions: Decodable {
      let traits: [String]
    }
  }
}
