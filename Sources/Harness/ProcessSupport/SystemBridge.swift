// Bridge: system calls that the standard library does not offer, and the only unsafe code here.
import Dispatch
import Foundation
package import Subprocess

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Terminals, signals, limits and file attributes of the operating system.
package enum SystemBridge {
  package static func isTerminal(_ descriptor: CInt) -> Bool { isatty(descriptor) == 1 }

  /// Columns of the terminal; 100 when unknown.
  static func terminalWidth(_ descriptor: CInt) -> Int {
    terminalSize(descriptor).flatMap { $0.ws_col > 0 ? Int($0.ws_col) : nil } ?? 100
  }

  /// Rows of the terminal; 24 when unknown.
  static func terminalHeight(_ descriptor: CInt) -> Int {
    terminalSize(descriptor).flatMap { $0.ws_row > 0 ? Int($0.ws_row) : nil } ?? 24
  }

  private static func terminalSize(_ descriptor: CInt) -> winsize? {
    var size = winsize()
    return unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 ? size : nil
  }

  /// Runs one job of a task on the calling thread.
  static func run(_ job: UnownedJob, on executor: BlockingThreads) {
    unsafe job.runSynchronously(on: executor.asUnownedTaskExecutor())
  }

  /// Ends this process without running exit handlers.
  static func exitAtOnce(_ code: CInt) -> Never { _exit(code) }

  /// Path of this program, links resolved; nil when unknown.
  package static var executablePath: String? {
    #if os(Linux)
      return resolved("/proc/self/exe")
    #else
      return Bundle.main.executablePath.flatMap { resolved($0) }
    #endif
  }

  /// `path` with every link resolved; nil when it does not exist.
  package static func resolved(_ path: String) -> String? {
    guard let answer = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(answer) }
    return unsafe String(cString: answer)
  }

  /// True for a folder, false for anything else, nil when nothing exists there; follows links.
  package static func isFolder(_ path: String) -> Bool? {
    var answer: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &answer) else {
      return nil
    }
    return answer.boolValue
  }

  /// Ends this process by SIGALRM after `seconds`; each call starts the count again.
  package static func endAfter(seconds: UInt32) { _ = alarm(seconds) }

  /// Limits the address space; an allocation beyond it fails and ends the process.
  package static func limitMemory(bytes: Int) {
    var limit = rlimit()
    limit.rlim_cur = rlim_t(bytes)
    limit.rlim_max = rlim_t(bytes)
    #if canImport(Glibc)
      _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    #else
      _ = unsafe setrlimit(RLIMIT_AS, &limit)
    #endif
  }

  /// True for a regular file; follows links.
  package static func isRegularFile(_ path: String) -> Bool {
    guard let real = resolved(path),
      let attributes = try? FileManager.default.attributesOfItem(atPath: real)
    else { return false }
    return attributes[.type] as? FileAttributeType == .typeRegular
  }

  /// Ends this process as a violated property does.
  package static func abortProcess() -> Never { abort() }

  /// Whether a process of this number exists, also one that may not be signalled.
  package static func isAlive(_ number: Int32) -> Bool {
    number > 0 && (kill(number, 0) == 0 || errno == EPERM)
  }

  /// Replaces the default action of SIGINT, SIGTERM and SIGHUP by `handler`.
  static func onInterrupts(_ handler: @escaping @Sendable () -> Void) -> SignalHandlers {
    let signals = [SIGINT, SIGTERM, SIGHUP]
    let sources = signals.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler(handler: handler)
      source.resume()
      return source
    }
    return SignalHandlers(signals: signals, sources: sources)
  }

  /// Makes a write to a child that has ended an error instead of the end of this process.
  package static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

  /// Kills the processes of a group.
  static func killGroup(_ group: Int32) { _ = kill(-group, SIGKILL) }

  /// Bytes of a file; nil when it does not exist.
  package static func fileSize(_ path: String) -> Int? {
    var answer = stat()
    return unsafe stat(path, &answer) == 0 ? Int(answer.st_size) : nil
  }

  /// Modification time of a file in nanoseconds of the system clock; nil when it does not exist.
  package static func modified(_ path: String) -> Int? {
    var answer = stat()
    guard unsafe stat(path, &answer) == 0 else { return nil }
    #if os(Linux)
      return answer.st_mtim.tv_sec * 1_000_000_000 + answer.st_mtim.tv_nsec
    #else
      return answer.st_mtimespec.tv_sec * 1_000_000_000 + answer.st_mtimespec.tv_nsec
    #endif
  }

  /// Copies a buffer of a child's output.
  package static func bytes(of buffer: SubprocessOutputSequence.Buffer) -> [UInt8] {
    unsafe buffer.withUnsafeBytes { unsafe Array($0) }
  }

  /// User and system time of every child that has ended.
  package static var processorSecondsOfChildren: Double {
    var usage = rusage()
    #if os(Linux)
      guard unsafe getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage) == 0
      else { return 0 }
    #else
      guard unsafe getrusage(RUSAGE_CHILDREN, &usage) == 0 else { return 0 }
    #endif
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }

  /// Free bytes on the file system of `path`; nil when unknown.
  package static func freeBytes(at path: String) -> Int? {
    var answer = statvfs()
    guard unsafe statvfs(path, &answer) == 0 else { return nil }
    return Int(answer.f_bavail) * Int(answer.f_frsize)
  }
}

/// Signal handlers in force until restored.
struct SignalHandlers {
  fileprivate let signals: [CInt]
  fileprivate let sources: [any DispatchSourceSignal]

  /// Restores the default action of the signals.
  func restore() {
    for source in sources { source.cancel() }
    for number in signals { signal(number, SIG_DFL) }
  }
}
