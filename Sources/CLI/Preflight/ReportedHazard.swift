package import ByteReading

/// A hazard or note of any reader, with its place, its consequence and advice.
package struct ReportedHazard: Equatable, Sendable {
  /// The reader that found it; codes are unique within one source.
  package enum Source: String, Encodable, Sendable, CaseIterable {
    case archive, bundle, scene, sideFile, sceneFile, link, stream
  }

  package var source: Source
  package var code: String
  package var severity: HazardSeverity
  /// Archive member or file concerned.
  package var member: String?
  package var message: String
  /// Byte offset in the input, or in the member.
  package var offset: Int?
  package var line: Int?
  package var column: Int?
  /// Element or node concerned.
  package var node: String?

  package init(
    _ source: Source, _ code: String, _ severity: HazardSeverity, message: String,
    offset: Int? = nil, member: String? = nil, node: String? = nil
  ) {
    self.source = source
    self.code = code
    self.severity = severity
    self.message = message
    self.offset = offset
    self.member = member
    self.node = node
  }

  package var consequence: Consequence { ConsequenceTable.consequence(of: self) }

  /// The name concerned, printable; otherwise the message.
  var subject: String {
    if source == .archive || source == .bundle || source == .sceneFile, let member {
      return Text.line(member)
    }
    let name = node.map { " (\(Text.line($0)))" } ?? ""
    return Text.line(message) + name
  }

  /// Member, element and position, printable; empty without any.
  package var place: String {
    var words: [String] = []
    if let member { words.append(Text.line(member)) }
    if let node { words.append(Text.line(node)) }
    if let line, let column {
      words.append("\(line):\(column)")
    } else if let offset {
      words.append("offset \(offset)")
    }
    return words.joined(separator: ", ")
  }
}

extension ReportedHazard: Encodable {
  private enum Key: String, CodingKey {
    case source, code, severity, member, message, offset, line, column, node, consequence, advice
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(source, forKey: .source)
    try container.encode(code, forKey: .code)
    try container.encode(severity, forKey: .severity)
    try container.encodeIfPresent(member, forKey: .member)
    try container.encode(message, forKey: .message)
    try container.encodeIfPresent(offset, forKey: .offset)
    try container.encodeIfPresent(line, forKey: .line)
    try container.encodeIfPresent(column, forKey: .column)
    try container.encodeIfPresent(node, forKey: .node)
    guard severity > .note else { return }
    try container.encode(consequence.couldHappen, forKey: .consequence)
    try container.encode(consequence.advice, forKey: .advice)
  }
}
