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

  /// Length and build ID of a program, or its FNV-1a where the linker wrote no ID. No defence
  /// against forgery is needed.
  package static func identity(of program: String) -> String? {
    guard let handle = FileHandle(forReadingAtPath: program) else { return nil }
    defer { try? handle.close() }
    guard let size = SystemBridge.fileSize(program),
      let head = try? handle.read(upToCount: headLength)
    else { return nil }
    if let id = buildID(in: [UInt8](head)) { return "\(size)-\(id)" }
    var hash = FNV1a()
    hash.combine(bytes: head)
    while let more = try? handle.read(upToCount: 1 << 20), !more.isEmpty {
      hash.combine(bytes: more)
    }
    return "\(size)-\(String(hash.value, radix: 16))"
  }

  /// Linkers put the notes before the code.
  private static let headLength = 64 << 10

  /// The description of an ELF note of type 3 (build ID) and owner `GNU`, in hexadecimal: the
  /// linker's digest of the whole program.
  static func buildID(in head: [UInt8]) -> String? {
    let owner: [UInt8] = [3, 0, 0, 0, 0x47, 0x4E, 0x55, 0]
    guard head.starts(with: [0x7F, 0x45, 0x4C, 0x46]), let start = head.firstRange(of: owner),
      start.lowerBound >= 8
    else { return nil }
    let length = Int(head[start.lowerBound - 4])
    guard length >= 8, start.upperBound + length <= head.count else { return nil }
    return head[start.upperBound..<start.upperBound + length].map {
      ($0 < 16 ? "0" : "") + String($0, radix: 16)
    }.joined()
  }
}
