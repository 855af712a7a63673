import CrashTriage
import Foundation
import TestSupport
import Testing

@testable import ProcessSupport
@testable import ReplayAndTriage

/// Frames that are only offsets, named by a binary with debug information.
@Suite struct SymbolFilesTests {
  /// A program built here with the offset of its function `scale`, whose division is in line 2.
  private static func program(in folder: String) async throws -> (path: String, offset: String) {
    let toolchain = try await Toolchain.locate()
    let source = folder + "/scale.c"
    let text =
      "int scale(int a, int b) {\n  return a / b;\n}\nint main(int n, char **v) {\n"
      + "  return scale(4, n);\n}\n"
    try text.write(toFile: source, atomically: true, encoding: .utf8)
    let path = folder + "/scale"
    func run(_ tool: String, _ arguments: [String]) async throws -> String {
      let outcome = try await ChildProcess(
        executable: try toolchain.tool(tool), arguments: arguments,
        environment: ChildEnvironment.build(ProcessInfo.processInfo.environment),
        timeLimit: .seconds(120), outputLimit: 1 << 20
      ).run()
      #expect(outcome.status.isSuccess, "\(outcome.output)")
      return outcome.output
    }
    _ = try await run("clang", ["-g", "-O0", "-o", path, source])
    let names = try await run("llvm-nm", [path]).split(separator: "\n")
    let line = try #require(names.first { $0.hasSuffix(" scale") })
    let address = try #require(UInt64(line.prefix { $0 != " " }, radix: 16))
    // Beyond the entry, where a crash is.
    return (path, "0x" + String(address + 4, radix: 16))
  }

  private static func report(_ offset: String, in module: String) -> String {
    """
    ==91==ERROR: AddressSanitizer: FPE on unknown address 0x55d0 (pc 0x55d0 bp 0x7ffd sp 0x7ffc T0)
        #0 0x55d0f1e2a3b3  (\(module)+\(offset))
        #1 0x7fdea5f890b2  (/lib/x86_64-linux-gnu/libc.so.6+0x270b2)

    """
  }

  @Test("a frame of the binary gets function, file and line; its fingerprint is the function's")
  func named() async throws {
    let folder = NSTemporaryDirectory() + "symbols-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (path, offset) = try await Self.program(in: folder)
    var pipeline = TriagePipeline(toolchain: try await .locate())
    let report = try #require(CrashReport.read(Self.report(offset, in: "/out/scale")))
    let before = await pipeline.crashes([report], target: "")
    #expect(before.first?.crash.core == nil)
    #expect(before.first?.crash.place == "scale+\(offset)")
    pipeline.symbols = try SymbolFiles([path])
    let after = try #require(await pipeline.crashes([report], target: "").first)
    #expect(after.crash.core?.function == "scale")
    #expect(after.crash.core?.file == "scale.c")
    #expect((1...2).contains(after.crash.core?.line ?? 0))
    #expect(after.crash.place == nil)
  }

  @Test("a frame of another module and an offset beyond the binary stay as they are")
  func unnamed() async throws {
    let folder = NSTemporaryDirectory() + "symbols-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (path, offset) = try await Self.program(in: folder)
    var pipeline = TriagePipeline(toolchain: try await .locate())
    pipeline.symbols = try SymbolFiles([path])
    for (offset, module) in [(offset, "/out/other"), ("0x99999999", "/out/scale")] {
      let report = try #require(CrashReport.read(Self.report(offset, in: module)))
      let crash = try #require(await pipeline.crashes([report], target: "").first).crash
      #expect(crash.core == nil)
      #expect(crash.place?.hasSuffix("+\(offset)") == true)
    }
  }

  @Test("a path without a binary is refused", arguments: ["/nowhere", "/tmp"])
  func refused(path: String) {
    #expect(throws: RunFailure.self) { try SymbolFiles([path]) }
  }
}
