import LibXML2Oracle
import XMLReading

/// Reads XML with our reader, alternating with libxml2.
package struct XMLBenchmark: Sendable {
  /// Size of the generated scene in bytes.
  package var size = 20_000_000
  /// A scene of the user to measure as well.
  package var real: [UInt8]?
  /// Rounds of each row; the result is their median.
  package var runs = 7
  var hostile = HostileShape.all
  /// Bytes per feed when all are available: the delivered text stays in the cache.
  static let window = 64 << 10
  private let rules = XMLRules.standard

  /// The generated scene of 20 MB and the hostile documents, seven rounds.
  package init() {}

  /// Measures row after row and passes each one on at once.
  package func run(_ report: (BenchmarkRow) -> Void) {
    let scene = GeneratedScene(size: size).bytes
    rows(scene, "generated", report)
    if let real { rows(real, "real", report) }
    report(pieces(scene))
    for shape in hostile { report(row(of: shape)) }
  }

  private func rows(_ bytes: [UInt8], _ name: String, _ report: (BenchmarkRow) -> Void) {
    let peer = "libxml2 \(LibXML2.version)"
    report(
      .throughput(
        "events-\(name)", bytes: bytes.count, runs: runs, peerName: peer + " SAX2",
        ours: { _ = Self.events(bytes, piece: Self.window, rules) },
        peer: { _ = LibXML2.countEvents(bytes) }))
    report(
      .throughput(
        "document-\(name)", bytes: bytes.count, runs: runs, peerName: peer + " tree",
        ours: { _ = try? XMLDocument(reading: bytes.span, rules: rules) },
        peer: { _ = LibXML2.buildTree(bytes) }))
  }

  /// The document in pieces of 4,096 bytes, compared with the whole.
  private func pieces(_ bytes: [UInt8]) -> BenchmarkRow {
    .throughput(
      "pieces-generated", bytes: bytes.count, runs: runs, peerName: "ours, whole",
      ours: { _ = Self.events(bytes, piece: 4_096, rules) },
      peer: { _ = Self.events(bytes, piece: bytes.count, rules) })
  }

  private func row(of shape: HostileShape) -> BenchmarkRow {
    let bytes = shape.make()
    return .throughput(
      "hostile-\(shape.name)", bytes: bytes.count, runs: min(runs, 3),
      ours: { _ = Self.events(bytes, piece: bytes.count, rules) })
  }

  /// Pulls every event; stops when the document is refused.
  static func events(_ bytes: [UInt8], piece: Int, _ rules: XMLRules) -> Int {
    var reader = XMLEventReader(rules: rules)
    var count = 0
    var start = 0
    do throws(XMLError) {
      while start < bytes.count {
        let end = min(start + piece, bytes.count)
        try reader.feed(bytes.span.extracting(start..<end))
        while reader.next() != nil { count += 1 }
        start = end
      }
      try reader.finish()
      while reader.next() != nil { count += 1 }
    } catch {
      return count
    }
    return count
  }
}

/// A document made to cost more than its length.
struct HostileShape: Sendable {
  let name: String
  let make: @Sendable () -> [UInt8]

  static let all: [HostileShape] = [
    HostileShape(name: "nested-elements") {
      let count = 1_000_000
      return Array(repeating: Array("<a>".utf8), count: count).flatMap { $0 }
        + Array(repeating: Array("</a>".utf8), count: count).flatMap { $0 }
    },
    HostileShape(name: "many-attributes") {
      Array(("<a " + (0..<100_000).map { "a\($0)=\"\"" }.joined(separator: " ") + "/>").utf8)
    },
    HostileShape(name: "billion-laughs") {
      let levels = (1...30).map { level in
        "<!ENTITY e\(level) \"" + String(repeating: "&e\(level - 1);", count: 10) + "\">"
      }
      return Array(
        ("<!DOCTYPE a [<!ENTITY e0 \"lol\">" + levels.joined() + "]><a>&e30;</a>").utf8)
    },
    HostileShape(name: "quadratic-blowup") {
      let entity = String(repeating: "x", count: 100_000)
      return Array(
        ("<!DOCTYPE a [<!ENTITY e \"\(entity)\">]><a>" + String(repeating: "&e;", count: 100_000)
          + "</a>").utf8)
    },
    HostileShape(name: "long-attribute") {
      Array("<a b=\"".utf8) + [UInt8](repeating: 0x78, count: 100_000_000) + Array("\"/>".utf8)
    },
    HostileShape(name: "many-instructions") {
      Array("<a>".utf8) + Array(repeating: Array("<?p?>".utf8), count: 1_000_000).flatMap { $0 }
        + Array("</a>".utf8)
    },
  ]
}
