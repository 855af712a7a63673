import StableNumbers

/// Names a bucket of crashes for ever: 16 hexadecimal digits.
///
/// Made of the family of the kind and the innermost function of the project that is more than a messenger such as
/// `require` (for a stack overflow the functions of the cycle, for a timeout the outermost two, for a broken property the
/// target, the property and its place). Lines, paths,
/// addresses, messages and the optimizer's wrappings are left out, so that debug and release builds, moved lines and
/// other machines agree.
package struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  /// The 16 hexadecimal digits, in lower case.
  package let description: String

  /// Bumped when the rule changes, since old fingerprints then name other buckets.
  static let rule = "2"

  /// - Parameter target: The fuzz target, where known; it tells crashes apart of which no frame is ours.
  package init(_ crash: Crash, target: String = "") {
    var parts = [Self.rule, crash.kind.family]
    if let property = crash.propertyViolation {
      parts += [property.target, property.property, property.placeWithoutNumbers]
    } else if !crash.cycle.isEmpty {
      parts += crash.cycle
    } else if crash.kind == .timeout, !crash.frames.isEmpty {
      parts += crash.frames.suffix(2).map(\.function)
    } else if let frame = crash.core {
      parts.append(frame.function)
    } else {
      parts += ["", target, crash.kind.rawValue]
    }
    description = Self.hash(parts)
  }

  /// The name of a finding that is a part of a bucket.
  init(parts: [String]) { description = Self.hash([Self.rule] + parts) }

  /// Reads one as written in a folder name or on a command line; nil when it is none.
  package init?(_ text: String) {
    guard text.utf8.count == 16, text.utf8.allSatisfy({ ASCII.isHexDigit($0) && $0 > 0x2F }),
      text == text.lowercased()
    else { return nil }
    description = text
  }

  /// FNV-1a, 64 bits, over the parts with a separator that no part holds: stable, and short enough to type.
  static func hash(_ parts: [String]) -> String {
    var hash = FNV1a()
    for part in parts {
      for byte in part.utf8 where byte != 0 { hash.combine(UInt64(byte)) }
      hash.combine(0)
    }
    let digits = String(hash.value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
