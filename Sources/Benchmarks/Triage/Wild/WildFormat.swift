/// Formats of crash reports, written from public examples.
enum WildFormat {
  @Sendable static func gdb(_ crash: WildCrash) -> String {
    let signal =
      crash.isAccess
      ? "SIGSEGV, Segmentation fault"
      : crash.isAbort ? "SIGABRT, Aborted" : "SIGILL, Illegal instruction"
    return head(crash) + "\nProgram received signal \(signal).\n"
      + lines(crash) { number, frame in
        let place =
          frame.line > 0 ? "at \(frame.file):\(frame.line)" : "from /usr/lib/\(frame.image)"
        return "#\(number)  0x0000555555\(hex(number)) in \(gdbName(frame)) (self=...) \(place)"
      }
  }

  @Sendable static func lldb(_ crash: WildCrash) -> String {
    let reason =
      crash.isAccess
      ? "signal SIGSEGV: address not mapped to object (fault address: 0x8)"
      : crash.message.isEmpty
        ? "signal SIGILL: illegal instruction operand" : "Fatal error: \(crash.message)"
    return "Process 71 stopped\n* thread #1, name = 'sample', stop reason = \(reason)\n"
      + lines(crash) { number, frame in
        let place = frame.line > 0 ? " at \(base(frame.file)):\(frame.line):9" : ""
        return
          "    frame #\(number): 0x0000555555\(hex(number)) \(frame.image)`\(frame.full)\(place)"
      }
  }

  @Sendable static func appleText(_ crash: WildCrash) -> String {
    let type =
      crash.isAccess
      ? "EXC_BAD_ACCESS (SIGSEGV)"
      : crash.isAbort ? "EXC_CRASH (SIGABRT)" : "EXC_BREAKPOINT (SIGTRAP)"
    let message =
      crash.message.isEmpty
      ? ""
      : "Application Specific Information:\nlibswiftCore.dylib: Fatal error: \(crash.message)\n"
    return "Process:               sample [71]\nException Type:        \(type)\n"
      + (crash.isAccess
        ? "Exception Codes:       KERN_INVALID_ADDRESS at 0x0000000000000008\n" : "")
      + message
      + "\nThread 0:\n0   libsystem_kernel.dylib  0x1a0000000 mach_msg2_trap + 8\n\nThread 1 Crashed:\n"
      + lines(crash) { number, frame in
        let place = frame.line > 0 ? " (\(base(frame.file)):\(frame.line))" : ""
        return
          "\(number)   \(frame.image)    \t0x0000000100\(hex(number)) \(frame.short) + 12\(place)"
      }
  }

  @Sendable static func appleJSON(_ crash: WildCrash) -> String {
    let type = crash.isAccess ? "EXC_BAD_ACCESS" : crash.isAbort ? "EXC_CRASH" : "EXC_BREAKPOINT"
    let signal = crash.isAccess ? "SIGSEGV" : crash.isAbort ? "SIGABRT" : "SIGTRAP"
    let images = Array(Set(crash.frames.map(\.image))).sorted()
    let frames = crash.frames.enumerated().map { number, frame in
      let place =
        frame.line > 0
        ? ",\"sourceFile\":\"\(base(frame.file))\",\"sourceLine\":\(frame.line)" : ""
      return "{\"imageOffset\":\(number + 64),\"symbol\":\"\(json(frame.short))\""
        + ",\"imageIndex\":\(images.firstIndex(of: frame.image) ?? 0)\(place)}"
    }.joined(separator: ",\n   ")
    let message =
      crash.message.isEmpty
      ? "" : "\n \"asi\" : {\"libswiftCore.dylib\":[\"Fatal error: \(json(crash.message))\"]},"
    let subtype =
      crash.isAccess ? ",\"subtype\":\"KERN_INVALID_ADDRESS at 0x0000000000000008\"" : ""
    return """
      {"app_name":"sample","bug_type":"309"}
      {
       "exception" : {"type":"\(type)","signal":"\(signal)"\(subtype)},\(message)
       "faultingThread" : 0,
       "threads" : [{"triggered":true,"id":1,"frames":[
         \(frames)]}],
       "usedImages" : [\(images.map { "{\"name\":\"\(base($0))\",\"path\":\"\(path($0))\"}" }.joined(separator: ","))]
      }

      """
  }

  @Sendable static func swiftText(_ crash: WildCrash) -> String {
    let what =
      crash.isAccess
      ? "Bad pointer dereference at 0x0000000000000008"
      : crash.isAbort ? "Aborted at 0x00007f126" : "Illegal instruction at 0x00007f126"
    return head(crash) + "\n\u{1F4A3} Program crashed: \(what)\n\nThread 0 \"sample\" crashed:\n\n"
      + lines(crash) { number, frame in
        let place = frame.line > 0 ? " at \(frame.file):\(frame.line):9" : ""
        return
          "\(number) [ra] 0x000055b0ef\(hex(number)) \(frame.short) + 12 in \(base(frame.image))\(place)"
      }
  }

  @Sendable static func swiftPackage(_ crash: WildCrash) -> String {
    head(crash) + "Received signal \(crash.isAccess ? 11 : crash.isAbort ? 6 : 4). Backtrace:\n"
      + "0x55f9abdef472, Backtrace.(printBacktrace in _B82A)(signal: Swift.Int32) -> () at /src/.build/checkouts/swift-backtrace/Sources/Backtrace/Backtrace.swift:66\n"
      + lines(crash) { number, frame in
        let place = frame.line > 0 ? " at \(frame.file):\(frame.line)" : ""
        return "0x55f9ab\(hex(number)), \(frame.full)\(place)"
      }
  }

  @Sendable static func crashlytics(_ crash: WildCrash) -> String {
    let type = crash.isAccess ? "EXC_BAD_ACCESS" : crash.isAbort ? "EXC_CRASH" : "EXC_BREAKPOINT"
    return "# Crashlytics - Stack trace\n# Application: org.example.sample\n# Platform: apple\n\n"
      + (crash.message.isEmpty ? "" : "Fatal error: \(crash.message)\n")
      + "Crashed: com.apple.main-thread\n\(type) 0x0000000102e0c4b4\n"
      + lines(crash) { number, frame in
        let place = frame.line > 0 ? " (\(base(frame.file)):\(frame.line))" : ""
        return "\(number)  \(frame.image)   0x1a2b\(hex(number)) \(frame.short) + 12\(place)"
      } + "\n--\n\ncom.example.worker\n0  libsystem_kernel.dylib  0x1d44 __workq_kernreturn + 8\n"
  }

  @Sendable static func sentry(_ crash: WildCrash) -> String {
    let type =
      crash.isAccess ? "EXC_BAD_ACCESS" : crash.message.isEmpty ? "EXC_BREAKPOINT" : "Fatal error"
    let value =
      crash.isAccess
      ? "KERN_INVALID_ADDRESS at 0x8"
      : crash.message.isEmpty ? "SIGTRAP" : "Fatal error: " + crash.message
    let frames = crash.frames.reversed().map { frame in
      let place =
        frame.line > 0 ? ",\"filename\":\"\(base(frame.file))\",\"lineno\":\(frame.line)" : ""
      return "{\"function\":\"\(json(frame.short))\",\"package\":\"\(frame.image)\""
        + ",\"in_app\":\(frame.image == "sample")\(place)}"
    }.joined(separator: ",")
    return
      "{\"event_id\":\"1\",\"exception\":{\"values\":[{\"type\":\"\(type)\",\"value\":\"\(json(value))\","
      + "\"stacktrace\":{\"frames\":[\(frames)]}}]}}\n"
  }

  @Sendable static func runtimeStack(_ crash: WildCrash) -> String {
    let message = crash.message.isEmpty ? "unexpected" : crash.message
    return "Fatal error: \(message)\nCurrent stack trace:\n"
      + lines(crash) { number, frame in
        "\(number)    \(base(frame.image))                 0x00007fc9c0\(hex(number)) \(frame.short) + 12"
      } + "Illegal instruction (core dumped)\n"
  }

  // MARK: Parts

  private static func head(_ crash: WildCrash) -> String {
    crash.message.isEmpty ? "" : "Fatal error: \(crash.message)\n"
  }

  private static func lines(
    _ crash: WildCrash, _ line: (Int, WildCrash.Frame) -> String
  ) -> String {
    crash.frames.enumerated().map { line($0, $1) + "\n" }.joined()
  }

  private static func gdbName(_ frame: WildCrash.Frame) -> String { frame.full }

  private static func hex(_ number: Int) -> String {
    String(0xA000 + number * 16, radix: 16)
  }

  private static func base(_ path: String) -> String {
    String(path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...])
  }

  private static func path(_ image: String) -> String {
    image == "sample" ? "/Users/USER/sample" : "/usr/lib/\(base(image))"
  }

  private static func json(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }
}
