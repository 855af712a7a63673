/// Reads reports of libFuzzer and the sanitizers, and messages of Swift's runtime.
struct SanitizerText: LineReading {
  let limits: CrashReport.Limits
  /// Set by the first line that names a crash.
  private var headline: Headline.Found?
  private var trap: TrapMessage?
  private var property: PropertyViolationLine?
  private var access: CrashReport.Access?
  private var fault = FaultAddress()
  private var frames: [StackFrame] = []
  private var stackEnded = false

  init(limits: CrashReport.Limits) { self.limits = limits }

  /// Only the first stack after the headline belongs to the crash; later ones are of the allocation
  /// and the release.
  var isComplete: Bool { headline != nil && stackEnded }

  mutating func take(_ line: ArraySlice<UInt8>) {
    if headline == nil {
      if property == nil, let line = PropertyViolationLine(line) { property = line }
      if trap == nil { trap = TrapMessage.read(line) }
      headline = Headline.read(line)
      if headline != nil { fault.read(line) }
      return
    }
    if let (number, frame) = StackLine.read(line) {
      if number == 0, !frames.isEmpty { stackEnded = true }
      guard !stackEnded, frames.count < limits.frames else { return }
      frames.append(frame)
      return
    }
    // A later headline is vague beside undefined behavior, and brings the stack.
    if frames.isEmpty, headline?.kind == .undefinedBehavior, let later = Headline.read(line),
      later.kind.isVague
    {
      return
    }
    fault.read(line)
    if !frames.isEmpty {
      // Lines of other processes may stand among the frames; an empty line ends the stack.
      if line.allSatisfy(ASCII.isSpace) { stackEnded = true }
    } else {
      readAccess(line)
      if trap == nil { trap = TrapMessage.read(line) }
    }
  }

  private mutating func readAccess(_ line: ArraySlice<UInt8>) {
    guard access == nil else { return }
    if line.starts(with: "READ of size") || line.contains("caused by a READ memory access") {
      access = .read
    } else if line.starts(with: "WRITE of size") || line.contains("caused by a WRITE memory access")
    {
      access = .write
    }
  }

  var report: CrashReport? {
    if let property {
      return CrashReport(
        format: headline?.format ?? .propertyViolation, kind: .propertyViolation,
        message: "\(property.property) broken at \(property.place)", frames: frames,
        propertyViolation: property)
    }
    guard let headline else { return trap.map(Self.report(of:)) }
    if headline.format == .addressSanitizer, Backtracer.owns(frames) {
      return Backtracer.report(trap)
    }
    var kind = headline.kind
    var message = headline.message
    if kind.isVague, let named = trap ?? TrapMessage.artificial(in: frames) {
      (kind, message) = (named.kind, named.message)
    }
    if kind == .segmentationFault, fault.isStackOverflow, frames.count >= 8 {
      kind = .stackOverflow
    }
    var report = CrashReport(
      format: headline.format, kind: kind, message: message, frames: frames,
      access: access, isNearNull: kind == .segmentationFault && fault.isNearNull)
    report.place = headline.place ?? trap?.place
    return report
  }

  /// A message alone.
  private static func report(of trap: TrapMessage) -> CrashReport {
    var report = CrashReport(
      format: trap.function.isEmpty ? .swiftMessage : .assertion, kind: trap.kind,
      message: trap.message)
    report.place = trap.place
    if !trap.function.isEmpty {
      report.frames = [
        StackFrame(
          function: trap.function, file: trap.place?.file ?? "", line: trap.place?.line ?? 0)
      ]
    }
    return report
  }
}
