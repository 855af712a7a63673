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
    #expect(code == 3)
    #expect(output.contains("not read: 1 file"))
    let lines = try lines(output)
    #expect(lines.count == 4)
    let keys: Set = [
      "file", "lines", "format", "kind", "message", "severity", "fingerprint", "finding", "place",
      "project", "reproduced", "frames", "stripped", "notes",
    ]
    #expect(lines.allSatisfy { Set($0.keys) == keys })
    let findings = lines.compactMap { $0["finding"] as? String }.filter { !$0.isEmpty }
    #expect(findings.count == 3)
    #expect(Set(findings).count == 2)
    #expect(lines.contains { $0["format"] as? String == "unreadable" })
  }

  @Test(
    "a device, a missing folder and an input without a target are refused without a hang")
  func odd() async throws {
    let bench = try CommandLineBench()
    #expect(try await bench.run(["triage", "--no-store", bench.folder.path + "/gone"]).code == 3)
    #expect(try await bench.run(["triage", "--update", "--no-store"]).code == 2)
    let (code, output) = try await bench.run(["triage", "--json", "--no-store", "/dev/zero"])
    #expect(code == 3)
    #expect(output.contains("unreadable"))
    let allowed = ["triage", "--json", "--no-store", "--allow-unreadable", "/dev/zero"]
    #expect(try await bench.run(allowed).code == 0)
    let input = try bench.file("x.bin", "x")
    #expect(try await bench.run(["triage", "--input", input]).code == 2)
  }

  @Test(
    "findings are written for other programs, and the test of a closed one becomes a plain expectation"
  )
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

  @Test("two findings are merged and split, and both decisions are kept")
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

  /// A folder that passes for a checkout.
  private func root(_ bench: CommandLineBench) throws -> String {
    let root = bench.folder.path + "/root"
    try FileManager.default.createDirectory(
      atPath: root + "/Sources/scenefuzz", withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: Repository.root.appendingPathComponent("Package.swift").path,
      toPath: root + "/Package.swift")
    return root
  }

  @Test("a report of another program goes to a private folder, and no test is emitted for it")
  func foreign() async throws {
    let bench = try CommandLineBench()
    let root = try root(bench)
    let environment = ["SCENEFUZZ_ROOT": root]
    let file = try bench.file(
      "foreign.txt",
      """
      Program received signal SIGSEGV, Segmentation fault.
      #0  0x0000555555 in vtkMRMLScene::Import (this=0x0) at /src/vtkMRMLScene.cxx:12
      #1  0x0000555556 in main () at main.cxx:3

      """)
    let (code, output) = try await bench.run(["triage", "--json", file], environment: environment)
    #expect(code == 1)
    #expect(output.contains("SECURITY.md"))
    let line = try #require(try lines(output).first)
    #expect(line["project"] is NSNull)
    let files = FileManager.default
    #expect(!files.fileExists(atPath: root + "/crashes"))
    #expect(try files.contentsOfDirectory(atPath: root + "/private/crashes").count == 1)
    let mode = try files.attributesOfItem(atPath: root + "/private")[.posixPermissions] as? NSNumber
    #expect(mode?.intValue == 0o700)
    let id = try #require(line["finding"] as? String)
    let emitted = try await bench.run(
      ["emit", id, "--store", root + "/private/crashes"], environment: environment)
    #expect(emitted.code == 2)
    #expect(emitted.output.contains("refused"))
    #expect(!files.fileExists(atPath: root + "/Tests"))
    let named = try await bench.run(
      ["emit", id, "--store", root + "/private/crashes", "--into", bench.folder.path + "/own"],
      environment: environment)
    #expect(named.code == 0)
    #expect(try files.contentsOfDirectory(atPath: bench.folder.path + "/own").count == 2)
  }

  @Test("every crash of a file is one line with its range, and --first gives only the first")
  func several() async throws {
    let bench = try CommandLineBench()
    let file = report("public/b21-ubsan-many.txt")
    let all = try lines(try await bench.run(["triage", "--json", "--no-store", file]).output)
    #expect(all.map { $0["place"] as? String } == ["vol.c:88:23", "hdr.c:12:5"])
    #expect(all.map { $0["lines"] as? [Int] } == [[1, 2], [3, 6]])
    let one = try await bench.run(["triage", "--json", "--no-store", "--first", file])
    #expect(try lines(one.output).count == 1)
  }

  @Test("--project makes the frames of a named module the project's own")
  func project() async throws {
    let bench = try CommandLineBench()
    let words = ["triage", "--json", "--no-store", report("index.fuzz-debug.txt")]
    let own = try lines(try await bench.run(words + ["--project", "Planted"]).output)
    #expect(own.first?["project"] as? String == "Planted")
    let other = try lines(try await bench.run(words).output)
    #expect(other.first?["project"] is NSNull)
    #expect(try await bench.run(words + ["--project", "no/such"]).code == 2)
  }

  @Test("--explain prints the lines, the grammar, each frame's rule and the blamed function")
  func explain() async throws {
    let bench = try CommandLineBench()
    let (code, output) = try await bench.run(
      ["triage", "--explain", "--no-store", report("public/b04-actions-asan-ansi.txt")])
    #expect(code == 0)
    for text in [
      "lines 4 to 15", "timestamp", "grammar: asan", "HeaderReader.word(at:)",
      "entry point: cut here", "blamed: SceneKit.HeaderReader.word(at:)", "fingerprint: ",
    ] {
      #expect(output.contains(text), "\(text) in \(output)")
    }
    #expect(!output.contains("\u{1B}"))
  }

  @Test("--explain states what joins two reports and what keeps the nearest finding apart")
  func explainTogether() async throws {
    let bench = try CommandLineBench()
    let words = ["triage", "--explain", "--no-store"]
    let same = try await bench.run(
      words + [report("public/b04-actions-asan-ansi.txt"), report("public/b04-clean-twin.txt")])
    #expect(same.code == 0)
    #expect(same.output.contains("by the rule: one line of one function, with one trap"))
    let two = try await bench.run(
      words + [report("public/b09-overload-a.txt"), report("public/b09-overload-b.txt")])
    #expect(two.code == 0)
    #expect(two.output.contains("nearest other finding: "))
    #expect(two.output.contains("apart by function ("))
    #expect(!two.output.contains("by the rule: "))
  }
}
