/// Frames ignored by the peers' lists for C and C++: the part of ClusterFuzz's list, from which
/// CASR's derives, that occurs in these logs.
enum IgnoredFrames {
  private static let names: Set<String> = [
    "abort", "raise", "gsignal", "kill", "main", "_start", "exit", "_exit", "malloc", "calloc",
    "realloc", "free", "memcpy", "memmove", "memset", "memcmp", "strlen", "strcpy", "clone",
  ]

  private static let prefixes = [
    "__asan", "__sanitizer", "__interceptor_", "___interceptor_", "__lsan", "__msan", "__ubsan",
    "asan_", "fuzzer::", "LLVMFuzzer", "_asan", "std::", "operator", "New", "main", "_start",
    "malloc", "calloc", "realloc", "free", "memcpy", "memmove", "memset", "__GI_", "__libc",
    "__pthread", "start_thread", "_swift_stdlib_", "abort", "raise", "gsignal", "CrashHandler",
    "__cxa", "__gnu", "__restore_rt", "pthread_", "clone", "__clone", "posix_memalign",
  ]

  private static let contained = [
    "assert", "libc++", "/libc/", "libpthread", "libc.so", "/compiler-rt/", "libgcc", "libstdc++",
    "sysdeps", "/sanitizer_common/", "ld-linux",
  ]

  static func contains(_ frame: LogFrame) -> Bool {
    if frame.function.isEmpty { return frame.module.isEmpty || isLibrary(frame) }
    return names.contains(frame.function)
      || prefixes.contains { frame.text.hasPrefix($0) }
      || contained.contains { frame.text.contains($0) }
  }

  private static func isLibrary(_ frame: LogFrame) -> Bool {
    contained.contains { frame.module.contains($0) }
  }
}
