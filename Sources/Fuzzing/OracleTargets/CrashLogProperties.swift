internal import CrashTriage
internal import FuzzTargets

/// Properties of logs: shippers of logs add text to lines, and logs of several crashes are put
/// together.
enum CrashLogProperties {
  /// Prefixes of containers, journals, CI systems and mails.
  private static let prefixes = [
    "2023-05-03T09:51:17.172026167Z worker.1.k3jd8sl2xcvb@node3    | ",
    "May  3 09:51:17 build-7 scene-server[4242]: ",
    "> ", "[2023-05-03 09:51:17,172] [ERROR] ", "\u{1B}[36mapi_1  |\u{1B}[0m ",
  ]

  /// A log whose one finding is known.
  private static let other = Array(
    """
    ==7==ERROR: AddressSanitizer: heap-buffer-overflow on address 0x60200002b9b8 at pc 0x55d0
    READ of size 8 at 0x60200002b9b8 thread T0
        #0 0x55d0f1e2a3b3 in Other.Reader.word(at: Swift.Int) -> Swift.UInt64 /src/Reader.swift:44:12
        #1 0x55d0f1e2b111 in Other.Reader.read() throws -> () /src/Reader.swift:80:9

    SUMMARY: AddressSanitizer: heap-buffer-overflow /src/Reader.swift:44:12 in word

    """.utf8)

  /// Longer lines may be cut at another byte with a prefix.
  private static let maximumLine = 160

  /// Names of findings that `other` has.
  private static let otherNames = names(other)

  private static func names(_ bytes: [UInt8]) -> [String] {
    names(
      Crash.clean(
        CrashReport.all(bytes: bytes, limits: CrashReportProperties.limits), demangle: { $0 }))
  }

  private static func names(_ crashes: [Crash]) -> [String] {
    crashes.map { Fingerprint($0).description }
  }

  /// Checks `form` on a log with known `reports` and `crashes`.
  static func check(
    _ bytes: [UInt8], _ form: CrashReportProperties.Form, _ reports: [CrashReport],
    _ crashes: [Crash]
  ) throws(PropertyViolation) {
    // Two bytes a character: nothing can be added as text.
    guard !bytes.starts(with: [0xFF, 0xFE]) else { return }
    let head = { (name: String) in Array("\n==> \(name) <==\n".utf8) }
    switch form {
    case .before:
      try expect(
        otherNames + names(crashes), from: names(head("a") + other + head("b") + bytes),
        "order-invariant", "before")
    case .after:
      try expect(
        names(crashes) + otherNames, from: names(head("b") + bytes + head("a") + other),
        "order-invariant", "after")
    case .prefixed: try prefixed(bytes, names(crashes))
    case .inParts: try scanned(bytes, reports, "part-invariant") { $0 }
    case .everyLine:
      try scanned(bytes, reports, "plain-lines-mean-nothing") {
        var scanner = $0
        scanner.skipsPlainLines = false
        return scanner
      }
    case .grouping, .propertyLine: break
    }
  }

  private static func prefixed(
    _ bytes: [UInt8], _ expected: [String]
  ) throws(PropertyViolation) {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    // A return inside of a line overwrites a prefix, so that the twin is another text.
    guard lines.allSatisfy({ $0.count <= maximumLine && !$0.dropLast().contains(0x0D) }) else {
      return
    }
    let prefix = Array(prefixes[bytes.count % prefixes.count].utf8)
    let twin = Array(lines.map { prefix + $0 }.joined(separator: [0x0A]))
    try expect(
      expected, from: names(twin), "prefix-invariant", "prefix \(bytes.count % prefixes.count)")
  }

  /// The log in two parts, or line by line.
  private static func scanned(
    _ bytes: [UInt8], _ reports: [CrashReport], _ property: String,
    _ changed: (CrashScanner) -> CrashScanner
  ) throws(PropertyViolation) {
    var scanner = changed(CrashScanner(limits: CrashReportProperties.limits))
    // A part that ends inside of the mark of two-byte text is read as it comes.
    let middle = max(min(3, bytes.count), bytes.count / 2)
    scanner.take(Array(bytes[..<middle]))
    scanner.take(Array(bytes[middle...]))
    let found = scanner.finish()
    guard found == reports else {
      throw PropertyViolation(
        property: property, place: "reports", expected: "\(reports.map(\.message))",
        found: "\(found.map(\.message))")
    }
  }

  private static func expect(
    _ expected: [String], from found: [String], _ property: String, _ place: String
  ) throws(PropertyViolation) {
    guard found == expected else {
      throw PropertyViolation(
        property: property, place: place, expected: expected.joined(separator: " "),
        found: found.joined(separator: " "))
    }
  }
}
