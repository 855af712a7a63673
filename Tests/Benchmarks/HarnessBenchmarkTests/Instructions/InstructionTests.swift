import Foundation
import TestSupport
import Testing

@testable import HarnessBenchmarks
@testable import ProcessSupport

@Suite struct InstructionTests {
  @Test(
    "the count is read from each tool's output; output without a count gives nil",
    arguments: [
      (
        InstructionCounter.perf, "# started on a day\n\n123456,,instructions:u,1000,100.00,,\n",
        123_456
      ),
      (.perf, "<not supported>,,instructions:u,0,100.00,,\n", nil),
      (.perf, "", nil),
      (.valgrind, "==7== \n==7== I   refs:      49,082,789\n", 49_082_789),
      (.valgrind, "==7== D   refs:      49,082,789\n", nil),
      (.valgrind, "valgrind: cannot execute", nil),
    ] as [(InstructionCounter, String, Int?)])
  func number(counter: InstructionCounter, text: String, expected: Int?) {
    #expect(counter.number(in: text) == expected)
  }

  @Test("a row that costs over 3 % more has risen; a cheaper or new row has not")
  func risen() {
    let baseline = InstructionBaseline(rows: ["a": 10, "b": 10, "c": 10])
    #expect(baseline.risen(in: ["a": 10.31, "b": 10.29, "c": 5, "d": 99]) == ["a"])
  }

  @Test("each build has a baseline of its own")
  func paths() {
    let paths = InstructionBaseline.Build.allCases.map {
      InstructionBaseline.path(
        in: RepositoryRoot(path: "/r"), toolchain: "6.3", counter: .valgrind, build: $0)
    }
    #expect(Set(paths).count == paths.count)
    #expect(paths.allSatisfy { $0.hasPrefix("/r/benchmarks/instructions/swift-6.3-") })
  }

  @Test("a written baseline is read back equal; another file is no baseline")
  func file() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = folder.path + "/deep/baseline.json"
    let baseline = InstructionBaseline(rows: ["events-1": 11.806])
    try baseline.write(to: path)
    #expect(InstructionBaseline(readingFile: path) == baseline)
    try "no".write(toFile: path, atomically: true, encoding: .utf8)
    #expect(InstructionBaseline(readingFile: path) == nil)
    #expect(InstructionBaseline(readingFile: folder.path + "/none") == nil)
  }

  @Test("a longer run counts more instructions, where a counter is available")
  func counts() async throws {
    guard let counter = await InstructionCounter.available() else { return }
    let short = try await counter.count("/bin/echo", ["x"], timeLimit: .seconds(60))
    let long = try await counter.count("/bin/ls", ["-lR", "/usr/bin"], timeLimit: .seconds(60))
    #expect(short > 1_000)
    #expect(long > short)
  }
}
