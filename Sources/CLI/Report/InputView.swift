import ZipReading

/// A readable view of an input: markup as text, an archive as its listing, other bytes as
/// hexadecimal.
struct InputView: Equatable, Sendable {
  enum Form: String, Sendable {
    case text = "text"
    case archive = "archive"
    case bytes = "bytes"
  }

  let form: Form
  let lines: [String]
  /// Number of bytes that are not shown.
  let left: Int

  /// Maximum lines and bytes of a view: an input may have megabytes.
  static let maximumLines = 60
  static let maximumBytes = 4_096

  init(_ input: [UInt8]) {
    if let members = Self.listing(input) {
      form = .archive
      lines = Array(members.prefix(Self.maximumLines))
      left = 0
      return
    }
    let shown = Array(input.prefix(Self.maximumBytes))
    left = input.count - shown.count
    if let text = Self.text(shown, whole: left == 0) {
      form = .text
      lines = Array(
        text.split(separator: "\n", omittingEmptySubsequences: false)
          .prefix(Self.maximumLines).map { PageText.line(String($0), limit: 2_000) })
    } else {
      form = .bytes
      lines = Self.hexadecimal(shown.prefix(16 * Self.maximumLines))
    }
  }

  private static func listing(_ input: [UInt8]) -> [String]? {
    guard input.starts(with: [0x50, 0x4B]), let archive = try? ZipArchive(reading: input.span)
    else { return nil }
    let members = archive.members.map { member in
      "\(PageText.line(member.name))  \(PageText.number(member.uncompressedSize)) bytes,"
        + " \(member.method.name), packed \(PageText.number(member.compressedSize))"
    }
    let hazards = archive.hazards.map { "hazard: \(PageText.line("\($0.code)"))" }
    return members + hazards
  }

  /// The text, when it is UTF-8 with almost no control characters. A character cut off at the end
  /// is allowed.
  private static func text(_ bytes: [UInt8], whole: Bool) -> String? {
    let controls = bytes.count { $0 < 0x20 && ![0x09, 0x0A, 0x0D].contains($0) }
    guard controls * 50 <= bytes.count else { return nil }
    for cut in 0...(whole ? 0 : 3) {
      if let text = String(validating: bytes.dropLast(cut), as: UTF8.self) { return text }
    }
    return nil
  }

  private static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> [String] {
    let digits = Array("0123456789abcdef")
    func hex(_ value: Int, _ count: Int) -> String {
      String((0..<count).reversed().map { digits[(value >> ($0 * 4)) & 15] })
    }
    return stride(from: 0, to: bytes.count, by: 16).map { start in
      let row = bytes.dropFirst(start).prefix(16)
      let codes = row.map { hex(Int($0), 2) }.joined(separator: " ")
      let shown = row.map { (0x20..<0x7F).contains($0) ? Character(UnicodeScalar($0)) : "." }
      let padding = String(repeating: " ", count: 47 - codes.count)
      return "\(hex(start, 6))  \(codes)\(padding)  \(String(shown))"
    }
  }
}
