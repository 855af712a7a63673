/// How bad a crash may be for somebody who opens a hostile file, with the evidence.
package struct Severity: Equatable, Sendable {
  /// How bad a crash may be; the raw value stands in reports.
  package enum Level: String, Sendable, Comparable, CaseIterable {
    case low, medium, high

    /// Orders by weight: low, medium, high.
    package static func < (left: Level, right: Level) -> Bool {
      let order = allCases
      return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
    }
  }

  /// What the table says of the crash.
  package var level: Level
  /// Why, in words that name what the report showed.
  package var reason: String

  /// The table. Only what the report says counts; what it leaves open counts as read.
  package init(_ crash: Crash) {
    switch crash.kind {
    case .doubleFree, .badFree, .useAfterPoison, .negativeSize, .overlappingCopy:
      self.init(.high, "memory is managed wrongly: \(crash.kind.rawValue)")
    case .heapBufferOverflow, .stackBufferOverflow, .globalBufferOverflow, .containerOverflow,
      .dynamicStackBufferOverflow, .useAfterFree, .useAfterReturn, .useAfterScope,
      .otherMemoryError:
      self =
        crash.access == .write
        ? Severity(.high, "writes memory that is not its own: \(crash.kind.rawValue)")
        : Severity(.medium, "reads memory that is not its own: \(crash.kind.rawValue)")
    case .segmentationFault:
      self =
        crash.isNearNull
        ? Severity(.low, "the faulting address lies in the first page")
        : crash.access == .write
          ? Severity(.high, "writes to an address that is not mapped")
          : Severity(.medium, "reads from an address that is not mapped")
    case .dataRace: self.init(.medium, "two threads use memory at once, effect not known")
    case .uninitializedValue:
      self.init(.medium, "reads memory that nothing was written to")
    case .undefinedBehavior: self.init(.medium, "undefined behaviour, effect not known")
    case .stackOverflow: self.init(.medium, "the input decides how deep calls nest")
    case .timeout: self.init(.medium, "the input decides how long the reader is busy")
    case .outOfMemory, .allocationTooBig:
      self.init(.medium, "the input decides how much memory is taken")
    case .propertyViolation: self.init(.medium, "the result is wrong though nothing crashed")
    case .leak: self.init(.low, "memory is lost with each input")
    default: self.init(.low, "the runtime stopped the process before harm: a denial of service")
    }
  }

  init(_ level: Level, _ reason: String) {
    self.level = level
    self.reason = reason
  }
}
