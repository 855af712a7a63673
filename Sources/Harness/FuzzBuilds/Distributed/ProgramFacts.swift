/// Properties of a program, read from the output of tools and of libFuzzer.
struct ProgramFacts: Equatable, Sendable {
  /// Shared libraries that the program needs.
  var libraries: [String] = []
  /// Folders that the loader searches first.
  var runPaths: [String] = []

  /// Reads the output of `llvm-objdump -p`.
  init(headers: String) {
    for line in headers.split(separator: "\n") {
      let words = line.split(separator: " ", omittingEmptySubsequences: true)
      guard words.count == 2 else { continue }
      switch words[0] {
      case "NEEDED": libraries.append(String(words[1]))
      case "RUNPATH", "RPATH": runPaths.append(String(words[1]))
      default: break
      }
    }
  }

  /// Libraries of the runner: the C library and the runtime of the C compiler.
  static let librariesOfTheRunner = [
    "libc.so", "libm.so", "libstdc++.so", "libgcc_s.so", "libpthread.so", "libdl.so", "librt.so",
    "libutil.so", "libresolv.so", "ld-linux",
  ]

  /// Libraries that the runner lacks, and search paths of this machine.
  var faults: [String] {
    let foreign = libraries.filter { library in
      !Self.librariesOfTheRunner.contains { library.hasPrefix($0) }
    }
    let absolute = runPaths.flatMap { $0.split(separator: ":") }.filter { $0.hasPrefix("/") }
    return foreign.map { "needs \($0)" } + absolute.map { "looks for libraries in \($0)" }
  }

  /// The number of coverage counters in libFuzzer's output; 0 without that line.
  static func edges(in log: String) -> Int {
    for line in log.split(separator: "\n") where line.contains("inline 8-bit counters)") {
      guard let open = line.firstIndex(of: "(") else { continue }
      return Int(line[line.index(after: open)...].prefix { $0.isNumber }) ?? 0
    }
    return 0
  }

  /// The number of dictionary entries in libFuzzer's output; 0 without that line.
  static func dictionaryWords(in log: String) -> Int {
    for line in log.split(separator: "\n") where line.hasPrefix("Dictionary: ") {
      return Int(line.dropFirst("Dictionary: ".count).prefix { $0.isNumber }) ?? 0
    }
    return 0
  }
}
