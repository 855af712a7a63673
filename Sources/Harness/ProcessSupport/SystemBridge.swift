// Bridge: the system calls that the standard library does not offer. The only file here that says `unsafe`.
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

/// What the tools need from the operating system beyond files and processes.
package enum SystemBridge {
  /// True when a person watches the file descriptor.
  package static func isTerminal(_ descriptor: CInt) -> Bool { isatty(descriptor) == 1 }

  /// Columns of the terminal on the file descriptor; 100 when it does not say.
  static func terminalWidth(_ descriptor: CInt) -> Int {
    var size = winsize()
    let answer = unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size)
    return answer == 0 && size.ws_col > 0 ? Int(size.ws_col) : 100
  }

  /// Ends this process at once, without a word more.
  static func exitAtOnce(_ code: CInt) -> Never { _exit(code) }

  /// The file of this program, links resolved; nil where the system does not tell.
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

  /// True for a folder, false for anything else, nil when there is nothing; links are followed.
  package static func isFolder(_ path: String) -> Bool? {
    var answer: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &answer) else {
      return nil
    }
    return answer.boolValue
  }

  /// Lets this process end by SIGALRM after so many seconds, counted anew at each call.
  package static func endAfter(seconds: UInt32) { _ = alarm(seconds) }

  /// Lets allocations fail, and so the process end, beyond so many bytes of address space.
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

  /// Whether `path` leads to an ordinary file; links are followed.
  package static func isRegularFile(_ path: String) -> Bool {
    guard let real = resolved(path),
      let attributes = try? FileManager.default.attributesOfItem(atPath: real)
    else { return false }
    return attributes[.type] as? FileAttributeType == .typeRegular
  }

  /// Ends this process the way a broken property does.
  package static func abortProcess() -> Never { abort() }

  /// Whether there is a process of this number; one that may not be signalled is there too.
  package static func isAlive(_ number: Int32) -> Bool {
    number > 0 && (kill(number, 0) == 0 || errno == EPERM)
  }

  /// Calls `handler` on SIGINT, SIGTERM and SIGHUP from now on instead of ending the process.
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

  /// From now on writing to a child that has ended is an error and not the end of this process.
  package static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

  /// Bytes of a file; nil when there is none.
  package static func fileSize(_ path: String) -> Int? {
    var answer = stat()
    return unsafe stat(path, &answer) == 0 ? Int(answer.st_size) : nil
  }

  /// When a file was changed, in nanoseconds of the system's clock; nil when there is none.
  package static func modified(_ path: String) -> Int? {
    var answer = stat()
    guard unsafe stat(path, &answer) == 0 else { return nil }
    #if os(Linux)
      return answer.st_mtim.tv_sec * 1_000_000_000 + answer.st_mtim.tv_nsec
    #else
      return answer.st_mtimespec.tv_sec * 1_000_000_000 + answer.st_mtimespec.tv_nsec
    #endif
  }

  /// The bytes of a buffer that a child wrote.
  package static func bytes(of buffer: SubprocessOutputSequence.Buffer) -> [UInt8] {
    unsafe buffer.withUnsafeBytes { unsafe Array($0) }
  }

  /// Processor time, of the user and the system, of every child that has ended so far.
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

  /// Free bytes on the file system that holds `path`; nil when the system does not tell.
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

  /// Gives the signals their usual effect back.
  func restore() {
    for source in sources { source.cancel() }
    for number in signals { signal(number, SIG_DFL) }
  }
}
