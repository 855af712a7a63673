import Foundation
import Testing

@testable import FuzzBuilds
@testable import ProcessSupport

/// A checkout whose `swift build` writes a script for each program and counts its calls.
private struct CountedBuild {
  let folder: TemporaryFolder
  let root: RepositoryRoot
  let toolchain: Toolchain
  static let products = ["fuzz-one", "fuzz-two"]

  init() throws {
    folder = try TemporaryFolder()
    root = RepositoryRoot(path: folder.path + "/check out")
    toolchain = Toolchain(folder: root.path("bin"), version: "6.3")
    try WorkFolder.make(root.path("bin"))
    try WorkFolder.make(root.path("Sources/A"))
    try WorkFolder.write(Array("// map\n".utf8), to: root.path("Package.swift"))
    try WorkFolder.write(Array("1".utf8), to: root.path("Sources/A/a.swift"))
    try WorkFolder.write(Array(Self.swift.utf8), to: root.path("bin/swift"))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: root.path("bin/swift"))
  }

  private static let swift = """
    #!/bin/sh
    while [ $# -gt 0 ]; do
      case "$1" in
        --scratch-path) folder="$2/release"; shift ;;
        --package-path) root="$2"; shift ;;
      esac
      shift
    done
    echo call >> "$root/calls"
    mkdir -p "$folder"
    for name in one two; do
      printf '#!/bin/sh\\n' > "$folder/fuzz-$name"
      chmod +x "$folder/fuzz-$name"
    done
    """

  var calls: Int {
    FileManager.default.contents(atPath: root.path("calls"))?.count { $0 == 0x0A } ?? 0
  }

  /// Builds and returns whether `swift build` was called.
  func callsCompiler(
    _ plan: BuildPlan = BuildPlan(.address), version: String = "6.3", usesRecord: Bool = true
  ) async throws -> Bool {
    let before = calls
    var builder = Builder(
      root: root, toolchain: Toolchain(folder: toolchain.folder, version: version))
    builder.usesRecord = usesRecord
    let programs = try await builder.build(plan, products: Self.products)
    #expect(programs == Self.products.map { plan.executable(root: root, product: $0) })
    return calls > before
  }
}

@Suite("Record of a build")
struct BuildRecordTests {
  @Test("with nothing changed the compiler is not called, unless it is asked for")
  func unchanged() async throws {
    let build = try CountedBuild()
    defer { build.folder.remove() }
    #expect(try await build.callsCompiler())
    #expect(try await !build.callsCompiler())
    #expect(try await build.callsCompiler(usesRecord: false))
  }

  @Test("a changed, new or removed source, the manifest, the compiler and the flags count")
  func changed() async throws {
    let build = try CountedBuild()
    defer { build.folder.remove() }
    #expect(try await build.callsCompiler())
    try WorkFolder.write(Array("2".utf8), to: build.root.path("Sources/A/a.swift"))
    #expect(try await build.callsCompiler())
    try WorkFolder.write([], to: build.root.path("Sources/A/b.swift"))
    #expect(try await build.callsCompiler())
    try FileManager.default.removeItem(atPath: build.root.path("Sources/A/b.swift"))
    #expect(try await build.callsCompiler())
    try WorkFolder.write(Array("// other\n".utf8), to: build.root.path("Package.swift"))
    #expect(try await build.callsCompiler())
    #expect(try await build.callsCompiler(version: "6.4"))
    #expect(try await !build.callsCompiler(version: "6.4"))
    #expect(try await build.callsCompiler(BuildPlan(.address, tracesComparisons: true)))
  }

  @Test("a program that is missing or was replaced is built again")
  func programs() async throws {
    let build = try CountedBuild()
    defer { build.folder.remove() }
    #expect(try await build.callsCompiler())
    let program = BuildPlan(.address).executable(root: build.root, product: "fuzz-two")
    try FileManager.default.removeItem(atPath: program)
    #expect(try await build.callsCompiler())
    try WorkFolder.write(Array("other".utf8), to: program)
    #expect(try await build.callsCompiler())
    try WorkFolder.write(
      Array("{".utf8),
      to: build.root.path(BuildPlan(.address).scratchPath + "/release/scenefuzz-build.json"))
    #expect(try await build.callsCompiler())
  }
}

@Suite("Identity of a program")
struct ProgramIdentityTests {
  @Test("the build ID of the linker is the identity; other files are told apart by every byte")
  func identity() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let note: [UInt8] = [4, 0, 0, 0, 8, 0, 0, 0, 3, 0, 0, 0, 0x47, 0x4E, 0x55, 0]
    let id: [UInt8] = [1, 2, 3, 4, 5, 6, 7, 0xFF]
    let head: [UInt8] = [0x7F, 0x45, 0x4C, 0x46] + Array(repeating: 9, count: 20)
    #expect(Proof.buildID(in: head + note + id + [5]) == "01020304050607ff")
    #expect(Proof.buildID(in: head + note + id.dropLast()) == nil)
    #expect(Proof.buildID(in: [0] + note + id) == nil)
    #expect(Proof.buildID(in: head) == nil)
    let path = folder.path + "/program"
    func identity(_ bytes: [UInt8]) throws -> String? {
      try WorkFolder.write(bytes, to: path)
      return Proof.identity(of: path)
    }
    let long = [UInt8](repeating: 7, count: 100_000)
    #expect(try identity(long) == identity(long))
    #expect(try identity(long) != identity(long.dropLast() + [8]))
    #expect(try identity(head + note + id)?.hasSuffix("-01020304050607ff") == true)
    #expect(Proof.identity(of: folder.path + "/none") == nil)
  }
}
