extension CrashKind {
  /// Meaning of the kind and how to fix such a bug, for people who see only this text.
  package var help: String {
    switch self {
    case .indexOutOfRange:
      "An index that the input decides was not checked against the bounds of a collection. "
        + "Check it before it is used and throw a typed error."
    case .arithmeticOverflow:
      "A number that the input decides left the range of its type. "
        + "Use the reporting or the wrapping operators, or check the operands."
    case .divisionByZero:
      "A divisor that the input decides was zero. Check it and throw a typed error."
    case .unwrappedNil:
      "An optional was unwrapped that the input can make nil. Unwrap it with guard and throw a typed error."
    case .preconditionFailed, .assertionFailed, .fatalError:
      "The program stopped itself on something that the input can bring about. "
        + "A precondition is for programmers; input errors throw."
    case .castFailed:
      "A forced cast met a value of another type. Cast with as? and throw a typed error."
    case .exclusivityViolation:
      "A value was read or changed while it was being changed. Copy it first, or shorten the access."
    case .unownedReference:
      "An object was used after its end. Hold it strongly, or make the reference weak."
    case .runtimeFailure, .trap, .abort, .deadlySignal:
      "The process was stopped by a trap or a signal. A debug build of the same input tells more."
    case .stackOverflow:
      "Calls nest as deeply as the input says. Keep the open elements on a list instead of the call stack, with a limit."
    case .timeout:
      "The time is not in proportion to the size of the input. Look for work that is repeated for each item."
    case .outOfMemory, .allocationTooBig:
      "Memory is taken on the input's word. Reserve at most what the remaining bytes can hold."
    case .leak:
      "Memory is lost with each input. Look for a cycle of strong references or an allocation without its end."
    case .propertyViolation: "A result that must hold for every input did not hold for this one."
    case .dataRace: "Two threads use the same memory without an order between them."
    case .undefinedBehavior, .uninitializedValue:
      "The language does not say what this does, so that the optimizer may do anything."
    default:
      "Memory outside of what belongs to the access was read or written. Find the missing bound; in Swift look at the "
        + "raw pointers near the frame."
    }
  }
}
