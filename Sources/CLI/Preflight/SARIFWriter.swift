import ByteReading
import Foundation

/// Writes reports as SARIF 2.1.0, one result for each kind of hazard of a file. Memory does not
/// depend on the number of files.
package struct SARIFWriter {
  private struct Message: Encodable { var text: String }

  private struct Rule: Encodable {
    var id: String
    var shortDescription: Message
  }

  private struct Location: Encodable {
    struct Physical: Encodable {
      struct Artifact: Encodable { var uri: String }
      struct Region: Encodable {
        var startLine: Int?
        var startColumn: Int?
        var byteOffset: Int?
      }
      var artifactLocation: Artifact
      var region: Region?
    }
    struct Logical: Encodable { var fullyQualifiedName: String }
    var physicalLocation: Physical
    var logicalLocations: [Logical]?
  }

  private struct Result: Encodable {
    var ruleId: String
    var level: String
    var message: Message
    var locations: [Location]
    var occurrenceCount: Int
  }

  private let write: (String) throws -> Void
  private let version: String
  private var rules: [String: String] = [:]
  private var isFirst = true

  /// Writes the beginning of the log; `write` receives the text in pieces.
  ///
  /// - Parameter version: Version of the program.
  package init(version: String, to write: @escaping (String) throws -> Void) throws {
    self.write = write
    self.version = version
    try write(
      "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\","
        + "\"runs\":[{\"results\":[")
  }

  package mutating func add(_ report: FileReport) throws {
    if let error = report.error {
      let message = Text.line(error.message)
      let region = Location.Physical.Region(
        startLine: error.line, startColumn: error.column,
        byteOffset: error.line == nil ? error.offset : nil)
      try add(
        rule: "\(report.outcome.rawValue)/\(error.code)", title: error.code, level: "error",
        text: "\(report.verdict.rawValue): \(message)", report.file, region: region, member: nil,
        count: 1)
    }
    for entry in FoldedHazard.fold(report.ranked) {
      let hazard = entry.first
      let level =
        switch hazard.severity {
        case .danger: "error"
        case .warning: "warning"
        case .note: "note"
        }
      let consequence =
        hazard.severity > .note
        ? ". \(hazard.consequence.couldHappen) \(hazard.consequence.advice)" : ""
      let region =
        hazard.member != nil && hazard.line != nil
        ? nil
        : Location.Physical.Region(
          startLine: hazard.line, startColumn: hazard.column,
          byteOffset: hazard.line == nil ? hazard.offset : nil)
      try add(
        rule: "\(hazard.source.rawValue)/\(hazard.code)", title: hazard.code, level: level,
        text: Text.line(hazard.message) + consequence, report.file, region: region,
        member: hazard.member, count: entry.count)
    }
  }

  private mutating func add(
    rule: String, title: String, level: String, text: String, _ file: String,
    region: Location.Physical.Region?, member: String?, count: Int
  ) throws {
    rules[rule] = title
    let hasRegion = region?.startLine != nil || region?.byteOffset != nil
    let location = Location(
      physicalLocation: .init(
        artifactLocation: .init(uri: Self.uri(file)), region: hasRegion ? region : nil),
      logicalLocations: member.map { [.init(fullyQualifiedName: Text.line($0))] })
    let result = Result(
      ruleId: rule, level: level, message: Message(text: text), locations: [location],
      occurrenceCount: count)
    try write((isFirst ? "\n" : ",\n") + Self.json(result))
    isFirst = false
  }

  /// Writes the rules and the end of the log.
  package func finish() throws {
    let list = rules.sorted { $0.key < $1.key }.map {
      Rule(id: $0.key, shortDescription: Message(text: $0.value))
    }
    try write(
      "\n],\"tool\":{\"driver\":{\"name\":\"scenefuzz\",\"semanticVersion\":\"\(version)\",\"rules\":\(Self.json(list))}}}]}\n"
    )
  }

  private static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private static func uri(_ path: String) -> String {
    let allowed = CharacterSet(
      charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")
    let escaped = path.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
    return path.hasPrefix("/") ? "file://" + escaped : escaped
  }
}
