import Foundation
import ProcessSupport
import TestSupport
import Testing

@Suite("Workflows of CI") struct WorkflowTests {
  /// The jobs of the workflows that are written by hand, as text: file, name, lines.
  private func jobs() throws -> [(name: String, text: String)] {
    let folder = Repository.root.path + "/.github/workflows"
    var jobs: [(name: String, text: String)] = []
    for file in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where file != "clusterfuzzlite.yml" {
      let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
      let start = try #require(text.firstRange(of: "\njobs:\n"))
      for line in text[start.upperBound...].split(separator: "\n", omittingEmptySubsequences: false)
      {
        if line.wholeMatch(of: /\ {2}[a-z-]+:/) != nil {
          jobs.append((file + " " + line.dropFirst(2).dropLast(), ""))
        } else if !jobs.isEmpty {
          jobs[jobs.count - 1].text += line + "\n"
        }
      }
    }
    return jobs
  }

  @Test(
    "each job restores its build folders, and then gives the sources their times, before it builds")
  func caches() throws {
    let jobs = try jobs()
    #expect(jobs.count == 6)
    for (name, text) in jobs {
      let cache = try #require(text.firstRange(of: "uses: actions/cache@"), "\(name)")
      let times = try #require(text.firstRange(of: "./scripts/source-times"), "\(name)")
      let folder = try #require(text.firstRange(of: "            .build"), "\(name)")
      let build = try #require(
        text.firstRange(
          of: /run: (swift (build|test)|\.\/(\.ci\/run|scripts\/))|\.\/scripts\/scenefuzz/),
        "\(name)")
      #expect(cache.lowerBound < folder.lowerBound, "\(name)")
      #expect(folder.lowerBound < times.lowerBound, "\(name)")
      #expect(times.lowerBound < build.lowerBound, "\(name)")
    }
    // Two jobs with one key would overwrite each other's folders.
    let keys = jobs.compactMap { $0.text.firstMatch(of: /key: (build-[^$]*)/)?.1 }
    #expect(Set(keys).count == jobs.count)
  }

  @Test("every action is pinned to a commit")
  func pinned() throws {
    let uses = try jobs().flatMap { $0.text.split(separator: "\n") }.filter { $0.contains("uses:") }
    #expect(!uses.isEmpty)
    for line in uses { #expect(line.contains(/@[0-9a-f]{40} # v/), "\(line)") }
  }

  @Test("the time of a source follows from its content alone")
  func times() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let clone = folder.path + "/a clone"
    let script = """
      set -e
      mkdir -p "$0/scripts" && cd "$0"
      cp "$1" scripts/source-times
      git init -q .
      git config user.email a@b; git config user.name c
      printf one > 'a b'; printf two > c; mkdir -p .build/debug; : > .build/debug/scenefuzz.stamp
      printf '/.build/\\n' > .gitignore
      git add . && git commit -q -m first
      scripts/source-times; stat -c '%Y %n' 'a b' c
      printf two > 'a b'; git add . && git commit -q -m second
      scripts/source-times; stat -c '%Y %n' 'a b' c
      [ ! -e .build/debug/scenefuzz.stamp ]
      printf three > c; scripts/source-times || echo refused $?
      """
    let outcome = try await ChildProcess(
      executable: "/bin/sh",
      arguments: ["-c", script, clone, Repository.root.path + "/scripts/source-times"],
      environment: ["PATH": "/usr/bin:/bin", "HOME": folder.path], timeLimit: .seconds(120)
    ).run()
    #expect(outcome.status.isSuccess, "\(outcome.output)")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    try #require(lines.count == 6, "\(outcome.output)")
    let times = lines.prefix(4).map { $0.split(separator: " ")[0] }
    #expect(times[0] != times[1])
    #expect(times[2] == times[1])
    #expect(times[3] == times[1])
    #expect(lines[5] == "refused 2")
  }
}
