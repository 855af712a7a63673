import Foundation
import ProcessSupport
import TestSupport
import Testing

@Suite("triage and crashes on the command line")
struct TriageCommandTests {
  private static let reports = "Tests/Analysis/CrashTriageTests/Reports/"

  private func report(_ name: String) -> String {
    Repository.root.appendingPathComponent(Self.reports + name).path
  }

  private func lines(_ output: String) throws -> [[String: Any]] {
    try output.split(separator: "\n").filter { $0.hasPrefix("{") }.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  @Test(
    "each report gives one line with the documented keys, and two builds of one bug one finding")
  func json() async throws {
    let bench = try CommandLineBench()
    let unreadable = try bench.file("notes.log", "nothing of a crash\n")
    let (code, output) = try await bench.run([
      "triage", "--json", "--no-store", report("index.fuzz-debug.txt"),
      report("index.fuzz-release.txt"), report("overflow.fuzz-debug.txt"), unreadable,
    ])
    #expect(code == 1)
    let lines = try lines(output)
    #expect(lines.count == 4)
    let keys: Set = [
      "file", "format", "kind", "message", "severity", "fingerprint", "finding", "reproduced",
      "frames",
    ]
    #expect(lines.allSatisfy { Set($0.keys) == keys })
    let findings = lines.compactMap { $0["finding"] as? String }.filter { !$0.isEmpty }
    #expect(findings.count == 3)
    #expect(Set(findings).count == 2)
    #expect(lines.contains { $0["format"] as? String == "unreadable" })
  }

  @Test(
    "a pipe, a folder of nothing and a file that is gone are refused or named, and nothing hangs")
  func odd() async throws {
    let bench = try CommandLineBench()
    #expect(try await bench.run(["triage", "--no-store", bench.folder.path + "/gone"]).code == 3)
    #expect(try await bench.run(["triage", "--update", "--no-store"]).code == 2)
    let (code, output) = try await bench.run(["triage", "--json", "--no-store", "/dev/zero"])
    #expect(code == 0)
    #expect(output.contains("unreadable"))
    let input = try bench.file("x.bin", "x")
    #expect(try await bench.run(["triage", "--input", input]).code == 2)
  }

  @Test("findings are written for other programs, and a closed one turns its test into a guard")
  func wholeWay() async throws {
    let bench = try CommandLineBench()
    let folder = bench.folder.path
    let store = ["--store", folder + "/crashes"]
    let (code, _) = try await bench.run(
      [
        "triage", report("property.fuzz-debug.txt"), report("index.fuzz-debug.txt"),
        "--sarif", folder + "/a.sarif", "--junit", folder + "/a.xml", "--summary", folder + "/a.md",
      ] + store)
    #expect(code == 1)
    for (name, word) in [("a.sarif", "\"2.1.0\""), ("a.xml", "<failure"), ("a.md", "2 findings")] {
      #expect(try String(contentsOfFile: folder + "/" + name, encoding: .utf8).contains(word))
    }
    let emitted = try await bench.run(["emit", "--json", "--into", folder + "/tests"] + store)
    #expect(emitted.code == 0)
    let written = try lines(emitted.output)
    #expect(written.count == 2)
    let again = try await bench.run(["emit", "--json", "--into", folder + "/tests"] + store)
    #expect(try lines(again.output).allSatisfy { $0["outcome"] as? String == "unchanged" })
    let id = try #require(written[0]["finding"] as? String)
    let closed = try await bench.run(
      ["crashes", "close", id, "--tests", folder + "/tests"] + store)
    #expect(closed.code == 0)
    #expect(closed.output.contains("plain guard"))
  }

  @Test("two findings become one and two again, and the decision is kept")
  func decisions() async throws {
    let bench = try CommandLineBench()
    let store = ["--store", bench.folder.path + "/crashes"]
    let files = [report("index.fuzz-debug.txt"), report("overflow.fuzz-debug.txt")]
    let seen = try lines(try await bench.run(["triage", "--json"] + files + store).output)
    let ids = seen.compactMap { $0["finding"] as? String }
    #expect(Set(ids).count == 2)
    #expect(try await bench.run(["crashes", "merge", ids[0], ids[1]] + store).code == 0)
    let merged = try lines(try await bench.run(["triage", "--json"] + files + store).output)
    #expect(merged.compactMap { $0["finding"] as? String } == [ids[1], ids[1]])
    #expect(try await bench.run(["crashes", "merge", ids[1], ids[1]] + store).code == 2)
    #expect(try await bench.run(["crashes", "split", ids[1]] + store).code == 0)
    let split = try lines(try await bench.run(["triage", "--json"] + files + store).output)
    #expect(split.compactMap { $0["finding"] as? String } == ids)
    #expect(try await bench.run(["crashes", "split", ids[1]] + store).code == 2)
  }
}
