import Foundation
package import FuzzTargets

@testable package import FuzzSession
@testable package import ProcessSupport

/// A checkout with one target whose program is a shell script with the interface of libFuzzer.
///
/// An input with `bad` crashes, one with `worse` crashes in another place, and a corpus without
/// either ends after 0.3 s.
package struct FakeTarget {
  package let folder: TemporaryFolder
  package let root: RepositoryRoot
  package let program: String
  package let store: SessionStore
  package let target = FuzzTarget(
    name: "fake", property: "a script", maximumLength: 100, fileExtension: "txt"
  ) { _ in }

  package init(body: String = FakeTarget.libFuzzer) throws {
    folder = try TemporaryFolder()
    root = RepositoryRoot(path: folder.path + "/check out")
    store = SessionStore(root: root)
    program = root.path("fuzz-fake")
    try WorkFolder.make(root.path("corpus/fake/seeds"))
    try WorkFolder.write(Array(body.utf8), to: program)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
  }

  /// Writes a script that runs inputs as a checking build does and logs each in `NAME.ran`; an
  /// input with `word` crashes. Returns its path.
  package func checker(_ name: String, failsOn word: String) throws -> String {
    let path = root.path(name)
    try WorkFolder.write(Array(Self.checker.replacing("WORD", with: word).utf8), to: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }

  /// Executions of a checker so far.
  package func ran(_ checker: String) -> Int {
    FileManager.default.contents(atPath: checker + ".ran")?.count { $0 == 0x0A } ?? 0
  }

  package static let checker = """
    #!/bin/sh
    for word in "$@"; do
      case "$word" in
        -*) ;;
        *)
          echo "Running: $word"
          echo "$word" >> "$0.ran"
          if grep -q WORD "$word"; then
            echo "==1==ERROR: AddressSanitizer: heap-buffer-overflow on address 0x5 (pc 0x5 bp 0x7 sp 0x7 T0)"
            echo "READ of size 1 at 0x5 thread T0"
            echo "    #0 0x5 in WORD /source/Fake.swift:7:3"
            echo "SUMMARY: AddressSanitizer: heap-buffer-overflow /source/Fake.swift:7:3 in WORD"
            exit 1
          fi
          echo "Executed $word in 0 ms" ;;
      esac
    done
    """

  package func seed(_ name: String, _ text: String) throws {
    try WorkFolder.write(Array(text.utf8), to: root.path("corpus/fake/seeds/\(name)"))
  }

  package func session(seconds: Int, _ change: (inout SessionOptions) -> Void = { _ in })
    async throws
    -> Session
  {
    var options = SessionOptions(targets: [target], time: .seconds(seconds), jobs: 1)
    change(&options)
    return Session(
      root: root, toolchain: try await .locate(), options: options,
      display: ProgressDisplay(onError: true))
  }

  /// A session that ends a second after the last new coverage or finding, however late that is.
  package func sessionUntilQuiet(_ change: (inout SessionOptions) -> Void = { _ in }) async throws
    -> Session
  {
    try await session(seconds: 300) {
      $0.quiet = .seconds(1)
      change(&$0)
    }
  }

  /// Fuzzes until two processes have ended by themselves, so that the session has read all output
  /// of the first.
  package func fuzzUntilEnds(
    _ change: (inout SessionOptions) -> Void = { _ in }
  ) async throws -> SessionSummary {
    try? FileManager.default.removeItem(atPath: program + ".ends")
    let session = try await session(seconds: 300, change)
    async let summary = session.fuzz(programs: [[program]])
    while (FileManager.default.contents(atPath: program + ".ends")?.count ?? 0) < 8 {
      try await Task.sleep(for: .milliseconds(20))
    }
    session.stop.raise()
    return try await summary
  }

  package static let libFuzzer = """
    #!/bin/sh
    for word in "$@"; do
      case "$word" in
        -artifact_prefix=*) prefix="${word#*=}" ;;
        -*) ;;
        *) input="$word" ;;
      esac
    done
    report() {
      echo "==1==ERROR: AddressSanitizer: ILL on unknown address 0x5 (pc 0x5 bp 0x7 sp 0x7 T0)"
      echo "    #0 0x5 in $1 /source/Fake.swift:7:3"
      echo "    #1 0x5 in LLVMFuzzerTestOneInput /source/entry.swift:6:3"
      echo "SUMMARY: AddressSanitizer: ILL /source/Fake.swift:7:3 in $1"
    }
    try() {
      if grep -q worse "$1"; then report second; return 1; fi
      if grep -q bad "$1"; then report first; return 1; fi
      return 0
    }
    if [ -f "$input" ]; then try "$input" || exit 1; exit 0; fi
    for file in "$input"/*; do
      [ -f "$file" ] || continue
      if ! try "$file"; then
        name="crash-$(sha1sum < "$file" | cut -d' ' -f1)"
        cp "$file" "$prefix$name"
        echo "artifact_prefix='$prefix'; Test unit written to $prefix$name"
        exit 1
      fi
    done
    echo "#2 INITED cov: 5 ft: 6 corp: 1/2b exec/s: 0 rss: 30Mb"
    sleep 0.3
    echo "stat::number_of_executed_units: 100"
    echo end >> "$0.ends"
    """
}
