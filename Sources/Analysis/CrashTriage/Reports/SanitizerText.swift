/// Reads what libFuzzer, the sanitizers and the Swift runtime print.
struct SanitizerText: LineReading {
  let limits: CrashReport.Limits
  /// Set by the first line that names a crash.
  private var headline: (format: CrashReport.Format, kind: CrashKind, message: String)?
  private var trap: (kind: CrashKind, message: String)?
  private var property: PropertyViolationLine?
  private var access: CrashReport.Access?
  private var isNearNull = false
  private var frames: [StackFrame] = []
  private var stackEnded = false

  init(limits: CrashReport.Limits) { self.limits = limits }

  /// Only the first stack after the headline belongs to the crash; later ones tell who allocated or freed.
  var isComplete: Bool { headline != nil && stackEnded }

  mutating func take(_ line: ArraySlice<UInt8>) {
    if headline == nil {
      if property == nil, let line = PropertyViolationLine(line) { property = line }
      if trap == nil { trap = TrapMessage.read(line) }
      headline = Headline.read(line)
      if line.contains("(pc 0x") { readAddress(line) }
      return
    }
    if let (number, frame) = StackLine.read(line) {
      if number == 0, !frames.isEmpty { stackEnded = true }
      guard !stackEnded, frames.count < limits.frames else { return }
      frames.append(frame)
    } else if !frames.isEmpty {
      stackEnded = true
    } else {
      readAccess(line)
      if trap == nil { trap = TrapMessage.read(line) }
    }
  }

  private mutating func readAddress(_ line: ArraySlice<UInt8>) {
    guard let digits = line.after("address 0x")?.prefix(while: ASCII.isHexDigit) else { return }
    let significant = digits.drop { $0 == UInt8(ascii: "0") }
    isNearNull = significant.count <= 3
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
    guard let headline else {
      return trap.map { CrashReport(format: .swiftMessage, kind: $0.kind, message: $0.message) }
    }
    var kind = headline.kind
    var message = headline.message
    if kind.isVague, let named = trap ?? artificialFrame {
      (kind, message) = named
    }
    return CrashReport(
      format: headline.format, kind: kind, message: message, frames: frames,
      access: access, isNearNull: kind == .segmentationFault && isNearNull)
  }

  /// The compiler names the trap in an inlined frame of its own.
  private var artificialFrame: (kind: CrashKind, message: String)? {
    TrapMessage.artificial(in: frames)
  }
}
