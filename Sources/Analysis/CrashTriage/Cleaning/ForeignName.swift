/// Names of C, C++ and Objective-C functions, made equal in every format.
enum ForeignName {
  /// A method of Objective-C with its brackets, or a C++ name without its types; nil for any other
  /// name.
  static func peel(_ name: ArraySlice<UInt8>) -> String? {
    if let method = objectiveC(name) { return method }
    if name.starts(with: "_ZN") || name.starts(with: "__ZN") { return itanium(name) }
    guard name.contains("::") || name.contains("operator") || isTyped(name) else { return nil }
    return cPlusPlus(name)
  }

  /// The function of a signature such as `int read_vol(struct vol *)`.
  static func function(ofSignature signature: String) -> String {
    cPlusPlus(Array(signature.utf8)[...])
  }

  /// `-[NSApplication run]`, also for a block of it: `__25-[NSApplication run]_block_invoke`.
  private static func objectiveC(_ name: ArraySlice<UInt8>) -> String? {
    guard let open = name.firstIndex(of: UInt8(ascii: "[")), open > name.startIndex,
      name[open - 1] == UInt8(ascii: "-") || name[open - 1] == UInt8(ascii: "+"),
      let close = name[open...].firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    let before = name[..<(open - 1)]
    guard before.allSatisfy({ $0 == UInt8(ascii: "_") || ASCII.isDigit($0) }) else { return nil }
    return name[(open - 1)...close].text
  }

  /// Whether a name without `::` has the types of C++: `f(int, char*)`.
  private static func isTyped(_ name: ArraySlice<UInt8>) -> Bool {
    guard let open = name.firstIndex(of: UInt8(ascii: "(")), open > name.startIndex else {
      return false
    }
    let list = name[(open + 1)...].prefix { $0 != UInt8(ascii: ")") }
    return !list.contains(UInt8(ascii: ":")) && !name[..<open].contains(UInt8(ascii: "."))
      && (list.contains(UInt8(ascii: " ")) || list.contains(UInt8(ascii: "*")))
  }

  /// The path of a demangled C++ name: without the result, the arguments, template arguments and
  /// what a compiler appends.
  private static func cPlusPlus(_ name: ArraySlice<UInt8>) -> String {
    var text = name
    for opening in ["virtual thunk to ", "non-virtual thunk to "] where text.starts(with: opening) {
      text = text.dropFirst(opening.utf8.count)
    }
    var out: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      let rest = text[index...]
      if rest.starts(with: "(anonymous namespace)") {
        out += "{anonymous}".utf8
        index += "(anonymous namespace)".utf8.count
      } else if rest.starts(with: "operator"),
        out.isEmpty || out.last == UInt8(ascii: ":")
          || out.last == UInt8(ascii: " ")
      {
        let end = operatorEnd(rest)
        out += text[index..<end]
        index = end
      } else if text[index] == UInt8(ascii: "<") {
        index = skip(text, index)
      } else if text[index] == UInt8(ascii: "(") {
        // The arguments end the name, unless a local entity follows:
        // `f(int)::{lambda()#1}::operator()`.
        let end = skip(text, index)
        guard text[min(end, text.endIndex)...].starts(with: "::") else { break }
        index = end
      } else if rest.starts(with: " [clone") || rest.starts(with: ".cold")
        || rest.starts(with: ".isra")
        || rest.starts(with: ".part.") || rest.starts(with: ".constprop")
        || rest.starts(with: ".llvm.")
      {
        break
      } else {
        out.append(text[index])
        index += 1
      }
    }
    // A result stands before the last space outside of all brackets.
    var path = out[...].trimmed()
    if !path.contains("operator"), let space = path.lastIndex(of: UInt8(ascii: " ")) {
      path = path[(space + 1)...]
    }
    while let first = path.first, first == UInt8(ascii: "*") || first == UInt8(ascii: "&") {
      path = path.dropFirst()
    }
    return path.text
  }

  /// The end of `operator<<`, `operator()`, `operator new`, `operator bool`.
  private static func operatorEnd(_ text: ArraySlice<UInt8>) -> Int {
    var end = text.startIndex + "operator".utf8.count
    if text[end...].starts(with: "()") { return end + 2 }
    while end < text.endIndex, text[end] != UInt8(ascii: "(") { end += 1 }
    return end
  }

  private static func skip(_ text: ArraySlice<UInt8>, _ start: Int) -> Int {
    var depth = 0
    var index = start
    while index < text.endIndex {
      switch text[index] {
      case UInt8(ascii: "("), UInt8(ascii: "<"): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: ">"): if text[index - 1] != UInt8(ascii: "-") { depth -= 1 }
      default: break
      }
      index += 1
      if depth == 0 { break }
    }
    return index
  }

  /// The path of a nested Itanium name: `_ZN3lib6Reader4readEv` is `lib::Reader::read`.
  private static func itanium(_ name: ArraySlice<UInt8>) -> String? {
    var rest = name.drop { $0 == UInt8(ascii: "_") }.dropFirst(2)
    while let first = rest.first, "KVrRO".utf8.contains(first) { rest.removeFirst() }
    var parts: [String] = []
    while let first = rest.first, ASCII.isDigit(first), parts.count < 32 {
      let digits = rest.prefix(while: ASCII.isDigit)
      let count = ASCII.number(digits)
      let body = rest.dropFirst(digits.count)
      guard count > 0, count <= body.count else { return nil }
      let part = body.prefix(count).text
      parts.append(part.hasPrefix("_GLOBAL__N_") ? "{anonymous}" : part)
      rest = body.dropFirst(count)
    }
    return parts.isEmpty ? nil : parts.joined(separator: "::")
  }
}
