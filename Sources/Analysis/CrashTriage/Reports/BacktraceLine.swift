/// One line of a stack as debuggers and crash reporters print it.
enum BacktraceLine {
  struct Numbered {
    var number: Int
    var frame: StackFrame
    var format: CrashReport.Format
  }

  /// Reads `line`, whose outer space is gone; nil when it is no frame.
  ///
  /// - Parameter inSwiftStack: Whether a line of the Swift backtracer may come, which begins with a
  ///   bare number.
  static func read(_ line: ArraySlice<UInt8>, inSwiftStack: Bool) -> Numbered? {
    guard let first = line.first else { return nil }
    if first == UInt8(ascii: "#") { return android(line) ?? hashed(line) }
    let rest = line.starts(with: "* ") ? line.dropFirst(2) : line
    if rest.starts(with: "frame #") { return lldb(rest.dropFirst(7)) }
    if line.last == UInt8(ascii: "]"), line.contains("[0x") { return glibc(line) }
    guard ASCII.isDigit(first) else { return nil }
    if line.starts(with: "0x") { return addressed(line) ?? windows(line) }
    return apple(line) ?? (inSwiftStack ? swift(line) : nil)
  }

  /// The number at the front and the rest.
  private static func number(_ line: ArraySlice<UInt8>) -> (Int, ArraySlice<UInt8>)? {
    let digits = line.prefix(while: ASCII.isDigit)
    guard !digits.isEmpty, digits.count < 7 else { return nil }
    return (ASCII.number(digits), line.dropFirst(digits.count))
  }

  private static func withoutAddress(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let rest = text.drop(while: ASCII.isSpace)
    guard rest.starts(with: "0x") else { return rest }
    return rest.dropFirst(2).drop(while: ASCII.isHexDigit).drop(while: ASCII.isSpace)
  }

  /// gdb's `#3  0x55 in FUNCTION (ARGUMENTS) at FILE:LINE` or `… from LIBRARY`, the core summary's
  /// `#3  0x55 FUNCTION (MODULE + 0x12)`, and LLVM's `#3 0x55 FUNCTION (IMAGE+0x12)`.
  private static func hashed(_ line: ArraySlice<UInt8>) -> Numbered? {
    guard let (number, after) = number(line.dropFirst()) else { return nil }
    // `#12 34.5 ` is a step of a build.
    let start = after.drop(while: ASCII.isSpace)
    if let digit = start.first, ASCII.isDigit(digit), !start.starts(with: "0x") { return nil }
    var rest = withoutAddress(after)
    if rest.starts(with: "in ") { rest = rest.dropFirst(3) }
    if let open = rest.lastIndex(of: UInt8(ascii: "(")),
      let plus = rest[open...].firstIndex(of: " + 0x"), rest.last == UInt8(ascii: ")")
    {
      let name = rest[..<open].trimmed().text
      let frame = StackFrame(
        function: name == "n/a" ? "" : name, image: rest[(open + 1)..<plus].text,
        offset: ASCII.hexadecimal(rest[(plus + 3)...]) ?? 0)
      return Numbered(number: number, frame: frame, format: .coreSummary)
    }
    if rest.last == UInt8(ascii: ")"), rest.contains("+0x"), let (_, frame) = StackLine.read(line) {
      return Numbered(number: number, frame: frame, format: .llvmStackDump)
    }
    var frame = StackFrame(function: "")
    var name = rest
    let arguments = GDBArguments.start(in: rest)
    if let open = arguments {
      name = rest[..<open]
      let tail = rest[open...]
      if let at = tail.lastIndex(of: ") at ") {
        place(tail[(at + 5)...], &frame)
        // A library in place of a source.
        if frame.line == 0, frame.file.contains(".so") || frame.file.hasSuffix(".dylib") {
          (frame.image, frame.file) = (frame.file, "")
        }
      } else if let from = tail.lastIndex(of: ") from ") {
        frame.image = tail[(from + 7)...].text
      }
    } else if rest.starts(with: "(") {
      name = []
      if let at = rest.lastIndex(of: ") at ") { frame.image = rest[(at + 5)...].text }
      if let from = rest.lastIndex(of: ") from ") { frame.image = rest[(from + 7)...].text }
    }
    if arguments == nil, let (_, placed) = StackLine.read(line),
      !placed.file.isEmpty
    {
      return Numbered(number: number, frame: placed, format: .llvmStackDump)
    }
    frame.function = ["??", "<signal handler called>"].contains(name.text) ? "" : name.text
    return Numbered(number: number, frame: frame, format: .gdb)
  }

  /// Android's `#03 pc 0006fd8c  /system/lib64/libc.so (abort+168) (BuildId: …)`.
  private static func android(_ line: ArraySlice<UInt8>) -> Numbered? {
    guard let (number, after) = number(line.dropFirst()) else { return nil }
    var rest = after.drop(while: ASCII.isSpace)
    guard rest.starts(with: "pc ") else { return nil }
    rest = rest.dropFirst(3)
    let offset = ASCII.hexadecimal(rest) ?? 0
    rest = rest.drop(while: { !ASCII.isSpace($0) }).drop(while: ASCII.isSpace)
    if let build = rest.lastIndex(of: " (BuildId: ") { rest = rest[..<build].trimmed() }
    var image = rest
    var frame = StackFrame(function: "", offset: offset)
    if rest.last == UInt8(ascii: ")"), let open = rest.firstIndex(of: " (") {
      image = rest[..<open]
      var name = rest[(open + 2)...].dropLast()
      if name.starts(with: "offset ") {
        name = name.firstIndex(of: " (").map { name[($0 + 2)...] } ?? []
      }
      return finished(number, image, name, frame)
    }
    frame.image = image.text
    return Numbered(number: number, frame: frame, format: .tombstone)
  }

  private static func finished(
    _ number: Int, _ image: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>, _ frame: StackFrame
  ) -> Numbered {
    var frame = frame
    // A library inside of an application's archive.
    let path = image.lastIndex(of: UInt8(ascii: "!")).map { image[($0 + 1)...] } ?? image
    frame.image = path.trimmed().text
    var function = name
    if let plus = name.lastIndex(of: UInt8(ascii: "+")), !name[(plus + 1)...].isEmpty,
      name[(plus + 1)...].allSatisfy(ASCII.isDigit)
    {
      function = name[..<plus]
    }
    frame.function = function.text
    return Numbered(number: number, frame: frame, format: .tombstone)
  }

  /// lldb's `3: 0x55 IMAGE` + "`" + `FUNCTION(name=value) at FILE:LINE:COLUMN [opt]`.
  private static func lldb(_ line: ArraySlice<UInt8>) -> Numbered? {
    guard let (number, after) = number(line), after.first == UInt8(ascii: ":") else { return nil }
    let rest = withoutAddress(after.dropFirst())
    var frame = StackFrame(function: "")
    var name = rest
    if let tick = rest.firstIndex(of: UInt8(ascii: "`")) {
      frame.image = rest[..<tick].text
      name = rest[(tick + 1)...]
    }
    for mark in [" [opt]", " [inlined]", " [artificial]"] {
      if let hit = name.firstIndex(of: mark) {
        name = name[..<hit] + name[(hit + mark.utf8.count)...]
      }
    }
    if let at = name.lastIndex(of: " at ") {
      place(name[(at + 4)...], &frame)
      name = name[..<at]
    }
    frame.function = withoutValues(withoutOffset(name)).text
    return Numbered(number: number, frame: frame, format: .lldb)
  }

  /// `3   IMAGE   0x55 FUNCTION + 12 (FILE:LINE)`: macOS crash reports, Crashlytics, Sentry, and
  /// what the Swift runtime prints itself.
  private static func apple(_ line: ArraySlice<UInt8>) -> Numbered? {
    guard let (number, after) = number(line), let first = after.first, ASCII.isSpace(first),
      let address = after.firstIndex(of: " 0x") ?? after.firstIndex(of: "\t0x")
    else { return nil }
    let image = after[..<address].trimmed()
    guard !image.isEmpty, image.first != UInt8(ascii: "["), !image.contains(" in ") else {
      return nil
    }
    var name = withoutAddress(after[address...]).trimmed()
    let inlined = " [inlined]"
    if name.suffix(inlined.utf8.count).elementsEqual(inlined.utf8) {
      name = name.dropLast(inlined.utf8.count).trimmed()
    }
    var frame = StackFrame(function: "", image: image.text)
    if name.last == UInt8(ascii: ")"), let open = name.lastIndex(of: " (") {
      let inner = name[(open + 2)...].dropLast()
      place(inner, &frame)
      if !StackLine.splitNumbers(inner).numbers.isEmpty {
        name = name[..<open]
        if frame.line == 0 { frame.file = "" }
      } else {
        frame.file = ""
      }
    }
    let (bare, offset) = splitOffset(name)
    // `0x1000 + 1234` is the start of the image and an offset: no function.
    if bare.starts(with: "0x") || bare.elementsEqual(image)
      || bare.elementsEqual("<unavailable>".utf8)
      || bare.elementsEqual("???".utf8)
    {
      frame.offset = UInt64(clamping: offset ?? 0)
      frame.function = bare.starts(with: "<") ? bare.text : ""
    } else {
      frame.function = bare.text
    }
    return Numbered(number: number, frame: frame, format: .appleCrash)
  }

  /// The Swift backtracer's `3 [inlined] 0x55 FUNCTION + 12 in IMAGE at FILE:LINE:COLUMN`.
  private static func swift(_ line: ArraySlice<UInt8>) -> Numbered? {
    guard let (number, after) = number(line), let first = after.first, ASCII.isSpace(first) else {
      return nil
    }
    var rest = after.drop(while: ASCII.isSpace)
    var frame = StackFrame(function: "")
    for _ in 0..<4 {
      if rest.first == UInt8(ascii: "["), let close = rest.firstIndex(of: "] ") {
        if rest.starts(with: "[system]") { frame.isSystem = true }
        rest = rest[(close + 2)...].drop(while: ASCII.isSpace)
      } else {
        rest = withoutAddress(rest)
      }
    }
    if let at = rest.lastIndex(of: " at ") {
      place(rest[(at + 4)...], &frame)
      rest = rest[..<at]
    }
    guard let within = rest.lastIndex(of: " in ") else { return nil }
    frame.image = rest[(within + 4)...].text
    let (name, offset) = splitOffset(rest[..<within])
    if name.isEmpty || name.elementsEqual("<unknown>".utf8) || name.starts(with: "0x") {
      frame.offset = UInt64(clamping: offset ?? 0)
    } else {
      frame.function = name.text
    }
    return Numbered(number: number, frame: frame, format: .swiftText)
  }

  /// The package swift-backtrace's `0x55, FUNCTION at FILE:LINE`, or an address alone.
  private static func addressed(_ line: ArraySlice<UInt8>) -> Numbered? {
    let digits = line.dropFirst(2).prefix(while: ASCII.isHexDigit)
    var rest = line.dropFirst(2 + digits.count)
    var frame = StackFrame(function: "")
    guard !digits.isEmpty, rest.isEmpty || rest.starts(with: ", ") else { return nil }
    rest = rest.dropFirst(2)
    if let at = rest.lastIndex(of: " at ") {
      place(rest[(at + 4)...], &frame)
      rest = rest[..<at]
    }
    frame.function = rest.text
    return Numbered(number: -1, frame: frame, format: .swiftBacktracePackage)
  }

  /// LLVM on Windows: `0x00007FF6 (0x0 0x0), NAME() + 0x12 bytes(s), C:\FILE, line 88 + 0x5
  /// byte(s)`.
  private static func windows(_ line: ArraySlice<UInt8>) -> Numbered? {
    guard line.contains(" byte"), let comma = line.firstIndex(of: "), ") else { return nil }
    let rest = line[(comma + 3)...]
    var frame = StackFrame(function: "")
    let name = rest.firstIndex(of: " + 0x").map { rest[..<$0] } ?? rest
    frame.function = name.text
    if let word = rest.firstIndex(of: ", line "),
      let start = rest[..<word].lastIndex(of: ", ")
    {
      frame.file = rest[(start + 2)..<word].text
      frame.line = ASCII.number(rest[(word + 7)...])
    }
    return Numbered(number: -1, frame: frame, format: .llvmStackDump)
  }

  /// Old glibc: `./program(function+0x1b)[0x400]` or `/lib/libc.so.6(+0x7d053)[0x7f]`.
  private static func glibc(_ line: ArraySlice<UInt8>) -> Numbered? {
    guard let open = line.firstIndex(of: "("), let close = line[open...].firstIndex(of: ")[0x")
    else {
      guard let bracket = line.firstIndex(of: "[0x"), bracket > line.startIndex,
        !line[..<bracket].contains(UInt8(ascii: " "))
      else { return nil }
      let image = line[..<bracket].text
      let frame = StackFrame(
        function: "", image: image, offset: ASCII.hexadecimal(line[(bracket + 1)...]) ?? 0)
      return Numbered(number: -1, frame: frame, format: .glibc)
    }
    let inner = line[(open + 1)..<close]
    let plus = inner.lastIndex(of: "+0x")
    let frame = StackFrame(
      function: inner[..<(plus ?? inner.endIndex)].text, image: line[..<open].text,
      offset: plus.flatMap { ASCII.hexadecimal(inner[($0 + 1)...]) } ?? 0)
    return Numbered(number: -1, frame: frame, format: .glibc)
  }

  /// Sets file and line of `frame` from `FILE:LINE:COLUMN`.
  static func place(_ text: ArraySlice<UInt8>, _ frame: inout StackFrame) {
    let (file, line) = StackLine.splitLine(text.trimmed())
    (frame.file, frame.line) = (file.text, line)
  }

  private static func withoutOffset(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    splitOffset(name).name
  }

  /// Splits ` + 12` off a name.
  private static func splitOffset(_ name: ArraySlice<UInt8>) -> (
    name: ArraySlice<UInt8>, offset: Int?
  ) {
    guard let plus = name.lastIndex(of: " + "), !name[(plus + 3)...].isEmpty,
      name[(plus + 3)...].trimmed().allSatisfy(ASCII.isDigit)
    else { return (name.trimmed(), nil) }
    return (name[..<plus].trimmed(), ASCII.number(name[(plus + 3)...].trimmed()))
  }

  /// `f(index=3, self=…)` is `f`: a debugger shows values where a name has labels.
  private static func withoutValues(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let open = name.firstIndex(of: UInt8(ascii: "(")),
      let stop = name[open...].firstIndex(where: { "=:,)<".utf8.contains($0) }),
      name[stop] == UInt8(ascii: "=")
    else { return name }
    return name[..<open].trimmed()
  }
}
