import Foundation
import ProcessSupport
import StableNumbers

/// Record of what a build folder was built from, so that a call with nothing changed takes
/// milliseconds and not the seconds that `swift build` needs to find that out.
///
/// Sources and programs count by path, size and modification time, as in `swift build` itself. A
/// new header of a C library is not seen; `scenefuzz build` builds in any case.
struct BuildRecord: Codable, Equatable, Sendable {
  /// Digest of sources, manifest, compiler and flags.
  var inputs: String
  /// Size and modification time of each program, by product.
  var programs: [String: String] = [:]

  /// What a build by `plan` would read now; nil without a source. Costs a look at every file below
  /// `Sources`.
  init?(
    _ plan: BuildPlan, root: RepositoryRoot, toolchain: Toolchain, environment: [String: String]
  ) {
    let sources = InputFiles.below(root.path("Sources"))
    guard !sources.isEmpty else { return nil }
    var hash = FNV1a()
    func add(_ text: String) {
      for byte in text.utf8 { hash.combine(UInt64(byte)) }
      hash.combine(0x100)
    }
    add(toolchain.folder)
    add(toolchain.version)
    add(plan.name)
    for flag in plan.flags { add(flag) }
    for (name, value) in plan.environment.sorted(by: { $0.key < $1.key }) { add(name + value) }
    add(environment["SCENEFUZZ_STRICT"] ?? "")
    // No entry point uses another package, so Package.resolved does not count.
    for path in [root.path("Package.swift")] + sources {
      add(path)
      add(Self.stamp(of: path) ?? "missing")
    }
    inputs = String(hash.value, radix: 16)
  }

  /// The record of a build folder; nil when there is none.
  static func read(_ plan: BuildPlan, root: RepositoryRoot) -> BuildRecord? {
    FileManager.default.contents(atPath: path(plan, root)).flatMap {
      try? JSONDecoder().decode(BuildRecord.self, from: $0)
    }
  }

  /// Whether the programs of `products` exist as they were built from `now`.
  func holds(
    for products: [String], _ plan: BuildPlan, root: RepositoryRoot, now: BuildRecord
  ) -> Bool {
    inputs == now.inputs
      && products.allSatisfy { product in
        let program = plan.executable(root: root, product: product)
        return programs[product] != nil && programs[product] == Self.stamp(of: program)
          && FileManager.default.isExecutableFile(atPath: program)
      }
  }

  /// Adds the programs of `products`, and those of an earlier build from the same inputs. A record
  /// that cannot be written is made again by the next build.
  func write(_ products: [String], _ plan: BuildPlan, root: RepositoryRoot) {
    var new = self
    if let old = Self.read(plan, root: root), old.inputs == inputs { new.programs = old.programs }
    for product in products {
      new.programs[product] = Self.stamp(of: plan.executable(root: root, product: product))
    }
    guard let data = try? JSONEncoder().encode(new) else { return }
    try? WorkFolder.write([UInt8](data), to: Self.path(plan, root))
  }

  private static func path(_ plan: BuildPlan, _ root: RepositoryRoot) -> String {
    root.path("\(plan.scratchPath)/\(plan.configuration.rawValue)/scenefuzz-build.json")
  }

  private static func stamp(of path: String) -> String? {
    guard let size = SystemBridge.fileSize(path), let time = SystemBridge.modified(path) else {
      return nil
    }
    return "\(size)-\(time)"
  }
}
