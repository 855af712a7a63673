import CrashTriage
import Foundation
import HarnessTestSupport
import ProcessSupport
import Synchronization
import Testing

@testable import Minimization
@testable import ReplayAndTriage

/// Reduces one failing input by running a program on candidates.
@Suite struct InputMinimizationTests {
  private func minimize(
    _ input: String, script: String
  ) async throws -> (result: InputMinimization.Result?, kept: [[UInt8]], fake: FakeTarget) {
    let fake = try FakeTarget(body: script)
    var minimization = InputMinimization(
      target: "fake", replay: CrashReplay(toolchain: try await .locate(), program: fake.program))
    // The speed of the machine must not matter.
    minimization.budget = .seconds(3600)
    let kept = Mutex<[[UInt8]]>([])
    let result = try await minimization.run(Array(input.utf8)) { smaller in
      kept.withLock { $0.append(smaller) }
    }
    return (result, kept.withLock { $0 }, fake)
  }

  @Test("the result fails in the same way, and each smaller input was on disk before the next")
  func steps() async throws {
    let (result, kept, fake) = try await minimize(
      "one line\nthe bad line\nthe last", script: FakeTarget.checker.replacing("WORD", with: "bad"))
    defer { fake.folder.remove() }
    let found = try #require(result)
    #expect(String(decoding: found.input, as: UTF8.self) == "bad")
    #expect(found.isComplete)
    #expect(found.reproduced == 3 && found.replays == 3 && found.confirmed == 3)
    #expect(kept.last == found.input)
    #expect(zip(kept, kept.dropFirst()).allSatisfy { $0.count >= $1.count })
    #expect(found.processes < found.tests)
  }

  @Test("a smaller input that fails in another way is rejected")
  func noDrift() async throws {
    // Without `bad`, an input that contains `worse` fails elsewhere.
    let script = Self.two
    let (result, kept, fake) = try await minimize("worse and bad", script: script)
    defer { fake.folder.remove() }
    let found = try #require(result)
    #expect(String(decoding: found.input, as: UTF8.self) == "bad")
    #expect(kept.allSatisfy { String(decoding: $0, as: UTF8.self).contains("bad") })
  }

  @Test("an input that does not fail is run ten times and gives no result")
  func clean() async throws {
    let (result, kept, fake) = try await minimize(
      "fine", script: FakeTarget.checker.replacing("WORD", with: "bad"))
    defer { fake.folder.remove() }
    #expect(result == nil)
    #expect(kept.isEmpty)
    #expect(fake.ran(fake.program) == InputMinimization.attempts + InputMinimization.patience)
  }

  @Test(
    "an input that fails two times in three is detected and still shows its finding at the end")
  func flaky() async throws {
    let (result, _, fake) = try await minimize("a bad day", script: Self.flaky)
    defer { fake.folder.remove() }
    let found = try #require(result)
    #expect(found.reproduced == 2 && found.replays == 3)
    #expect(String(decoding: found.input, as: UTF8.self).contains("bad"))
    #expect(found.input.count <= 9)
  }

  private static let report = """
    report() {
      echo "==1==ERROR: AddressSanitizer: ILL on unknown address 0x5 (pc 0x5 bp 0x7 sp 0x7 T0)"
      case "$ASAN_OPTIONS" in
        *symbolize=0*) echo "    #0 0x5 (/source/fake+0x$2)" ;;
        *) echo "    #0 0x5 in $1 /source/Fake.swift:7:3" ;;
      esac
      echo "SUMMARY: AddressSanitizer: ILL /source/Fake.swift:7:3 in $1"
      exit 1
    }

    """

  private static let two =
    "#!/bin/sh\n" + report + """
      for word in "$@"; do
        case "$word" in
          -*) ;;
          *)
            echo "Running: $word"
            if grep -q bad "$word"; then report first 11; fi
            if grep -q worse "$word"; then report second 22; fi ;;
        esac
      done
      """

  /// Every third process sees nothing.
  private static let flaky =
    "#!/bin/sh\n" + report + """
      while ! mkdir "$0.lock" 2> /dev/null; do sleep 0.01; done
      echo run >> "$0.ran"
      number=$(($(wc -l < "$0.ran")))
      rmdir "$0.lock"
      for word in "$@"; do
        case "$word" in
          -*) ;;
          *)
            echo "Running: $word"
            if grep -q bad "$word" && [ $((number % 3)) -ne 0 ]; then report first 11; fi ;;
        esac
      done
      """
}
