import Foundation

/// An input as readable Swift source: a string for text, base 64 for other bytes.
package enum SwiftLiteral {
  /// Maximum characters of a literal on a line of its own, and after `let input: [UInt8] = `.
  private static let width = 72
  private static let shortWidth = 48

  /// The lines of an expression of type `[UInt8]`, and whether it needs Foundation.
  package static func bytes(_ input: [UInt8]) -> (lines: [String], needsFoundation: Bool) {
    if let text = readable(input) {
      return (string(text, prefix: "Array(", suffix: ".utf8)"), false)
    }
    let base64 = Data(input).base64EncodedString()
    let pieces = chunks(Array(base64.utf8)).map { String(decoding: $0, as: UTF8.self) }
    return (
      ["Array(", "  try #require(", "    Data(", "      base64Encoded: \"\"\""]
        + pieces.enumerated().map { "        \($1)\($0 + 1 < pieces.count ? "\\" : "")" }
        + ["        \"\"\"))", ")"], true
    )
  }

  /// The input as text if it is UTF-8 and at least nine of ten characters are printable.
  private static func readable(_ input: [UInt8]) -> String? {
    guard let text = String(validating: input, as: UTF8.self) else { return nil }
    let odd = text.unicodeScalars.count { !isPrintable($0) && $0 != "\n" }
    return odd * 10 <= text.unicodeScalars.count ? text : nil
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    (0x20...0x7E).contains(scalar.value)
  }

  private static func string(_ text: String, prefix: String, suffix: String) -> [String] {
    let hashes = String(repeating: "#", count: hashCount(text))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.count == 1 {
      let line = escaped(text[...], hashes, width: .max)[0]
      if line.utf8.count <= shortWidth {
        return ["\(prefix)\(hashes)\"\(line)\"\(hashes)\(suffix)"]
      }
    }
    var out = ["\(prefix)", "  \(hashes)\"\"\""]
    for line in lines {
      var pieces = escaped(line, hashes, width: width)
      // A formatter strips a space at the end of a line.
      if let last = pieces.popLast() {
        pieces.append(last.hasSuffix(" ") ? last.dropLast() + "\\\(hashes)u{20}" : last)
      }
      for (index, piece) in pieces.enumerated() {
        let end = index + 1 < pieces.count ? "\\\(hashes)" : ""
        out.append(piece.isEmpty ? "" : "  \(piece)\(end)")
      }
    }
    return out + ["  \"\"\"\(hashes)\(suffix)"]
  }

  /// Number of `#` for which the text neither ends the literal nor begins an escape.
  private static func hashCount(_ text: String) -> Int {
    guard text.contains("\"") || text.contains("\\") else { return 0 }
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "#") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest + 1
  }

  /// `text` with unprintable characters escaped, in pieces of about `width` characters.
  private static func escaped(_ text: Substring, _ hashes: String, width: Int) -> [String] {
    var pieces = [""]
    var length = 0
    for scalar in text.unicodeScalars {
      let piece =
        isPrintable(scalar)
        ? String(scalar) : "\\\(hashes)u{\(String(scalar.value, radix: 16, uppercase: true))}"
      if length + piece.utf8.count > width {
        pieces.append("")
        length = 0
      }
      pieces[pieces.count - 1] += piece
      length += piece.utf8.count
    }
    return pieces
  }

  private static func chunks<Element>(_ elements: [Element]) -> [ArraySlice<Element>] {
    guard !elements.isEmpty else { return [[]] }
    return stride(from: 0, to: elements.count, by: width).map {
      elements[$0..<min($0 + width, elements.count)]
    }
  }
}
