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

  static func names(_ reports: [CrashReport]) -> [String] {
    Crash.clean(reports, demangle: { $0 }).map { Fingerprint($0).description }
  }

  private static func names(_ bytes: [UInt8]) -> [String] {
    names(CrashReport.all(bytes: bytes, limits: CrashReportProperties.limits))
  }

  /// - Parameter names: The fingerprints of `bytes`.
  static func check(_ bytes: [UInt8], names expected: [String]) throws(PropertyViolation) {
    // Two bytes a character: nothing can be added as text.
    guard !bytes.starts(with: [0xFF, 0xFE]) else { return }
    try order(bytes, expected)
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard lines.allSatisfy({ $0.count <= maximumLine }) else { return }
    let prefix = Array(prefixes[bytes.count % prefixes.count].utf8)
    let twin = Array(lines.map { prefix + $0 }.joined(separator: [0x0A]))
    let found = names(twin)
    guard found == expected else {
      throw PropertyViolation(
        property: "prefix-invariant", place: "prefix \(bytes.count % prefixes.count)",
        expected: expected.joined(separator: " "), found: found.joined(separator: " "))
    }
  }

  /// Two logs below the heads of their files, as `tail` prints them.
  private static func order(
    _ bytes: [UInt8], _ expected: [String]
  ) throws(PropertyViolation) {
    let own = names(other)
    let head = { (name: String) in Array("\n==> \(name) <==\n".utf8) }
    for (place, log, names) in [
      ("before", head("a") + other + head("b") + bytes, own + expected),
      ("after", head("b") + bytes + head("a") + other, expected + own),
    ] {
      let found = self.names(log)
      guard found == names else {
        throw PropertyViolation(
          property: "order-invariant", place: place, expected: names.joined(separator: " "),
          found: found.joined(separator: " "))
      }
    }
  }
}
