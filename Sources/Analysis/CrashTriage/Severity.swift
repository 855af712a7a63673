/// Possible harm of a crash to a person who opens a hostile file, with the evidence.
package struct Severity: Equatable, Sendable {
  /// Levels; the raw value is part of reports.
  package enum Level: String, Sendable, Comparable, CaseIterable {
    case low, medium, high

    package static func < (left: Level, right: Level) -> Bool {
      let order = allCases
      return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
    }
  }

  package var level: Level
  /// The evidence in words.
  package var reason: String

  /// The level by the kind; an access of unknown direction counts as a read.
  package init(_ crash: Crash) {
    switch crash.kind {
    case .doubleFree, .badFree, .heapCorruption, .useAfterPoison, .negativeSize, .overlappingCopy:
      self.init(.high, "memory is released or sized wrongly: \(crash.kind.rawValue)")
    case .heapBufferOverflow, .stackBufferOverflow, .globalBufferOverflow, .containerOverflow,
      .dynamicStackBufferOverflow, .useAfterFree, .useAfterReturn, .useAfterScope,
      .otherMemoryError:
      self =
        crash.access == .write
        ? Severity(.high, "writes outside of its memory: \(crash.kind.rawValue)")
        : Severity(.medium, "reads outside of its memory: \(crash.kind.rawValue)")
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
    case .foreignPanic: self.init(.low, "another language stopped the process")
    case .leak: self.init(.low, "memory is lost with each input")
    default: self.init(.low, "the runtime stopped the process before harm: a denial of service")
    }
  }

  init(_ level: Level, _ reason: String) {
    self.level = level
    self.reason = reason
  }
}
