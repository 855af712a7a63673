import Dispatch
import Foundation
import ProcessSupport
import Synchronization
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

  @Test("a child that exits with 7 returns its code and both streams in order")
  func exitCode() async throws {
    let outcome = try await shell("echo out; echo err >&2; exit 7").run()
    #expect(outcome.status == .exited(7))
    #expect(outcome.output == "out\nerr\n")
    #expect(!outcome.timedOut)
  }

  @Test("a child that is killed by SIGSEGV has a signal, not an exit code")
  func signal() async throws {
    #expect(try await shell("kill -SEGV $$").run().status == .signaled(11))
  }

  @Test("a child sees the stated environment and nothing else")
  func environment() async throws {
    let outcome = try await shell("echo $MARK-$HOME").run()
    #expect(outcome.output == "here-\n")
  }

  @Test("a child beyond its time limit is ended together with its own children")
  func timeLimit() async throws {
    let outcome = try await shell("sleep 600 & sleep 600", .milliseconds(200)).run()
    #expect(outcome.timedOut)
    #expect(outcome.status != .exited(0))
  }

  @Test("a grandchild that keeps the pipe open does not delay the end of the child")
  func inheritedPipe() async throws {
    let outcome = try await shell("sleep 20 & echo done").run()
    #expect(outcome.status == .exited(0))
    #expect(!outcome.timedOut)
  }

  @Test("output beyond the limit is cut in the middle and states the cut")
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

  @Test("each line is delivered once, the last one also without a line feed")
  func lines() async throws {
    let seen = Seen()
    _ = try await shell("printf 'a\\nb\\r\\n\\nc'").run { await seen.add($0) }
    #expect(await seen.lines == ["a", "b", "", "c"])
  }

  /// In a process of its own, whose pool no other test shares. The last step of Subprocess, which
  /// reaps the child, still needs the pool.
  @Test("the output of a child is read while every thread of the cooperative pool is blocked")
  func blockedPool() async {
    await #expect(processExitsWith: .success) {
      let gate = BlockedPool()
      let child = ChildProcess(
        executable: "/bin/sh", arguments: ["-c", "echo one; echo two"], environment: [:],
        timeLimit: .seconds(300))
      let outcome = try await child.run { line in
        if line == "one" { gate.waitUntilBlocked() } else { gate.open() }
      }
      #expect(outcome.output == "one\ntwo\n")
      #expect(!outcome.timedOut)
      #expect(!gate.timedOut)
    }
  }

  @Test("a missing program is an environment failure that names its path")
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

/// Tasks that block every thread of the cooperative pool until the gate opens.
private final class BlockedPool: Sendable {
  private let gate = DispatchSemaphore(value: 0)
  private let blocked = Mutex(0)
  private let isLate = Mutex(false)
  private let count = ProcessInfo.processInfo.activeProcessorCount

  init() {
    for _ in 0..<count { Task.detached { self.block() } }
  }

  private func block() {
    blocked.withLock { $0 += 1 }
    if gate.wait(timeout: .now() + .seconds(200)) == .timedOut { isLate.withLock { $0 = true } }
  }

  /// Whether a blocker gave up, so that the child may have used the pool.
  var timedOut: Bool { isLate.withLock { $0 } }

  func waitUntilBlocked() {
    while blocked.withLock({ $0 }) < count { Thread.sleep(forTimeInterval: 0.01) }
  }

  func open() {
    for _ in 0..<count { gate.signal() }
  }
}
