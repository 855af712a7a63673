/// Reads demangled Swift declarations: names, labels, brackets.
enum SwiftSignature {
  /// The rest after the first `separator` outside of all brackets; nil without one.
  static func after(_ separator: String, in text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var depth = 0
    var index = text.startIndex
    while index < text.endIndex {
      if depth == 0, text[index...].starts(with: separator) {
        return text[(index + separator.utf8.count)...]
      }
      depth += step(text, index)
      index += 1
    }
    return nil
  }

  /// +1 for an opening bracket, -1 for a closing one; `->` is no bracket.
  private static func step(_ text: ArraySlice<UInt8>, _ index: Int) -> Int {
    switch text[index] {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "<"): 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"): -1
    case UInt8(ascii: ">"): index > text.startIndex && text[index - 1] == UInt8(ascii: "-") ? 0 : -1
    default: 0
    }
  }

  /// `Module.Type.name(label:_:)` of a declaration such as
  /// `(extension in M):S.T< where A: B>.(name in _HEX)(label: C, D) throws -> E`.
  static func name(of declaration: ArraySlice<UInt8>) -> String {
    var rest = declaration
    var out: [UInt8] = []
    if rest.starts(with: "(extension in "), let close = rest.firstIndex(of: UInt8(ascii: ")")) {
      let module = rest[..<close].dropFirst("(extension in ".utf8.count)
      rest = rest[(close + 1)...]
      if rest.first == UInt8(ascii: ":") { rest.removeFirst() }
      // An extension belongs to the module that declares it, not to the one of the type.
      if !rest.starts(with: module.text + ".") { out += Array(module) + [UInt8(ascii: ":")] }
    }
    if let operatorName = operatorName(rest) { return text(out + operatorName) }
    while let byte = rest.first {
      switch byte {
      case UInt8(ascii: "("):
        if out.last == UInt8(ascii: "."), let inner = privateName(rest) {
          out += Array(inner)
          rest = skipBrackets(rest)
          continue
        }
        let list = rest[..<skipBrackets(rest).startIndex]
        if isLabelList(list) { return text(out + list) }
        return text(out + (isSwift(declaration) ? labels(list) : []))
      case UInt8(ascii: "<"):
        rest = skipBrackets(rest)
      case UInt8(ascii: " "):
        if let at = out.lastIndex(of: UInt8(ascii: "@")),
          rest.dropFirst().first == UInt8(ascii: "(")
        {
          // `M.f@Sendable (A) -> B`: how a function may be called is no part of its name.
          out.removeSubrange(at...)
          rest.removeFirst()
          continue
        }
        // ` : Type` after a getter, ` -> Type` after a function.
        return text(accessorless(out))
      default:
        out.append(byte)
        rest.removeFirst()
      }
    }
    return text(accessorless(out))
  }

  /// Whether `declaration` names types: the full form of the demangler, which begins with a module.
  static func isTyped(_ declaration: ArraySlice<UInt8>) -> Bool {
    if declaration.starts(with: "(extension in ") { return true }
    guard let open = declaration.firstIndex(of: UInt8(ascii: "(")) else {
      return declaration.contains(" : ") || declaration.contains(" -> ")
    }
    let list = declaration[open..<skipBrackets(declaration[open...]).startIndex]
    if !isLabelList(list), !list.elementsEqual("()".utf8) { return true }
    return declaration.contains(" -> ") || declaration.contains(" : ")
  }

  /// Whether `list` holds labels without types: `(from:limit:)`.
  private static func isLabelList(_ list: ArraySlice<UInt8>) -> Bool {
    list.count > 3 && list.last == UInt8(ascii: ")") && list.dropLast().last == UInt8(ascii: ":")
      && !list.contains(UInt8(ascii: " ")) && !list.contains(UInt8(ascii: ","))
  }

  /// The name and the outer declaration of a local function: `NAME #1 (…) -> … in OUTER`.
  static func local(
    _ declaration: ArraySlice<UInt8>
  ) -> (name: ArraySlice<UInt8>, outer: ArraySlice<UInt8>)? {
    let name = declaration.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "(") }
    let rest = declaration.dropFirst(name.count)
    guard rest.starts(with: " #"), let outer = after(" in ", in: rest) else { return nil }
    return (name, outer)
  }

  /// Swift separates names with dots, C++ with `::`.
  private static func isSwift(_ declaration: ArraySlice<UInt8>) -> Bool {
    let name = declaration.prefix { $0 != UInt8(ascii: "(") }
    return declaration.first == UInt8(ascii: "(")
      || (name.contains(UInt8(ascii: ".")) && !name.contains("::"))
  }

  /// `name` of `(name in _HEX)`.
  private static func privateName(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let body = rest.dropFirst()
    guard let end = body.firstIndex(of: " in "), !body[..<end].contains(UInt8(ascii: ")")) else {
      return nil
    }
    return body[..<end]
  }

  private static func skipBrackets(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var depth = 0
    var index = rest.startIndex
    while index < rest.endIndex {
      depth += step(rest, index)
      index += 1
      if depth <= 0 { break }
    }
    return rest[index...]
  }

  /// `(_:at:)` of `(Swift.Int, at: Swift.Int)`.
  private static func labels(_ list: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = [UInt8(ascii: "(")]
    var depth = 0
    var argument: [UInt8] = []
    var label: [UInt8]?
    func take() {
      guard label != nil || !argument.isEmpty else { return }
      out += (label ?? [UInt8(ascii: "_")]) + [UInt8(ascii: ":")]
    }
    for index in list.indices.dropFirst() {
      let byte = list[index]
      depth += step(list, index)
      if depth < 0 { break }
      if depth == 0, byte == UInt8(ascii: ",") {
        take()
        (argument, label) = ([], nil)
      } else if depth == 0, byte == UInt8(ascii: ":"), label == nil {
        label = argument
      } else if byte != UInt8(ascii: " ") || !argument.isEmpty {
        argument.append(byte)
      }
    }
    take()
    return out + [UInt8(ascii: ")")]
  }

  /// `M.T.<` of `M.T.< infix(A, B) -> C`: an operator may look like a bracket.
  private static func operatorName(_ rest: ArraySlice<UInt8>) -> [UInt8]? {
    for fixity in [" infix(", " prefix(", " postfix("] {
      if let end = rest.firstIndex(of: fixity), !rest[..<end].contains(UInt8(ascii: " ")) {
        return Array(rest[..<end])
      }
    }
    return nil
  }

  private static let accessors = [
    ".getter", ".setter", ".modify", ".read", ".modify2", ".read2", ".unsafeAddressor",
    ".unsafeMutableAddressor", ".willset", ".didset",
  ]

  /// A property is one place, whichever accessor the optimizer chose.
  private static func accessorless(_ name: [UInt8]) -> [UInt8] {
    for accessor in accessors where name[...].reversed().starts(with: accessor.utf8.reversed()) {
      return Array(name.dropLast(accessor.utf8.count))
    }
    return name
  }

  private static func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).replacing("__allocating_init", with: "init")
  }
}
