/// Reads the stacks of debuggers, core summaries, crash reporters, kernels and the Swift
/// backtracer.
struct BacktraceText: LineReading {
  /// Thread of the frames that are being read.
  private enum Section { case unknown, crashed, other, exception }

  let limits: CrashReport.Limits
  private var headline: DebuggerHeadline.Found?
  private var trap: TrapMessage?
  private var property: PropertyViolationLine?
  private var fault = FaultAddress()
  private var section = Section.unknown
  private var inSwiftStack = false
  /// While the frames are those that the runtime prints before the report.
  private var inRuntimeStack = false
  private var runtimeFrames: [StackFrame] = []
  private var exceptionFrames: [StackFrame] = []
  private var format: CrashReport.Format?
  private var frames: [StackFrame] = []
  /// Highest number of a frame of the crashed thread, for stacks of which the middle is left out.
  private var depth = 0
  private var images = BinaryImages()
  /// A module and an offset in a line without a stack.
  private var site: StackFrame?
  private(set) var isComplete = false

  init(limits: CrashReport.Limits) { self.limits = limits }

  mutating func take(_ raw: ArraySlice<UInt8>) {
    let line = raw.trimmed()
    if let numbered = BacktraceLine.read(line, inSwiftStack: inSwiftStack) {
      add(numbered)
    } else if takePlace(line) || takeThread(line) {
      return
    } else {
      if property == nil, let line = PropertyViolationLine(line) { property = line }
      takeTrap(line)
      if images.take(line) { return }
      if let kernel = KernelLine.read(line) { site = site ?? kernel }
      if let module = WindowsEvent.read(line) { site = module.merged(with: site) }
      fault.read(line)
      takeHeadline(line)
    }
  }

  private mutating func takeTrap(_ line: ArraySlice<UInt8>) {
    var line = line
    // `Abort message: '…'` of Android, `libswiftCore.dylib: …` of Apple.
    if line.starts(with: "Abort message: '") { line = line.dropFirst(16).dropLast() }
    for opening in ["Message: ", "libswiftCore.dylib: ", "libsystem_malloc.dylib: "]
    where line.starts(with: opening) {
      line = line.dropFirst(opening.utf8.count)
    }
    guard let read = TrapMessage.read(line) ?? TrapMessage.starred(line) else { return }
    if trap == nil || trap?.kind == .abort && read.kind != .abort { trap = read }
  }

  private mutating func add(_ numbered: BacktraceLine.Numbered) {
    if inRuntimeStack, numbered.format == .appleCrash {
      if runtimeFrames.count < limits.frames { runtimeFrames.append(numbered.frame) }
      return
    }
    inRuntimeStack = false
    if section == .exception {
      if exceptionFrames.count < limits.frames { exceptionFrames.append(numbered.frame) }
      return
    }
    guard section != .other else { return }
    // A second stack without a line about its thread belongs to another thread.
    if numbered.number == 0, frames.count > 1 { section = .other }
    guard section != .other, frames.count < limits.frames else { return }
    format = format ?? numbered.format
    depth = max(depth, numbered.number + 1)
    frames.append(numbered.frame)
  }

  /// gdb breaks long lines before ` at FILE:LINE`.
  private mutating func takePlace(_ line: ArraySlice<UInt8>) -> Bool {
    guard format == .gdb, section != .other, let last = frames.indices.last,
      frames[last].file.isEmpty, line.starts(with: "at ")
    else { return false }
    BacktraceLine.place(line.dropFirst(3), &frames[last])
    return true
  }

  /// A line about the thread of the stack that follows.
  private mutating func takeThread(_ line: ArraySlice<UInt8>) -> Bool {
    let isCrashed: Bool
    if line.starts(with: "Current stack trace:") {
      inRuntimeStack = true
      return true
    } else if line.starts(with: "Last Exception Backtrace") {
      section = .exception
      return true
    } else if line.starts(with: "Thread ") {
      // `Thread 3 Crashed:` of macOS, `Thread 0 "name" crashed:` of Swift, `Thread 1 (LWP 7):` of
      // gdb.
      let tail = line.dropFirst(7).drop(while: ASCII.isDigit)
      if line.contains("received signal ") {
        return false
      } else if line.contains("rashed:") {
        isCrashed = true
        inSwiftStack = line.contains("crashed:")
      } else if tail.starts(with: " (") {
        isCrashed = line.starts(with: "Thread 1 (")
      } else if tail.first == UInt8(ascii: ":") || tail.starts(with: "::")
        || inSwiftStack && line.last == UInt8(ascii: ":")
      {
        isCrashed = false
      } else {
        return false
      }
    } else if line.starts(with: "* thread #") {
      takeHeadline(line)
      fault.read(line)
      isCrashed = true
    } else if line.starts(with: "Crashed: ") || line.starts(with: "backtrace:") {
      takeHeadline(line)
      isCrashed = true
    } else if line.starts(with: "thread #"), line.contains("stop reason = ") {
      takeHeadline(line)
      fault.read(line)
      isCrashed = true
    } else if line.starts(with: "thread #") || line.starts(with: "Stack trace of thread ") {
      isCrashed = frames.isEmpty && section == .unknown && line.first == UInt8(ascii: "S")
    } else {
      return false
    }
    if isCrashed {
      if section == .crashed, !frames.isEmpty { return true }
      (section, frames, depth) = (.crashed, [], 0)
    } else {
      if section == .unknown, frames.isEmpty { section = .other }
      if !frames.isEmpty { section = .other }
    }
    return true
  }

  private mutating func takeHeadline(_ line: ArraySlice<UInt8>) {
    guard let found = DebuggerHeadline.read(line) else { return }
    guard let known = headline, known.isWeak else {
      headline = headline ?? found
      return
    }
    // A name of the signal says more than the number that a handler printed, and than the words of
    // LLVM's handler, which name none.
    let isHandler = known.format == .llvmStackDump
    if !found.isWeak || isHandler && known.kind == .deadlySignal {
      headline = found
      if isHandler { headline?.format = known.format }
    }
  }

  /// Nil when nothing names a crash: a stack alone may be of any stop.
  var report: CrashReport? {
    var frames = self.frames.isEmpty ? runtimeFrames : self.frames
    if let property {
      return CrashReport(
        format: format ?? .propertyViolation, kind: .propertyViolation,
        message: "\(property.property) broken at \(property.place)", frames: frames,
        propertyViolation: property)
    }
    guard headline != nil || trap != nil else { return nil }
    if !exceptionFrames.isEmpty { frames = exceptionFrames }
    images.markSystem(&frames)
    if Backtracer.owns(frames) { return Backtracer.report(trap) }
    if frames.isEmpty, let site { frames = [site] }
    var (kind, message) = (headline?.kind ?? .trap, headline?.message ?? "")
    if headline == nil || kind.isVague || kind == .divisionByZero && trap != nil,
      let named = trap ?? TrapMessage.artificial(in: frames)
    {
      (kind, message) = (named.kind, named.message)
    }
    if kind == .segmentationFault, fault.isStackOverflow, fault.isStackGuard || isDeep(frames) {
      (kind, message) = (.stackOverflow, "stack overflow")
    }
    var report = CrashReport(
      format: headline?.format ?? format.map { $0 == .appleCrash ? .swiftMessage : $0 }
        ?? .swiftMessage,
      kind: kind, message: message, frames: frames,
      isNearNull: kind == .segmentationFault && fault.isNearNull)
    report.place = trap?.place
    report.depth = depth
    if let trap, report.frames.isEmpty, !trap.function.isEmpty {
      report.frames = [
        StackFrame(
          function: trap.function, file: trap.place?.file ?? "", line: trap.place?.line ?? 0)
      ]
    }
    return report
  }

  /// A guard page is hit after many calls only; a kernel line has no stack to count.
  private func isDeep(_ frames: [StackFrame]) -> Bool {
    depth >= 8 || frames.count >= 8 || self.frames.isEmpty
  }
}
