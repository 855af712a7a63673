internal import ByteReading
internal import JSONReading

/// Markups file (`.mrk.json`, schema 1.0.0 to 1.0.3) as 3D Slicer reads it into a node of a scene:
/// only the first element is used.
public struct MarkupsFile: Sendable {
  /// Schema named in the file; nil when absent.
  public let schema: [UInt8]?
  /// First element of the file, the only one that a scene uses.
  public let markup: Markup
  /// Notes and hazards, with offsets in the file.
  public let report: SideFileReport

  /// Reads a whole file. Cost: linear in its length.
  public init(
    reading input: Span<UInt8>, rules: MarkupsRules = .slicer, limits: SideFileLimits = .default
  ) throws(SideFileError) {
    guard input.count <= limits.maximumBytes else {
      throw SideFileError(.sizeLimit, at: limits.maximumBytes, in: input)
    }
    let document: JSONDocument
    do throws(JSONError) {
      document = try JSONDocument(reading: input, rules: rules.json, limits: limits.json)
    } catch {
      throw SideFileError(error)
    }
    var reading = MarkupsReading(document: document, rules: rules, limits: limits)
    do throws(Refusal) {
      (schema, markup) = try reading.read()
    } catch {
      throw SideFileError(error, in: input)
    }
    reading.noteBytesAfterNUL(in: input)
    report = reading.report
  }

  /// Version `1.minor.patch` of the schema, when its name has the known form.
  public var schemaVersion: (minor: Int, patch: Int)? {
    schema.flatMap { MarkupsReading.version(ofSchema: $0) }
  }
}
