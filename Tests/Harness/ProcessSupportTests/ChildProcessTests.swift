import ProcessSupport
import Testing

@Suite("Child processes")
struct ChildProcessTests {
  private func shell(_ script: String, _ limit: Duration = .seconds(60), keep: Int = 1 << 20)
    -> ChildProcess
  {
    ChildProcess(
      executable: "/bin/sh", arguments: ["-c", script], environment: ["MARK": "here"],
      timeLimit: limit, outputLimit: keep)
  }

  @Test("the exit code and both streams come back")
  func exitCode() async throws {
    let outcome = try await shell("echo out; echo err >&2; exit 7").run()
    #expect(outcome.status == .exited(7))
    #expect(outcome.output == "out\nerr\n")
    #expect(!outcome.timedOut)
  }

  @Test("a signal is told apart from an exit code")
  func signal() async throws {
    #expect(try await shell("kill -SEGV $$").run().status == .signaled(11))
  }

  @Test("the environment is the stated one and no more")
  func environment() async throws {
    let outcome = try await shell("echo $MARK-$HOME").run()
    #expect(outcome.output == "here-\n")
  }

  @Test("a child that never ends is ended, with its own children")
  func timeLimit() async throws {
    let outcome = try await shell("sleep 600 & sleep 600", .milliseconds(200)).run()
    #expect(outcome.timedOut)
    #expect(outcome.status != .exited(0))
  }

  @Test("a grandchild that holds the pipe does not hold the wait")
  func inheritedPipe() async throws {
    let outcome = try await shell("sleep 20 & echo done").run()
    #expect(outcome.status == .exited(0))
    #expect(!outcome.timedOut)
  }

  @Test("output beyond the limit is cut in the middle, and says so")
  func outputLimit() async throws {
    let outcome = try await shell(
      "echo first; i=0; while [ $i -lt 5000 ]; do echo 0123456789; i=$((i+1)); done; echo last",
      keep: 400
    ).run()
    #expect(outcome.output.hasPrefix("first\n"))
    #expect(outcome.output.hasSuffix("last\n"))
    #expect(outcome.output.contains("bytes left out"))
    #expect(outcome.output.utf8.count < 500)
  }

  @Test("lines come one by one, the last one even without a line feed")
  func lines() async throws {
    let seen = Seen()
    _ = try await shell("printf 'a\\nb\\r\\n\\nc'").run { await seen.add($0) }
    #expect(await seen.lines == ["a", "b", "", "c"])
  }

  @Test("a program that is not there is one sentence")
  func missing() async throws {
    let child = ChildProcess(
      executable: "/nonexistent/program", environment: [:], timeLimit: .seconds(1))
    let failure = await #expect(throws: RunFailure.self) { try await child.run() }
    #expect(failure?.kind == .environment)
    #expect(failure?.description.contains("/nonexistent/program") == true)
  }
}

private actor Seen {
  var lines: [String] = []
  func add(_ line: String) { lines.append(line) }
}
