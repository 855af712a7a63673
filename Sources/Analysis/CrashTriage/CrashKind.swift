/// Kind of a crash.
///
/// Raw values are AddressSanitizer's words where it has one; they appear in JSON and file names.
package enum CrashKind: String, Sendable, CaseIterable {
  // Swift traps.
  case indexOutOfRange = "index-out-of-range"
  case arithmeticOverflow = "arithmetic-overflow"
  case divisionByZero = "division-by-zero"
  case unwrappedNil = "unwrapped-nil"
  case preconditionFailed = "precondition-failed"
  case assertionFailed = "assertion-failed"
  case fatalError = "fatal-error"
  case castFailed = "cast-failed"
  case exclusivityViolation = "exclusivity-violation"
  case unownedReference = "unowned-reference"
  /// A Swift runtime failure whose message is none of the above.
  case runtimeFailure = "runtime-failure"
  /// SIGILL or SIGTRAP without a message.
  case trap
  /// SIGABRT without a message.
  case abort
  /// A signal that the report does not name.
  case deadlySignal = "deadly-signal"
  // Memory errors.
  case heapBufferOverflow = "heap-buffer-overflow"
  case stackBufferOverflow = "stack-buffer-overflow"
  case globalBufferOverflow = "global-buffer-overflow"
  case containerOverflow = "container-overflow"
  case dynamicStackBufferOverflow = "dynamic-stack-buffer-overflow"
  case useAfterFree = "heap-use-after-free"
  case useAfterReturn = "stack-use-after-return"
  case useAfterScope = "stack-use-after-scope"
  case useAfterPoison = "use-after-poison"
  case doubleFree = "double-free"
  case badFree = "bad-free"
  case negativeSize = "negative-size-param"
  case overlappingCopy = "memcpy-param-overlap"
  case segmentationFault = "segv"
  /// The allocator found its own records damaged.
  case heapCorruption = "heap-corruption"
  case otherMemoryError = "memory-error"
  // Resources.
  case stackOverflow = "stack-overflow"
  case timeout
  case outOfMemory = "out-of-memory"
  case allocationTooBig = "allocation-size-too-big"
  case leak
  case undefinedBehavior = "undefined-behavior"
  case dataRace = "data-race"
  case uninitializedValue = "uninitialized-value"
  /// A panic of another language, whose frames are not read.
  case foreignPanic = "foreign-panic"
  // Of this project's targets.
  case propertyViolation = "property-broken"
}

extension CrashKind {
  /// The part of the kind on which every build of one bug agrees, for fingerprints: an optimized
  /// build may drop the message of a trap, and libFuzzer's own handler does not name the signal.
  var family: String {
    switch self {
    case .indexOutOfRange, .arithmeticOverflow, .divisionByZero, .unwrappedNil,
      .preconditionFailed, .assertionFailed, .fatalError, .castFailed, .exclusivityViolation,
      .unownedReference, .runtimeFailure, .trap, .abort, .deadlySignal:
      "trap"
    case .outOfMemory, .allocationTooBig: "out-of-memory"
    default: rawValue
    }
  }

  /// Whether a second report of the same crash may be more exact.
  var isVague: Bool {
    switch self {
    case .trap, .abort, .deadlySignal, .runtimeFailure, .otherMemoryError: true
    default: false
    }
  }

  /// The kind in words, the start of a title.
  package var title: String {
    switch self {
    case .indexOutOfRange: "Index out of range"
    case .arithmeticOverflow: "Arithmetic overflow"
    case .divisionByZero: "Division by zero"
    case .unwrappedNil: "Unwrapped nil"
    case .preconditionFailed: "Precondition failed"
    case .assertionFailed: "Assertion failed"
    case .fatalError: "Fatal error"
    case .castFailed: "Failed cast"
    case .exclusivityViolation: "Overlapping access"
    case .unownedReference: "Dangling unowned reference"
    case .runtimeFailure: "Swift runtime failure"
    case .trap: "Trap"
    case .abort: "Abort"
    case .deadlySignal: "Deadly signal"
    case .useAfterFree: "Use after free"
    case .segmentationFault: "Segmentation fault"
    case .otherMemoryError: "Memory error"
    case .stackOverflow: "Stack overflow"
    case .timeout: "Timeout"
    case .outOfMemory: "Out of memory"
    case .foreignPanic: "Panic of another language"
    case .propertyViolation: "Violated property"
    default: rawValue.prefix(1).uppercased() + rawValue.dropFirst().replacing("-", with: " ")
    }
  }
}
