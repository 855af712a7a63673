internal import SceneModel

/// Color transfer function in a file: `#` begins a comment, other lines are `x r g b`.
///
/// Any text is accepted; what is no number reads as 0. Cost: linear in the file, plus sorting.
public struct ProceduralColorFile: Sendable {
  /// A node of the function.
  public struct Point: Equatable, Sendable {
    /// Position, red, green, blue; components as written, nominally 0 to 1.
    public var values: Reals
  }

  /// Points in order of position, each position once: the last line wins.
  public internal(set) var points: [Point]
  /// Notes and hazards, with offsets in the file.
  public internal(set) var report: SideFileReport

  /// Reads a whole file. Throws only for a limit: more bytes or more positions than `limits` allow.
  public init(
    reading input: Span<UInt8>, limits: SideFileLimits = .default
  ) throws(SideFileError) {
    guard input.count <= limits.maximumBytes else {
      throw SideFileError(.sizeLimit, at: limits.maximumBytes, in: input)
    }
    var report = SideFileReport(limit: limits.maximumNotes)
    var byPosition: [Double: [Double]] = [:]
    var lines = LineReader(input)
    while let line = lines.next() {
      guard let first = line.first, first != 0, first != UInt8(ascii: "#") else { continue }
      var stream = NumberStream(line)
      var values = [0.0, 0, 0, 0]
      for place in values.indices {
        guard let value = stream.readDouble() else {
          report.addHazard(.missingColumn, at: line.startIndex)
          break
        }
        values[place] = value
      }
      if values.dropFirst().contains(where: { $0 < 0 || $0 > 1 }) {
        report.addHazard(.componentOutOfRange, at: line.startIndex)
      }
      if byPosition[values[0]] == nil {
        guard byPosition.count < limits.maximumRecords else {
          throw SideFileError(.recordLimit, at: line.startIndex, in: input)
        }
      } else {
        report.addNote(.repeatedColor, at: line.startIndex)
      }
      byPosition[values[0]] = values
    }
    points = byPosition.values.sorted { $0[0] < $1[0] }.map { Point(values: Reals($0)) }
    self.report = report
  }

  /// Writes the file; reading it gives equal points.
  public func write() -> [UInt8] {
    var text = Array("# Color procedural file\n# \(points.count) points\n".utf8)
    for point in points {
      text += point.values.values.map { "\($0)" }.joined(separator: " ").utf8
      text.append(0x0A)
    }
    return text
  }
}
