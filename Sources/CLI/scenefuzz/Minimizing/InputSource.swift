import CrashTriage
import InputReduction

/// Swift code that makes an input: calls of `ZipWriter` for an archive that they reproduce byte for
/// byte, otherwise a literal. For markup, a literal is easier to read than calls of a writer.
enum InputSource {
  static func swift(_ input: [UInt8]) -> String {
    guard let archive = ArchiveParts(input), archive.written() == input else {
      let (lines, needsFoundation) = SwiftLiteral.bytes(input)
      return imports(needsFoundation, [])
        + (["let input: [UInt8] = \(lines[0])"] + lines.dropFirst()).joined(separator: "\n")
    }
    var needsFoundation = false
    var body = ["var archive = ZipWriter()"]
    for member in archive.members {
      let (name, _) = SwiftLiteral.bytes(member.name)
      let (contents, binary) = SwiftLiteral.bytes(member.contents)
      needsFoundation = needsFoundation || binary
      body += ["archive.add("]
      body += ["  nameBytes: \(name[0])"] + indented(name.dropFirst())
      body[body.count - 1] += ", isUTF8: \(member.name.contains { $0 >= 0x80 }),"
      body += ["  contents: \(contents[0])"] + indented(contents.dropFirst())
      body[body.count - 1] +=
        (member.isDeflated ? ", method: .deflated(.good)" : "")
        + (member.mode.map { ", unixMode: 0o" + String($0, radix: 8) } ?? "") + ")"
    }
    return imports(needsFoundation, ["ZipReading"])
      + (body + ["let input = archive.finish()"]).joined(separator: "\n")
  }

  private static func indented(_ lines: ArraySlice<String>) -> [String] {
    lines.map { $0.isEmpty ? "" : "  " + $0 }
  }

  private static func imports(_ needsFoundation: Bool, _ others: [String]) -> String {
    ((needsFoundation ? ["Foundation"] : []) + others).map { "import \($0)\n" }.joined()
  }
}
