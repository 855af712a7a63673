/// Which frames are nobody's bug, as data. Names are compared after demangling and peeling.
enum FrameRules {
  /// The frame at which a harness takes over: it and everything further out is cut off.
  static let entryPoints: Set<String> = [
    "LLVMFuzzerTestOneInput", "main", "_start", "start", "__libc_start_main",
    "__libc_start_call_main", "fuzzer::Fuzzer::ExecuteCallback",
  ]

  /// Modules whose frames are cut off with everything further out: the bridges between a process and a property.
  static let harnessModules: Set<String> = [
    "FuzzEntry", "FuzzRunning", "ReplayAndTriage", "Testing",
  ]

  /// The last name of an entry point's own function, whatever its module is called.
  static let entryFunctions: Set<String> = ["testOneInput(_:_:)"]

  /// Modules of the toolchain.
  static let runtimeModules: Set<String> = [
    "Swift", "SwiftOnoneSupport", "_Concurrency", "_StringProcessing", "_RegexParser", "_Builtin",
    "Synchronization", "Builtin", "Foundation", "FoundationEssentials", "Dispatch", "Glibc",
    "__C", "__C_Synthesized",
  ]

  /// How functions of the runtime, the sanitizers, libFuzzer, libc and the allocators begin, and functions that the
  /// compiler makes up.
  static let prefixes = [
    "Swift runtime failure", "swift_", "_swift_", "__swift_", "swift::", "swift_rt", "$ss", "$sS",
    "__asan", "__interceptor_", "___interceptor_", "__sanitizer", "__ubsan", "__lsan", "__tsan",
    "__msan", "__sancov", "__hwasan", "asan_", "fuzzer::", "std::", "__cxxabi", "__cxa_",
    "operator new", "operator delete", "__pthread", "pthread_", "__GI_", "__libc", "_IO_",
    "HandleCmp", "_dl_", "_Block_", "_dispatch_", "clone3",
    // Sugar of the demangler: a member of an array or a dictionary.
    "[",
  ]

  /// How functions begin that no source has: a thunk that changes how a function is called, an accessor of metadata, a
  /// copy that was outlined.
  static let compilerMade = [
    "reabstraction thunk", "thunk for ", "outlined ", "type metadata ", "value witness",
    "lazy protocol witness", "protocol witness table", "metadata instantiation", "nominal type",
    "associated type ", "base witness", "class metadata", "one-time initialization",
    "method lookup",
    "reflection metadata", "generic type metadata",
  ]

  static let names: Set<String> = [
    "abort", "raise", "gsignal", "kill", "malloc", "calloc", "realloc", "free", "posix_memalign",
    "aligned_alloc", "memcpy", "memmove", "memset", "memcmp", "memchr", "strlen", "clone",
    "<unavailable>", "<deduplicated_symbol>", "_init", "_fini",
  ]

  /// Libraries of which nothing is ours, by how their file name begins.
  static let images = [
    "libc.so", "libc-", "libpthread", "libm.so", "libstdc++", "libgcc", "ld-linux", "ld-musl",
    "linux-vdso", "libswift", "lib_", "libdispatch", "libFoundation", "libsystem_", "libclang_rt",
  ]

  /// Source folders of the toolchain, anywhere in a path: helpers of a sanitizer have names of their own.
  static let sources = ["/compiler-rt/", "/llvm-project/", "/sysdeps/", "/swift/stdlib/"]

  static func isEntry(_ function: String) -> Bool {
    let module = module(of: function)
    return entryPoints.contains(function) || harnessModules.contains(module)
      || entryFunctions.contains(String(function.dropFirst(module.utf8.count + 1)))
      || function.hasSuffix("_main")
  }

  static func isRuntime(function: String) -> Bool {
    function.isEmpty || names.contains(function) || runtimeModules.contains(module(of: function))
      || prefixes.contains { function.hasPrefix($0) }
      || compilerMade.contains { function.hasPrefix($0) }
  }

  /// Whether `function`, which is nobody's, is Swift's.
  static func isSwift(_ function: String) -> Bool {
    ["swift_", "_swift_", "swift::", "$s"].contains { function.hasPrefix($0) }
      || runtimeModules.contains(module(of: function))
  }

  static func isRuntime(file: String, image: String) -> Bool {
    if sources.contains(where: { file.contains($0) }) { return true }
    let name = image[
      (image.lastIndex(of: "/").map { image.index(after: $0) } ?? image.startIndex)...]
    return images.contains { name.hasPrefix($0) }
  }

  /// What stands before the first `.` or, for an extension of another module's type, before the `:`.
  static func module(of function: String) -> String {
    String(function.prefix { $0 != "." && $0 != ":" && $0 != "(" })
  }
}
