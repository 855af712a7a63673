/// What tools and libFuzzer say of a program, read from their text.
struct ProgramFacts: Equatable, Sendable {
  /// Libraries that the program asks the loader for.
  var libraries: [String] = []
  /// Folders that it has them looked up in first.
  var runPaths: [String] = []

  /// Reads the private headers as `llvm-objdump -p` prints them.
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

  /// Nothing is installed where the engine runs the program but the C library and what comes with the compiler of C.
  static let librariesOfTheRunner = [
    "libc.so", "libm.so", "libstdc++.so", "libgcc_s.so", "libpthread.so", "libdl.so", "librt.so",
    "libutil.so", "libresolv.so", "ld-linux",
  ]

  /// What would be missing there, or be taken from this machine.
  var faults: [String] {
    let foreign = libraries.filter { library in
      !Self.librariesOfTheRunner.contains { library.hasPrefix($0) }
    }
    let absolute = runPaths.flatMap { $0.split(separator: ":") }.filter { $0.hasPrefix("/") }
    return foreign.map { "needs \($0)" } + absolute.map { "looks for libraries in \($0)" }
  }

  /// The number in libFuzzer's line of coverage counters; 0 when it found none.
  static func edges(in log: String) -> Int {
    for line in log.split(separator: "\n") where line.contains("inline 8-bit counters)") {
      guard let open = line.firstIndex(of: "(") else { continue }
      return Int(line[line.index(after: open)...].prefix { $0.isNumber }) ?? 0
    }
    return 0
  }

  /// The number in libFuzzer's line of dictionary words; 0 when it read none.
  static func dictionaryWords(in log: String) -> Int {
    for line in log.split(separator: "\n") where line.hasPrefix("Dictionary: ") {
      return Int(line.dropFirst("Dictionary: ".count).prefix { $0.isNumber }) ?? 0
    }
    return 0
  }
}
