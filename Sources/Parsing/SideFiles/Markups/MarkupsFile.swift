internal import ByteReading
internal import JSONReading

/// A `.mrk.json` file (schema 1.0.0 to 1.0.3) as 3D Slicer reads it into a node of a scene: the first element counts.
public struct MarkupsFile: Sendable {
  /// The schema that the file names; nil when it names none.
  public let schema: [UInt8]?
  /// The first element of the file, which is all that a scene takes.
  public let markup: Markup
  /// Remarks and hazards, with offsets in the file.
  public let report: SideFileReport

  /// Reads a file. Linear in its length.
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

  /// The version `1.minor.patch` of the schema when its name is in the known form.
  public var schemaVersion: (minor: Int, patch: Int)? {
    schema.flatMap { MarkupsReading.version(ofSchema: $0) }
  }
}
