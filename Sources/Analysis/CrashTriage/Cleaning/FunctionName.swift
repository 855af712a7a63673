/// The name of a function as in the source, extracted from the compiler's name.
///
/// `generic specialization <Swift.Int> of closure #1 (A) -> B in M.T.(f in _0123)(at: A) -> B` is
/// `M.T.f(at:)`. Closures, thunks, specializations, partial applies, merged functions, async pieces
/// and private discriminators all map to the function that contains them: one bug is one bug
/// however its function was compiled.
package enum FunctionName {
  /// Maximum bytes of a name that are read.
  static let maximumLength = 8192

  /// Wrappers with the word between them and the wrapped name, outermost first.
  private static let wrappers: [(opening: String, separator: String)] = [
    ("generic specialization ", " of "),
    ("generic not re-abstracted specialization ", " of "),
    ("generic partial specialization ", " of "),
    ("generic pre-specialization ", " of "),
    ("function signature specialization ", " of "),
    ("inlined generic function ", " of "),
    ("partial apply forwarder for ", ""),
    ("partial apply ", "for "),
    ("dispatch thunk of ", ""),
    ("curry thunk of ", ""),
    ("async function pointer to ", ""),
    ("specialized ", ""),
    ("override witness of ", ""),
    ("@concurrent ", ""),
    ("back deployment thunk for ", ""),
    ("back deployment fallback for ", ""),
    ("merged ", ""),
    ("static ", ""),
    ("@objc ", ""),
    ("@nonobjc ", ""),
    ("variable initialization expression of ", ""),
    ("default argument ", " of "),
    ("(1) suspend resume partial function for ", ""),
    ("(1) await resume partial function for ", ""),
    ("suspend resume partial function for ", ""),
    ("await resume partial function for ", ""),
  ]

  /// Openings of a function inside a function: `closure #1 (A) -> B in OUTER`.
  private static let nested = ["closure #", "implicit closure #", "defer #", "autoclosure #"]

  /// The name in `demangled`; C++ and C names lose their arguments. O(length × wrappers).
  package static func peel(_ demangled: String) -> String { read(demangled).name }

  /// The name, and the module that it begins with; an empty module when the form of the name leaves
  /// modules out.
  static func read(_ demangled: String) -> (name: String, module: String) {
    var rest = Array(demangled.utf8.prefix(maximumLength))[...]
    var locals = ""
    for _ in 0..<32 {
      if let made = FrameRules.compilerMade.first(where: { rest.starts(with: $0) }) {
        return (made, "")
      }
      if rest.starts(with: "protocol witness for ") {
        rest = witness(rest.dropFirst("protocol witness for ".utf8.count))
      } else if let inner = unwrapped(rest) {
        rest = inner
      } else if let (name, outer) = SwiftSignature.local(rest) {
        locals = "." + name.text + locals
        rest = outer
      } else {
        break
      }
    }
    if let foreign = ForeignName.peel(rest) { return (foreign + locals, "") }
    let name = SwiftSignature.name(of: rest) + locals
    return (name, SwiftSignature.isTyped(rest) ? FrameRules.module(of: name) : "")
  }

  /// `name` without `module`, as formats without modules print it.
  static func unqualified(_ name: String, module: String) -> String {
    guard !module.isEmpty, name.hasPrefix(module) else { return name }
    var rest = name.dropFirst(module.count)
    if rest.first == ":" {
      // An extension of another module's type: `M:Swift.Array.f()`.
      rest = rest.dropFirst().drop { $0 != "." }
    }
    guard rest.first == ".", rest.count > 1 else { return name }
    return String(rest.dropFirst())
  }

  /// `M.P.f(x: A) -> B in conformance M.T : M.P in M` is what `M.T` does for `f`; without the
  /// conformance, `M.P.f`.
  private static func witness(_ body: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let conformance = SwiftSignature.after(" in conformance ", in: body) else { return body }
    let requirement = body[..<(conformance.startIndex - " in conformance ".utf8.count)]
    let type = conformance.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "<") }
    guard let end = SwiftSignature.after(" : ", in: conformance) else { return requirement }
    let name = end.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "<") }
    guard requirement.starts(with: name), !type.isEmpty else { return requirement }
    return (Array(type) + requirement.dropFirst(name.count))[...]
  }

  private static func unwrapped(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    for (opening, separator) in wrappers where name.starts(with: opening) {
      let body = name.dropFirst(opening.utf8.count)
      if separator.isEmpty { return body }
      return SwiftSignature.after(separator, in: body) ?? body
    }
    for opening in nested where name.starts(with: opening) {
      return SwiftSignature.after(" in ", in: name)
    }
    return nil
  }
}
