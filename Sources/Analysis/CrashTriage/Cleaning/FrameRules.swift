/// Frames that are never blamed, as data: each rule states its evidence. Names are compared after
/// demangling and peeling.
enum FrameRules {
  /// The frame at which a harness takes over: it and everything further out is cut off.
  static let entryPoints: Set<String> = [
    "LLVMFuzzerTestOneInput", "main", "_start", "start", "__libc_start_main",
    "__libc_start_call_main", "fuzzer::Fuzzer::ExecuteCallback", "wmain", "WinMain", "wWinMain",
    "__scrt_common_main_seh", "invoke_main", "mainCRTStartup", "UIApplicationMain",
    "NSApplicationMain",
  ]

  /// Modules whose frames are cut off with everything further out: the bridges between a process
  /// and a property.
  static let harnessModules: Set<String> = [
    "FuzzEntry", "ReplayAndTriage", "Testing",
  ]

  /// The last name of an entry point's own function, whatever its module is called.
  static let entryFunctions: Set<String> = ["testOneInput(_:_:)"]

  /// Modules of the toolchain.
  static let runtimeModules: Set<String> = [
    "Swift", "SwiftOnoneSupport", "_Concurrency", "_StringProcessing", "_RegexParser", "_Builtin",
    "Synchronization", "Builtin", "Foundation", "FoundationEssentials", "Dispatch", "Glibc",
    "__C", "__C_Synthesized", "Backtrace", "Darwin", "ObjectiveC", "CoreFoundation", "XCTest",
    "FoundationInternationalization", "Observation", "Distributed",
  ]

  /// Beginnings of names that the runtimes, the sanitizers, libFuzzer, LLVM's signal handlers, libc
  /// and the allocators reserve, or that the compiler makes up.
  static let prefixes = [
    "Swift runtime failure", "swift_", "_swift_", "__swift_", "swift::", "swift_rt", "$ss", "$sS",
    "__asan", "__interceptor_", "___interceptor_", "__sanitizer", "__ubsan", "__lsan", "__tsan",
    "__msan", "__sancov", "__hwasan", "asan_", "fuzzer::", "std::", "__cxxabi", "__cxa_",
    "operator new", "operator delete", "__pthread", "pthread_", "__GI_", "__libc", "_IO_",
    "HandleCmp", "_dl_", "_Block_", "_dispatch_", "clone3", "objc_", "_objc_", "__gnu_cxx::",
    "abi::", "llvm::sys::PrintStackTrace", "llvm::sys::RunSignalHandlers",
    "llvm::sys::CleanupOnSignal",
    "memserver_", "__stack_chk", "__fortify", "__chk_fail", "__assert", "__abort", "_Unwind_",
    "__NSThread", "CFRunLoop", "NSRunLoop", "dispatch_",
    "__scrt", "_CxxThrow", "__C_specific", "_int_free", "_int_malloc", "malloc_printerr",
    // Sugar of the demangler: a member of an array or a dictionary.
    "[",
  ]

  /// Beginnings of names that no source has: a thunk that changes how a function is called, an
  /// accessor of metadata, an outlined copy.
  static let compilerMade = [
    "reabstraction thunk", "thunk for ", "outlined ", "type metadata ", "value witness",
    "lazy protocol witness", "protocol witness table", "metadata instantiation", "nominal type",
    "associated type ", "base witness", "class metadata", "one-time initialization",
    "method lookup", "reflection metadata", "generic type metadata",
  ]

  /// Whole names of libc, the threads library, signal handlers, and placeholders for missing
  /// symbols.
  static let names: Set<String> = [
    "abort", "raise", "gsignal", "kill", "malloc", "calloc", "realloc", "free", "posix_memalign",
    "aligned_alloc", "memcpy", "memmove", "memset", "memcmp", "memchr", "strlen", "clone",
    "cfree", "sysmalloc", "unlink_chunk", "tgkill", "SignalHandler", "SignalHandlerTerminate",
    "PrintStackTraceSignalHandler", "CrashRecoverySignalHandler", "RaiseException", "DbgBreakPoint",
    "start_thread", "thread_start", "start_wqthread", "mach_msg", "mach_msg2_trap", "exit",
    "<unavailable>", "<deduplicated_symbol>", "<redacted>", "<unknown>", "<null>", "_init", "_fini",
    "n/a", "??", "???", "0x0",
  ]

  /// Functions of the standard library that a program without its module shows by their bare names.
  static let standardFunctions: Set<String> = [
    "_assertionFailure", "_fatalErrorMessage", "_preconditionFailure", "_debugPreconditionFailure",
    "_diagnoseUnexpectedEnumCaseValue", "_diagnoseUnexpectedEnumCase", "_undefined",
    "_diagnoseUnavailableCodeReached", "_unimplementedInitializer", "_arrayForceCast",
    "_arrayConditionalCast", "_unexpectedError", "_errorInMain", "_getUnownedRetainCount",
    "assertionFailure", "fatalError", "preconditionFailure", "precondition", "assert",
    "_stdlib_atomicInitializeARCRef", "_bridgeAnyObjectToAny", "_deallocateUninitializedArray",
    "_allocateUninitializedArray", "_finalizeUninitializedArray",
    "_convertPointerToPointerArgument",
    "withUnsafeBytes", "withUnsafePointer", "withUnsafeMutablePointer", "withExtendedLifetime",
    "_swift_runtime_on_report", "unsafeBitCast", "_unsafeReferenceCast", "autoreleasepool",
  ]

  /// Beginnings of the file names of libraries of the system and the toolchain.
  static let images = [
    "libc.so", "libc-", "libpthread", "libm.so", "libstdc++", "libgcc", "ld-linux", "ld-musl",
    "linux-vdso", "[vdso]", "libswift", "lib_", "libdispatch", "libFoundation", "libsystem_",
    "libclang_rt", "libobjc", "libc++", "libdyld", "libxpc", "libBlocksRuntime", "libunwind",
    "libBacktraceRecording", "libRPAC", "libMainThreadChecker", "libart.so", "libdl.so",
    "libutils.so", "libandroid_runtime", "app_process", "ntdll", "KERNEL32", "KERNELBASE",
    "kernel32", "kernelbase", "ucrtbase", "VCRUNTIME", "vcruntime", "MSVCP", "swiftCore.dll",
    "swift_Concurrency.dll", "BlocksRuntime.dll", "dispatch.dll", "Foundation.dll", "USER32",
    "user32", "msvcrt", "clang_rt.",
  ]

  /// Whole names of binaries of Apple's systems, for reports without a list of binaries.
  static let appleImages: Set<String> = [
    "dyld", "dyld_sim", "UIKitCore", "UIKit", "AppKit", "CoreFoundation", "Foundation",
    "QuartzCore",
    "GraphicsServices", "SwiftUI", "SwiftUICore", "AttributeGraph", "Combine", "CFNetwork",
    "CoreData", "CoreGraphics", "CoreText", "CoreImage", "CoreMedia", "AVFoundation", "AVFCore",
    "Metal", "MetalKit", "Network", "Security", "HIToolbox", "ViewBridge", "WebKit",
    "JavaScriptCore", "IOKit", "XCTest", "XCTestCore", "XCTestSupport", "XCTestSwiftSupport",
    "CoreAutoLayout", "CoreServices", "BoardServices", "BaseBoard", "FrontBoardServices",
    "RunningBoardServices", "CoreLocation", "CoreMotion", "MapKit", "StoreKit", "Testing",
  ]

  /// Source folders of the toolchain, anywhere in a path: helpers of a sanitizer have names of
  /// their own.
  static let sources = [
    "/compiler-rt/", "/llvm-project/", "/sysdeps/", "/swift/stdlib/", "/swift/Runtime/",
    "/swift-corelibs-", "/.build/checkouts/swift-backtrace/", "/swift-foundation/",
  ]

  /// Folders of the system, at the start of the path of a binary.
  static let systemFolders = [
    "/System/", "/usr/lib/", "/usr/lib64/", "/lib/", "/lib64/", "/lib32/", "/apex/", "/vendor/lib",
    "/system/lib", "/system/bin", "/Library/Apple/", "/private/preboot/", "C:\\Windows\\",
    "C:\\WINDOWS\\", "/usr/libexec/swift",
  ]

  /// Programs of the toolchain whose own functions carry names that are the runtime's in any other
  /// program.
  private static let compilerImages = [
    "swift-frontend", "sourcekitd", "sourcekit-lsp", "swift-driver", "swiftc",
  ]

  static func isEntry(_ function: String) -> Bool {
    let module = module(of: function)
    return entryPoints.contains(function) || harnessModules.contains(module)
      || entryFunctions.contains(function)
      || entryFunctions.contains(String(function.dropFirst(module.utf8.count + 1)))
      || function.hasSuffix("_main") || function.hasSuffix(".$main()")
  }

  /// The rule by which the name of a function is the runtime's; nil when none applies.
  static func nameRule(_ function: String, image: String) -> String? {
    if function.isEmpty { return "no symbol" }
    if names.contains(function) { return "name of the C library or a placeholder" }
    let module = module(of: function)
    if runtimeModules.contains(module) { return "module \(module)" }
    let isCompiler = compilerImages.contains { image.contains($0) }
    if let prefix = prefixes.first(where: { function.hasPrefix($0) }),
      !(isCompiler && prefix == "swift::")
    {
      return "reserved prefix '\(prefix)'"
    }
    if let prefix = compilerMade.first(where: { function.hasPrefix($0) }) {
      return "made by the compiler: '\(prefix)'"
    }
    let base = function.prefix { $0 != "(" && $0 != "<" }
    if standardFunctions.contains(String(base)) || base.hasPrefix("_swift_stdlib_") {
      return "name reserved by the standard library"
    }
    if StandardLibraryNames.declares(function) { return "declared by the standard library" }
    return nil
  }

  /// Whether `function` names a frame of the runtime that is Swift's.
  static func isSwift(_ function: String) -> Bool {
    ["swift_", "_swift_", "swift::", "$s"].contains { function.hasPrefix($0) }
      || runtimeModules.contains(module(of: function))
  }

  /// The rule by which a source or a binary is the toolchain's or the system's; nil when none
  /// applies.
  static func placeRule(file: String, image: String) -> String? {
    if let rule = sourceRule(file) { return rule }
    guard !image.isEmpty else { return nil }
    let separator = image.lastIndex { $0 == "/" || $0 == "\\" }
    let name = separator.map { image[image.index(after: $0)...] } ?? image[...]
    if images.contains(where: { name.hasPrefix($0) }) || appleImages.contains(String(name)) {
      return "binary \(name)"
    }
    return isSystemPath(image) ? "binary in a folder of the system" : nil
  }

  static func sourceRule(_ file: String) -> String? {
    sources.first { file.contains($0) }.map { "source in \($0)" }
  }

  static func isSystemPath(_ path: String) -> Bool {
    systemFolders.contains { path.hasPrefix($0) }
      // Simulators keep a copy of the system below their own folder.
      || path.contains("/RuntimeRoot/") || path.contains(".simruntime/")
  }

  /// The part before the first `.` or, for an extension of another module's type, before the `:`.
  static func module(of function: String) -> String {
    String(function.prefix { $0 != "." && $0 != ":" && $0 != "(" })
  }
}
