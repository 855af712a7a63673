import Foundation
package import ProcessSupport
import StableNumbers

/// Record of a self-test program that passed, so that each build is proved once.
package struct Proof: Sendable {
  let root: RepositoryRoot
  let plan: BuildPlan

  package init(
    root: RepositoryRoot,
    plan: BuildPlan
  ) {
    self.root = root
    self.plan = plan
  }

  private var file: String {
    root.path(".scenefuzz/proofs/\(plan.name.replacing(" ", with: "-"))")
  }

  /// Whether a program of the same bytes has passed.
  package func holds(for program: String) -> Bool {
    guard let known = try? String(contentsOfFile: file, encoding: .utf8) else { return false }
    return known == Self.identity(of: program)
  }

  /// Records that `program` has passed. A record that cannot be written is made again next time.
  package func record(for program: String) {
    guard let identity = Self.identity(of: program) else { return }
    try? WorkFolder.make(root.path(".scenefuzz/proofs"))
    try? WorkFolder.write(Array(identity.utf8), to: file)
  }

  /// Length and FNV-1a over words of eight bytes: fast enough in a debug build, and no defence
  /// against forgery is needed.
  package static func identity(of program: String) -> String? {
    guard let data = FileManager.default.contents(atPath: program) else { return nil }
    let bytes = [UInt8](data)
    var hash = FNV1a()
    var word: UInt64 = 0
    var index = 0
    while index < bytes.count {
      word = word << 8 | UInt64(bytes[index])
      index &+= 1
      if index & 7 == 0 { hash.combine(word) }
    }
    hash.combine(word)
    return "\(bytes.count)-\(String(hash.value, radix: 16))"
  }
}
