internal import SceneModel

/// Volume property file (`.vp`) as 3D Slicer reads it: nine lines, of which the last three are
/// counted lists.
///
/// Any text is accepted. An empty line leaves its value unset; a file that ends inside a line uses
/// that line for all missing ones. Cost: linear in the file.
public struct VolumePropertyFile: Sendable, Equatable {
  /// Interpolation: 0 nearest, 1 linear; as written. Nil when the line is empty.
  public private(set) var interpolation: Int32?
  /// Shading: 0 for none; as written. Nil when the line is empty.
  public private(set) var shade: Int32?
  /// Diffuse coefficient, one number. Nil when the line is blank.
  public private(set) var diffuse: Reals?
  /// Ambient coefficient, as above.
  public private(set) var ambient: Reals?
  /// Specular coefficient, as above.
  public private(set) var specular: Reals?
  /// Specular power, as above.
  public private(set) var specularPower: Reals?
  /// Position and opacity of each point, as written; the application moves positions that do not
  /// ascend.
  public private(set) var scalarOpacity: [Reals]?
  /// Gradient magnitude and opacity of each point, as written.
  public private(set) var gradientOpacity: [Reals]?
  /// Position, red, green and blue of each point.
  public private(set) var color: [Reals]?
  /// Notes and hazards, with offsets in the file.
  public private(set) var report: SideFileReport

  /// Reads a whole file. Throws only for a limit: more bytes, or a line that could hold too many
  /// records.
  public init(
    reading input: Span<UInt8>, limits: SideFileLimits = .default
  ) throws(SideFileError) {
    guard input.count <= limits.maximumBytes else {
      throw SideFileError(.sizeLimit, at: limits.maximumBytes, in: input)
    }
    report = SideFileReport(limit: limits.maximumNotes)
    var lines = LineReader(input)
    var line: ArraySlice<UInt8> = []
    for place in 0..<9 {
      if let next = lines.next() {
        line = next
      } else {
        if place < 9 { report.addHazard(.missingLine, at: input.count) }
        // A last line without an end stays current.
        if lines.bytes.last == 0x0A { line = [] }
      }
      let text = line.prefix { $0 != 0 }
      guard !text.isEmpty else { continue }
      guard text.count <= limits.maximumRecords * 8 else {
        throw SideFileError(.recordLimit, at: text.startIndex, in: input)
      }
      switch place {
      case 0: interpolation = Self.integer(text)
      case 1: shade = Self.integer(text)
      case 2: diffuse = Self.number(text)
      case 3: ambient = Self.number(text)
      case 4: specular = Self.number(text)
      case 5: specularPower = Self.number(text)
      case 6: scalarOpacity = points(text, size: 2)
      case 7: gradientOpacity = points(text, size: 2)
      default: color = points(text, size: 4)
      }
    }
  }

  /// Single numbers are parsed by the stream engine, lists by the C library.
  private static func number(_ text: ArraySlice<UInt8>) -> Reals? {
    var stream = NumberStream(text)
    return stream.readDouble().map { Reals([$0]) }
  }

  private static func integer(_ text: ArraySlice<UInt8>) -> Int32? {
    var stream = NumberStream(text)
    return stream.readInt()
  }

  /// Reads a count, then that many numbers between blanks. A count that is no multiple of `size`
  /// gives nothing; missing numbers are 0. Memory is bounded by the text.
  private mutating func points(_ text: ArraySlice<UInt8>, size: Int) -> [Reals] {
    let words = text.split { $0 == 0x20 }
    guard let first = words.first else { return [] }
    let count = Int(PartialNumber.cInt(first))
    if count < 0 { report.addHazard(.negativeCount, at: text.startIndex) }
    guard count > 0 else { return [] }
    guard count % size == 0 else {
      report.addHazard(.countMismatch, at: text.startIndex)
      return []
    }
    if words.count - 1 != count { report.addHazard(.countMismatch, at: text.startIndex) }
    var points: [Reals] = []
    var start = 1
    while start < words.count, start <= count {
      let values = (start..<(start + size)).map { place in
        place < words.count ? PartialNumber.cDouble(words[place]) : 0
      }
      if values.contains(where: { !$0.isFinite }) {
        report.addHazard(.nonFiniteNumber, at: text.startIndex)
      }
      if let last = points.last?.values.first, let next = values.first, !(next > last) {
        report.addHazard(.positionsNotAscending, at: text.startIndex)
      }
      points.append(Reals(values))
      start += size
    }
    return points
  }

  /// Writes the file. Reading it gives equal values when no line is missing.
  public func write() -> [UInt8] {
    func number(_ reals: Reals?) -> String { reals?.values.first.map { "\($0)" } ?? "" }
    func list(_ points: [Reals]?) -> String {
      guard let points else { return "" }
      let values = points.flatMap(\.values)
      return (["\(values.count)"] + values.map { "\($0)" }).joined(separator: " ")
    }
    let lines = [
      interpolation.map { "\($0)" } ?? "", shade.map { "\($0)" } ?? "", number(diffuse),
      number(ambient), number(specular), number(specularPower), list(scalarOpacity),
      list(gradientOpacity), list(color),
    ]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// True when all values are equal, NaN included. The report is not compared.
  public static func == (one: VolumePropertyFile, other: VolumePropertyFile) -> Bool {
    one.interpolation == other.interpolation && one.shade == other.shade
      && one.diffuse == other.diffuse && one.ambient == other.ambient
      && one.specular == other.specular && one.specularPower == other.specularPower
      && one.scalarOpacity == other.scalarOpacity && one.gradientOpacity == other.gradientOpacity
      && one.color == other.color
  }
}
