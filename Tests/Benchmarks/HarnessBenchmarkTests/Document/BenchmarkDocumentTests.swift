import Foundation
import ProcessSupport
import TestSupport
import Testing

@testable import HarnessBenchmarks

@Suite("Benchmark document") struct BenchmarkDocumentTests {
  private static let machine = BenchmarkMachine(
    date: "2026-01-02T03:04:05Z", revision: "abc", cores: 2, processor: "A Processor",
    memoryGigabytes: 8, system: "A System", swift: "6.3.1", libraries: ["zlib 1.3", "libxml2 2.9"],
    load: 0.5)

  @Test("the document has the machine, and each table under its command")
  func document() {
    let command = BenchmarkCommand.all[0]
    var document = BenchmarkDocument(machine: Self.machine, isQuick: false)
    document.sections = [
      .init(
        command: command, words: command.words,
        result: .table("row  1\nrow  2\n", remarks: ["x left out"], code: 0), seconds: 2,
        machine: Self.machine, endLoad: nil),
      Self.section(1, .notRun("no perf"), quick: true),
    ]
    let text = document.markdown
    for expected in [
      "| cores | 2 |", "| processor | A Processor |", "| Swift | 6.3.1 |",
      "| libraries | zlib 1.3, libxml2 2.9 |",
      "    ./scripts/scenefuzz bench xml\n\n```text\nrow  1\nrow  2\n```\n\n- x left out\n\nTook 2 s.\n"
        + "2026-01-02T03:04:05Z, commit abc, load 0.5 before and unknown after.\n",
      "    ./scripts/scenefuzz bench inflate --size 5 --runs 3\n\nNot run: no perf\n",
    ] {
      #expect(text.contains(expected), "\(expected)")
    }
  }

  private static func section(
    _ number: Int, _ result: BenchmarkDocument.Section.Result, quick: Bool = false
  ) -> BenchmarkDocument.Section {
    let command = BenchmarkCommand.all[number]
    return .init(
      command: command, words: command.words(isQuick: quick), result: result, seconds: 1,
      machine: machine, endLoad: 1)
  }

  @Test("a run of some benchmarks keeps the sections of the others, byte for byte")
  func keeping() throws {
    var earlier = BenchmarkDocument(machine: Self.machine, isQuick: false)
    earlier.sections = [
      Self.section(0, .table("old xml\n", remarks: [], code: 0)),
      Self.section(1, .table("```\n## no heading\n", remarks: [], code: 0)),
      Self.section(2, .table("old bundle\n", remarks: [], code: 0)),
    ]
    var later = BenchmarkDocument(machine: Self.machine, isQuick: false)
    later.sections = [
      Self.section(0, .table("new xml\n", remarks: [], code: 0)),
      Self.section(2, .notRun("stopped")),
    ]
    try later.keepSections(of: earlier.markdown)
    #expect(later.markdown == earlier.markdown.replacing("old xml", with: "new xml"))
    var same = BenchmarkDocument(machine: Self.machine, isQuick: false)
    try same.keepSections(of: earlier.markdown)
    #expect(same.markdown == earlier.markdown)
  }

  @Test("sections of another machine or of the quick run are not kept")
  func refusing() {
    var other = Self.machine
    other.cores = 64
    for document in [
      BenchmarkDocument(machine: other, isQuick: false),
      BenchmarkDocument(machine: Self.machine, isQuick: true),
    ] {
      var later = BenchmarkDocument(machine: Self.machine, isQuick: false)
      #expect(throws: RunFailure.self) { try later.keepSections(of: document.markdown) }
    }
  }

  @Test("a script of the checkout is run as a command is, and stands under its own name")
  func script() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = folder.path + "/scripts/timed"
    try WorkFolder.make(folder.path + "/scripts")
    try WorkFolder.write(
      Array("#!/bin/sh\necho words: \"$@\"\necho x left out >&2\nexit 1\n".utf8), to: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    let suite = BenchmarkSuite(
      program: "/missing", root: RepositoryRoot(path: folder.path), stop: StopSignal())
    let command = BenchmarkCommand("timed", "Timed", [], quick: ["--time", "2s"], script: "timed")
    let document = try await suite.run([command], isQuick: true, on: Self.machine) { _ in }
    #expect(
      document.sections.first?.result
        == .table("words: --time 2s\n", remarks: ["x left out"], code: 1))
    #expect(document.markdown.contains("## Timed\n\n    ./scripts/timed --time 2s\n\n```text\n"))
    for command in BenchmarkCommand.all {
      #expect(
        FileManager.default.isExecutableFile(
          atPath: Repository.root.path + "/scripts/" + command.script))
    }
  }

  @Test("a fence is longer than every run of backticks in the output")
  func fence() {
    var document = BenchmarkDocument(machine: Self.machine, isQuick: true)
    document.sections = [
      .init(
        command: BenchmarkCommand.all[0], words: [],
        result: .table("a ```` b\n", remarks: [], code: 1), seconds: 1,
        machine: Self.machine, endLoad: 1)
    ]
    #expect(document.markdown.contains("`````text\na ```` b\n`````\n\nTook 1 s; exit code 1."))
  }

  @Test("a command that lacks something or ends otherwise is listed with its reason")
  func reasons() {
    func result(
      _ status: ChildProcess.Status, output: String = "", messages: String = "", late: Bool = false
    ) -> BenchmarkDocument.Section.Result {
      BenchmarkSuite.result(status, output: output, messages: messages, timedOut: late)
    }
    #expect(
      result(.exited(3), messages: "step\nscenefuzz: no perf\n") == .notRun("scenefuzz: no perf"))
    #expect(result(.exited(0)) == .notRun("no output, exit code 0"))
    #expect(result(.exited(0), output: "x", late: true) == .notRun("the time limit was reached"))
    #expect(
      result(.exited(1), output: "row\n", messages: "step\ny not measured\n")
        == .table("row\n", remarks: ["y not measured"], code: 1))
    guard case .notRun = result(.signaled(9), output: "row\n") else {
      Issue.record("a killed command has no table")
      return
    }
  }

  @Test("processor and system are read from the files of Linux; other text gives nil")
  func machine() {
    #expect(BenchmarkMachine.processor(in: "x\t: 1\nmodel name\t: A B\nmodel name\t: C\n") == "A B")
    #expect(BenchmarkMachine.system(in: "NAME=x\nPRETTY_NAME=\"Debian 13\"\n") == "Debian 13")
    #expect(BenchmarkMachine.processor(in: "") == nil)
    #expect(BenchmarkMachine.system(in: "PRETTY_NAME=\n") == nil)
  }

  @Test("every command has a unique name, and a quick form")
  func commands() {
    let names = BenchmarkCommand.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(
      BenchmarkCommand.all.filter { $0.script == "scenefuzz" }
        .allSatisfy { $0.words(isQuick: true).first == $0.words.first })
  }
}
