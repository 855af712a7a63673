/// Findings as SARIF 2.1.0, one result for each.
///
/// Types and members have the names of section 3 of the standard.
package struct SARIFLog: Encodable, Sendable {
  struct Text: Encodable {
    var text: String
  }

  struct Rule: Encodable {
    struct Configuration: Encodable {
      var level: String
    }
    struct Properties: Encodable {
      var tags: [String]
    }
    var id: String
    var name: String
    var shortDescription: Text
    var fullDescription: Text
    var help: Text
    var defaultConfiguration: Configuration
    var properties: Properties
  }

  struct Location: Encodable {
    struct Physical: Encodable {
      struct Artifact: Encodable {
        var uri: String
        var uriBaseId = "SRCROOT"
      }
      struct Region: Encodable {
        var startLine: Int
      }
      var artifactLocation: Artifact
      var region: Region
    }
    struct Logical: Encodable {
      var fullyQualifiedName: String
      var kind = "function"
    }
    var physicalLocation: Physical?
    var logicalLocations: [Logical]
    var message: Text?
  }

  struct CodeFlow: Encodable {
    struct ThreadFlow: Encodable {
      struct Step: Encodable {
        var location: Location
      }
      var locations: [Step]
    }
    var threadFlows: [ThreadFlow]
  }

  struct Result: Encodable {
    struct Properties: Encodable {
      var target: String
      var severity: String
      var severityReason: String
      var inputs: Int
    }
    var ruleId: String
    var ruleIndex: Int
    var level: String
    var message: Text
    var locations: [Location]
    var partialFingerprints: [String: String]
    var codeFlows: [CodeFlow]?
    var baselineState: String
    var properties: Properties
  }

  struct Driver: Encodable {
    var name = "scenefuzz"
    /// Semantic version of the program.
    var semanticVersion: String
    var rules: [Rule]
  }

  struct Tool: Encodable {
    var driver: Driver
  }

  struct BaseID: Encodable {
    var description: Text
  }

  struct Run: Encodable {
    var tool: Tool
    var originalUriBaseIds = [
      "SRCROOT": BaseID(description: Text(text: "The root of the checkout."))
    ]
    var results: [Result]
  }

  private enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  private let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  private let version = "2.1.0"
  private let runs: [Run]

  /// Findings sorted by name; equal findings give equal logs.
  ///
  /// - Parameter version: Version of the program.
  package init(_ findings: [PublishedFinding], version: String) {
    let sorted = findings.sorted { $0.finding.fingerprint < $1.finding.fingerprint }
    let kinds = Set(sorted.map(\.kind)).sorted { $0.rawValue < $1.rawValue }
    let rules = kinds.map { kind in
      Rule(
        id: kind.rawValue, name: kind.title.split(separator: " ").map(\.capitalizedFirst).joined(),
        shortDescription: Text(text: kind.title), fullDescription: Text(text: kind.help),
        help: Text(text: kind.help),
        defaultConfiguration: Rule.Configuration(level: "warning"),
        properties: Rule.Properties(tags: ["fuzzing", kind.family]))
    }
    runs = [
      Run(
        tool: Tool(driver: Driver(semanticVersion: version, rules: rules)),
        results: sorted.map { item in
          Self.result(item, rule: kinds.firstIndex(of: item.kind) ?? 0)
        })
    ]
  }

  private static func result(_ item: PublishedFinding, rule: Int) -> Result {
    let finding = item.finding
    let frames = zip(finding.frames, item.paths).map { location($0, path: $1) }
    // Code scanning refuses a result without a file: the first frame with one, else the fallback.
    let place = frames.first { $0.physicalLocation != nil } ?? fallback(item)
    return Result(
      ruleId: finding.kind, ruleIndex: rule, level: level(finding.severity),
      message: Text(text: "\(finding.title): \(finding.message)"),
      locations: [place],
      partialFingerprints: ["scenefuzzFinding/v1": finding.fingerprint],
      codeFlows: frames.isEmpty
        ? nil
        : [
          CodeFlow(threadFlows: [
            CodeFlow.ThreadFlow(
              locations: frames.reversed().map { CodeFlow.ThreadFlow.Step(location: $0) })
          ])
        ],
      baselineState: item.isNew ? "new" : "unchanged",
      properties: Result.Properties(
        target: finding.target, severity: finding.severity, severityReason: finding.severityReason,
        inputs: item.count))
  }

  private static func fallback(_ item: PublishedFinding) -> Location {
    Location(
      physicalLocation: Location.Physical(
        artifactLocation: Location.Physical.Artifact(uri: uri(item.fallback)),
        region: Location.Physical.Region(startLine: 1)),
      logicalLocations: item.finding.frames.first.map {
        [Location.Logical(fullyQualifiedName: $0.function)]
      } ?? [])
  }

  private static func location(_ frame: Finding.Frame, path: String?) -> Location {
    Location(
      physicalLocation: path.map {
        Location.Physical(
          artifactLocation: Location.Physical.Artifact(uri: uri($0)),
          region: Location.Physical.Region(startLine: frame.line))
      },
      logicalLocations: [Location.Logical(fullyQualifiedName: frame.function)],
      message: Text(text: frame.function))
  }

  /// RFC 3986: everything but the unreserved characters and `/` is escaped.
  private static func uri(_ path: String) -> String {
    var out = ""
    for byte in path.utf8 {
      let scalar = Unicode.Scalar(byte)
      if byte < 0x80,
        scalar.properties.isAlphabetic || ASCII.isDigit(byte) || "-._~/".utf8.contains(byte)
      {
        out.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        out += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return out
  }

  private static func level(_ severity: String) -> String {
    switch severity {
    case "high": "error"
    case "medium": "warning"
    default: "note"
    }
  }
}

extension Substring {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
