import Foundation
import Testing

@testable import ProcessSupport

@Suite("Ends of child processes", .timeLimit(.minutes(10)))
struct ChildEndTests {
  @Test("an end at once kills each child with its own children")
  func killAll() async {
    await #expect(processExitsWith: .success) {
      let folder = try TemporaryFolder()
      defer { folder.remove() }
      let mark = folder.path + "/pid"
      let script = "sleep 600 & echo $! > \"$0.new\"; mv \"$0.new\" \"$0\"; wait"
      async let outcome = ChildProcess(
        executable: "/bin/sh", arguments: ["-c", script, mark],
        environment: ["PATH": "/usr/bin:/bin"], timeLimit: .seconds(600)
      ).run()
      while !FileManager.default.fileExists(atPath: mark) {
        try await Task.sleep(for: .milliseconds(20))
      }
      LiveChildren.killAll()
      #expect(try await outcome.status == .signaled(9))
      let grandchild = try String(contentsOfFile: mark, encoding: .utf8).dropLast()
      while FileManager.default.fileExists(atPath: "/proc/\(grandchild)/exe") {
        try await Task.sleep(for: .milliseconds(20))
      }
    }
  }

  @Test("a child of a task that was stopped throws, and no later one starts")
  func taskStop() async throws {
    let stop = StopSignal()
    stop.raise()
    await #expect(throws: RunFailure.environment("stopped", "run it again; nothing was lost")) {
      try await ChildProcess.ending(at: stop) { () async throws(RunFailure) in
        _ = try await ChildProcess(
          executable: "/missing", environment: [:], timeLimit: .seconds(60)
        ).run()
      }
    }
  }
}
