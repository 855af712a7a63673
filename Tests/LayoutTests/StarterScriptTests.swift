import Foundation
import ProcessSupport
import TestSupport
import Testing

/// `scripts/fuzz` in a checkout that has nothing built: the starter beside the first build, and
/// every way in which that ends. A script takes the place of the compiler.
@Suite("First session of a checkout", .timeLimit(.minutes(10))) struct StarterScriptTests {
  /// A checkout with the scripts, and a compiler that writes scripts in place of programs.
  private struct Checkout {
    let folder: TemporaryFolder
    var root: String { folder.path + "/it's a checkout" }
    var temporary: String { folder.path + "/tmp" }
    var starter: String { folder.path + "/starter.pid" }
    var builder: String { folder.path + "/builder.pid" }

    /// - Parameter isEndless: Whether the build of the command line takes longer than the test.
    init(isEndless: Bool) throws {
      folder = try TemporaryFolder()
      for part in ["scripts", "Sources", "corpus/xml/seeds"] {
        try WorkFolder.make("\(root)/\(part)")
      }
      for part in ["bin", "tmp"] { try WorkFolder.make("\(folder.path)/\(part)") }
      try WorkFolder.write([], to: root + "/Package.swift")
      for name in ["fuzz", "scenefuzz", "setup.sh", "starter.sh"] {
        try FileManager.default.copyItem(
          atPath: Repository.root.path + "/scripts/" + name, toPath: root + "/scripts/" + name)
      }
      let swift = """
        #!/bin/bash
        [ "$1" != --version ] || { echo "Swift version 6.3"; exit; }
        while [ $# -gt 0 ]; do
          case "$1" in --scratch-path) scratch=$2 ;; --product) product=$2 ;; esac
          shift
        done
        program() { mkdir -p "$1"; cat >"$1/$2"; chmod +x "$1/$2"; }
        if [ "$product" = xml-starter ]; then
          program "$scratch/release" xml-starter <<'END'
        #!/bin/bash
        echo $$ >'\(folder.path)/starter.pid'
        echo '#2 INITED cov: 5 ft: 6'
        echo '#100 NEW    cov: 7 ft: 9'
        [ ! -e '\(folder.path)/fails' ] || echo 'Test unit written to ./crash-1'
        while sleep 0.1; do :; done
        END
        else
          echo $$ >'\(folder.path)/builder.pid'
          \(isEndless ? "sleep 600" : "sleep 1")
          program "$scratch/debug" scenefuzz <<'END'
        #!/bin/bash
        echo "ran $*, after ${SCENEFUZZ_FUZZED:-no} s"
        END
        fi
        """
      try WorkFolder.write(Array(swift.utf8), to: folder.path + "/bin/swift")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: folder.path + "/bin/swift")
    }

    /// Runs `scripts/fuzz --time 60s`; `meanwhile` runs beside it, with `$1` as its process ID.
    func fuzz(meanwhile: String = ":") async throws -> ChildProcess.Outcome {
      var environment = ProcessInfo.processInfo.environment
      for name in environment.keys where name.hasPrefix("SCENEFUZZ") { environment[name] = nil }
      environment["PATH"] = folder.path + "/bin:" + (environment["PATH"] ?? "/usr/bin:/bin")
      environment["TMPDIR"] = temporary
      let script = "(set -- $$; \(meanwhile)) & exec \"$1/scripts/fuzz\" --time 60s"
      return try await ChildProcess(
        executable: "/usr/bin/env", arguments: ["bash", "-c", script, "bash", root],
        environment: environment, timeLimit: .seconds(300)
      ).run()
    }

    /// Whether the process whose ID is in a file runs.
    func runs(_ file: String) -> Bool {
      let number = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
      let trimmed = number.trimmingCharacters(in: .whitespacesAndNewlines)
      return trimmed.isEmpty || FileManager.default.fileExists(atPath: "/proc/\(trimmed)/exe")
    }

    var leftFiles: [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: temporary)) ?? [])
        .filter { $0.hasPrefix("scenefuzz-") }
    }
  }

  @Test("the starter fuzzes while the command line is built, and the session knows for how long")
  func built() async throws {
    let checkout = try Checkout(isEndless: false)
    defer { checkout.folder.remove() }
    let outcome = try await checkout.fuzz()
    #expect(outcome.status == .exited(0))
    #expect(
      outcome.output.contains("xml: 100 executions, 7 edges, while the command line was built\n"))
    let last = outcome.output.split(separator: "\n").last ?? ""
    #expect(last.hasPrefix("ran run --time 60s, after "))
    #expect(!last.contains("after no"))
    #expect(!checkout.runs(checkout.starter))
    #expect(checkout.leftFiles == [])
  }

  @Test("a failing input of the starter is named with the command that triages it")
  func failing() async throws {
    let checkout = try Checkout(isEndless: false)
    defer { checkout.folder.remove() }
    try WorkFolder.write([], to: checkout.folder.path + "/fails")
    let outcome = try await checkout.fuzz()
    #expect(
      outcome.output.contains(
        "xml failed on an input; after this: ./scripts/scenefuzz triage --target xml './crash-1'\n"
      ))
  }

  @Test(
    "a signal during the first build ends the starter and the build, with the way on",
    arguments: ["INT", "TERM", "HUP"])
  func interrupted(signal: String) async throws {
    let checkout = try Checkout(isEndless: true)
    defer { checkout.folder.remove() }
    let outcome = try await checkout.fuzz(
      meanwhile: "while [ ! -s '\(checkout.builder)' ]; do sleep 0.1; done; kill -\(signal) $1")
    #expect(outcome.status == .exited(130))
    #expect(
      outcome.output.contains("stopped while building the command line (debug); run it again"))
    #expect(outcome.output.contains("xml: 100 executions, 7 edges, while"))
    #expect(!checkout.runs(checkout.starter) && !checkout.runs(checkout.builder))
    #expect(checkout.leftFiles == [])
  }
}
