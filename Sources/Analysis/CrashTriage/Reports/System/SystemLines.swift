/// A kernel's line about a process that died: `traps: app[7] trap invalid opcode ip:55d0 sp:7ffd
/// error:0 in app[55d0+1000]`.
enum KernelLine {
  /// The module and the offset of the code in it.
  static func read(_ line: ArraySlice<UInt8>) -> StackFrame? {
    guard line.contains("segfault at ") || line.contains("trap ") || line.contains("fault ip:"),
      let within = line.lastIndex(of: " in "),
      let open = line[within...].firstIndex(of: UInt8(ascii: "["))
    else { return nil }
    let name = line[(within + 4)..<open].text
    // Newer kernels print the offset before the base: `app[1a2b,55d0f000+1000]`.
    var numbers = line[(open + 1)...].prefix { $0 != UInt8(ascii: "]") }
    if let comma = numbers.firstIndex(of: UInt8(ascii: ",")) {
      if let offset = ASCII.hexadecimal(numbers[..<comma]) {
        return StackFrame(function: "", image: name, offset: offset)
      }
      numbers = numbers[(comma + 1)...]
    }
    let words = line.after(" ip:") ?? line.after(" ip ")
    guard let base = ASCII.hexadecimal(numbers), let ip = words.flatMap(ASCII.hexadecimal),
      ip >= base
    else { return nil }
    return StackFrame(function: "", image: name, offset: ip - base)
  }
}

/// Lines of a Windows event about a process that died.
enum WindowsEvent {
  struct Module {
    var name = ""
    var offset: UInt64 = 0

    /// The module of one line and the offset of another.
    func merged(with other: StackFrame?) -> StackFrame {
      StackFrame(
        function: "", image: name.isEmpty ? other?.image ?? "" : name,
        offset: offset == 0 ? other?.offset ?? 0 : offset)
    }
  }

  static func read(_ line: ArraySlice<UInt8>) -> Module? {
    for opening in ["Faulting module name: ", "Fault offset: "] where line.starts(with: opening) {
      let rest = line.dropFirst(opening.utf8.count)
      if opening.hasPrefix("Fault o") { return Module(offset: ASCII.hexadecimal(rest) ?? 0) }
      return Module(name: rest.prefix { $0 != UInt8(ascii: ",") }.trimmed().text)
    }
    return nil
  }
}

/// The list of loaded binaries at the end of Apple's reports: the path tells whether a binary is
/// the system's.
struct BinaryImages {
  private var paths: [String: String] = [:]

  /// Takes `0x1026b8000 - 0x102adffff +NAME arm64 <UUID> PATH`; false when `line` is none.
  mutating func take(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.starts(with: "0x"), let dash = line.prefix(64).firstIndex(of: " - ") else {
      return false
    }
    let rest = line[(dash + 3)...].drop(while: ASCII.isSpace)
    guard rest.starts(with: "0x") else { return false }
    var name = rest.drop { !ASCII.isSpace($0) }.drop(while: ASCII.isSpace)
    if name.first == UInt8(ascii: "+") { name.removeFirst() }
    guard let slash = line.firstIndex(of: " /"), paths.count < 4096 else { return true }
    let word = name.prefix { !ASCII.isSpace($0) }
    paths[word.text] = line[(slash + 1)...].text
    return true
  }

  /// Marks the frames whose binary lies in a folder of the system.
  func markSystem(_ frames: inout [StackFrame]) {
    guard !paths.isEmpty else { return }
    for index in frames.indices {
      if let path = paths[frames[index].image], FrameRules.isSystemPath(path) {
        frames[index].isSystem = true
      }
    }
  }
}
