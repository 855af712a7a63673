import Foundation
import TestSupport
import Testing

@testable import FuzzBuilds

@Suite("Build flags")
struct BuildFlagsTests {
  /// Spellings of sanitizers, of source coverage and of the linker.
  private static let spellings = [
    "-sanitize=", "-sanitize-coverage=", "-profile-generate", "-profile-coverage-mapping",
    "use-ld=", "-static-swift-stdlib", "fuse-ld=",
  ]

  private func lines(_ path: String) throws -> [Substring] {
    try String(contentsOf: Repository.root.appendingPathComponent(path), encoding: .utf8)
      .split(separator: "\n")
  }

  @Test("no source file but BuildFlags.swift spells a flag of an instrumented build")
  func onePlace() throws {
    let root = Repository.root.path + "/"
    for file in Repository.files(in: "Sources") + Repository.files(in: "scripts")
    where ["swift", "sh", ""].contains(file.pathExtension) {
      let path = String(file.path.dropFirst(root.count))
      guard path != "Sources/Harness/FuzzBuilds/BuildFlags.swift",
        // Generated, and compared with the generator elsewhere.
        path != "scripts/oss-fuzz/build.sh",
        // Runs before there is a command line; `starterScript` holds its flags.
        path != "scripts/starter.sh",
        // Not instrumented, but static as well.
        path != "scripts/install"
      else { continue }
      let code = try lines(path).filter {
        !$0.drop { $0 == " " }.hasPrefix("//") && !$0.drop { $0 == " " }.hasPrefix("#")
      }
      for flag in Self.spellings {
        #expect(!code.contains { $0.contains(flag) }, "\(path) spells \(flag)")
      }
    }
  }

  @Test(
    "the build script of the distributed engine has the flags of the static and coverage builds")
  func buildScript() throws {
    let script = try lines("scripts/oss-fuzz/build.sh").map(String.init)
    let flags = script.compactMap { line -> Set<String>? in
      guard let start = line.firstRange(of: "flags=("), line.hasSuffix(")") else { return nil }
      let flags = line[start.upperBound...].dropLast().filter { $0 != "\"" }
        .replacing("$SANITIZER", with: "address")
      return Set(flags.split(separator: " ").map(String.init))
    }
    let coverage = Set(BuildPlan(.coverage).flags + BuildFlags.staticLibrary)
    #expect(flags == [coverage, Set(BuildPlan(.staticLibrary).flags)])
    for (key, value) in BuildPlan(.staticLibrary).environment {
      #expect(script.contains("export \(key)=\(value)"))
    }
  }

  @Test("clang gets the sanitizers of the Swift build as one list")
  func clang() {
    for build in FuzzBuild.allCases {
      let list = build.sanitizers.joined(separator: ",")
      #expect(BuildFlags.clang(sanitizers: build.sanitizers).contains("-fsanitize=" + list))
      #expect(BuildPlan(build).flags.contains("-sanitize=" + list))
    }
  }

  @Test("documents mention only flags that the builds have")
  func documents() throws {
    let known = Set(
      FuzzBuild.allCases.flatMap { BuildPlan($0).flags + BuildPlan($0, .debug).flags }
        + FuzzBuild.allCases.flatMap { BuildFlags.clang(sanitizers: $0.sanitizers) })
    let documents = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"]
      .map { Repository.root.appendingPathComponent($0) }
    for file in Repository.files(in: "docs") + documents where file.pathExtension == "md" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /-{1,2}f?sanitize=[a-z,]+/) {
        #expect(known.contains(String(match.output)), "\(file.path): \(match.output)")
      }
    }
  }
}
