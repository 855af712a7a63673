import StableNumbers

/// Permanent name of a bucket of crashes: 16 hexadecimal digits.
///
/// Made of the family of the kind and the innermost function that is no messenger such as
/// `require`; for a stack overflow the functions of the cycle, for a timeout the outermost two, for
/// a violated property the target, the property and its place; without a function the place.
/// Modules, lines, paths, addresses, messages and the optimizer's wrappings are left out, so that
/// formats, builds, moved lines and machines agree.
package struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  /// The 16 hexadecimal digits, in lower case.
  package let description: String

  /// Increased when the rule changes, since old fingerprints then name other buckets.
  static let rule = "3"

  /// - Parameter target: The fuzz target, where known; it tells crashes apart that have no
  ///   function.
  package init(_ crash: Crash, target: String = "") {
    description = Self.hash(Self.parts(crash, target: target))
  }

  /// What the fingerprint of `crash` is made of.
  static func parts(_ crash: Crash, target: String) -> [String] {
    var parts = [Self.rule, crash.kind.family]
    func name(_ frame: StackFrame) -> String {
      FunctionName.unqualified(frame.function, module: frame.module)
    }
    if let property = crash.propertyViolation {
      parts += [property.target, property.property, property.placeWithoutNumbers]
    } else if !crash.cycle.isEmpty {
      parts += crash.cycle.map { function in
        crash.frames.first { $0.function == function }.map(name) ?? function
      }.sorted()
    } else if crash.kind == .timeout, !crash.frames.isEmpty {
      parts += crash.frames.suffix(2).map(name)
    } else if let frame = crash.core {
      parts.append(name(frame))
    } else if let place = crash.place {
      parts += ["", place]
    } else {
      parts += ["", target, crash.kind.rawValue, crash.origin]
    }
    return parts
  }

  /// The name of a finding that is a part of a bucket.
  init(parts: [String]) { description = Self.hash([Self.rule] + parts) }

  /// Reads a fingerprint in a folder name or on a command line; nil for any other text.
  package init?(_ text: String) {
    guard text.utf8.count == 16, text.utf8.allSatisfy({ ASCII.isHexDigit($0) && $0 > 0x2F }),
      text == text.lowercased()
    else { return nil }
    description = text
  }

  /// FNV-1a of 64 bits over the parts with a separator that no part contains: stable, and short
  /// enough to type.
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
