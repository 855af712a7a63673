/// What went wrong, as far as the report says.
///
/// Raw values are the words of AddressSanitizer where it has one, and appear in JSON and file names.
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
  // Ours.
  case propertyViolation = "property-broken"
}

extension CrashKind {
  /// The part of the kind that every build of one bug agrees on, for fingerprints: an optimized build may drop the
  /// message of a trap, and libFuzzer's own handler does not even name the signal.
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

  /// Whether the report left open what happened, so that a second report of the same crash may name it.
  var isVague: Bool {
    switch self {
    case .trap, .abort, .deadlySignal, .runtimeFailure, .otherMemoryError: true
    default: false
    }
  }

  /// The kind in words, as a title begins.
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
    case .propertyViolation: "Broken property"
    default: rawValue.prefix(1).uppercased() + rawValue.dropFirst().replacing("-", with: " ")
    }
  }
}
