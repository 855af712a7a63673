import Foundation
import TestSupport
import Testing

@testable import ProcessSupport

/// The scan of coverage counters that decides which inputs get the whole property.
///
/// It runs as a C program of its own: in the programs of the tests there are no counters.
@Suite struct CounterScanTests {
  /// Compares the scan with a plain reading of libFuzzer's buckets, run after run, with more
  /// counters than blocks, with few changes, and with values at the edges of every bucket.
  private static let program = """
    #include "LibFuzzerBridge.h"
    #include <stdio.h>
    #include <stdlib.h>
    #include <string.h>
    #define COUNT 1003
    __attribute__((section("__sancov_cntrs"))) uint8_t counters[COUNT] = {0};
    static uint8_t seen[COUNT][9];
    static int bucket(int count) {
      static const int bounds[] = {1, 2, 3, 4, 8, 16, 32, 128};
      int bucket = 0;
      for (int i = 0; i < 8; i++) bucket += count >= bounds[i];
      return bucket;
    }
    int main(void) {
      int found = 0;
      srand(3);
      for (int run = 0; run < 60000; run++) {
        if (run % 3 == 0) memset(counters, 0, COUNT);
        for (int i = rand() % 6; i > 0; i--)
          counters[rand() % COUNT] = (uint8_t)(rand() % (rand() % 4 ? 5 : 256));
        int expected = 0;
        for (int i = 0; i < COUNT; i++) {
          uint8_t *known = &seen[i][bucket(counters[i])];
          if (counters[i] && !*known) expected = *known = 1;
        }
        if ((scenefuzz_engine_reached_new_counters() != 0) != expected)
          return printf("run %d: expected %d\\n", run, expected), 1;
        found += expected;
      }
      return printf("%d\\n", found), 0;
    }
    """

  @Test("the scan reports exactly the runs in which a counter enters a new bucket")
  func buckets() async throws {
    let toolchain = try await Toolchain.locate()
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let source = folder.path + "/scan.c"
    try WorkFolder.write(Array(Self.program.utf8), to: source)
    func run(_ program: String, _ arguments: [String]) async throws -> String {
      let outcome = try await ChildProcess(
        executable: program, arguments: arguments,
        environment: ChildEnvironment.build(ProcessInfo.processInfo.environment),
        timeLimit: .seconds(120)
      ).run()
      #expect(outcome.status.isSuccess, "\(outcome.output)")
      return outcome.output
    }
    let bridge = Repository.root.path + "/Sources/Fuzzing/LibFuzzerBridge"
    _ = try await run(
      try toolchain.tool("clang"),
      [
        "-O2", "-I", bridge + "/include", "-o", folder.path + "/scan", source,
        bridge + "/LibFuzzerBridge.c",
      ])
    let found = try await run(folder.path + "/scan", [])
    // New buckets become rare, and do not end.
    #expect((1_000..<59_000).contains(Int(found.filter { $0 != "\n" }) ?? 0), "\(found)")
  }
}
