internal import ByteReading
internal import SideFiles

extension FuzzTarget {
  /// Annotation files of the old format (`.acsv`).
  public static let acsv = FuzzTarget(
    name: "acsv",
    property: """
      Any text is an annotation file, every offset lies inside, and a file cut between two lines has the values of its \
      parts one after the other.
      """,
    maximumLength: 4_096, fileExtension: "acsv", format: "acsv"
  ) { input throws(PropertyViolation) in
    let whole = try AnnotationProperties.read(input)
    try SideFileProperties.offsetsInside(whole.report, count: input.count)
    guard let cut = AnnotationProperties.lineStart(in: input) else { return }
    let head = try AnnotationProperties.read(input.extracting(0..<cut))
    // A line over the limit ends the file.
    if head.report.hazards.contains(where: { $0.code == .longLine }) {
      return try SideFileProperties.equal(head, whole, "file that ends at a long line")
    }
    let tail = try AnnotationProperties.read(input.extracting(cut..<input.count))
    try AnnotationProperties.addUp(head, tail, whole)
  }
}

/// Properties of annotation files.
enum AnnotationProperties {
  static func read(_ input: Span<UInt8>) throws(PropertyViolation) -> AnnotationFile {
    do throws(SideFileError) {
      return try AnnotationFile(reading: input)
    } catch {
      throw PropertyViolation(
        property: "any-text-is-read", place: "file", expected: "accepted", found: error.name)
    }
  }

  /// Start of the first line in the second half, or of the last line in the first half; nil for a
  /// single line.
  static func lineStart(in input: Span<UInt8>) -> Int? {
    let middle = input.count / 2
    let places = Array(middle..<input.count) + (0..<middle).reversed()
    return places.first { input[$0] == 0x0A }.map { $0 + 1 }
  }

  /// The whole file has the texts and points of both parts, and the later of their names and
  /// displays.
  static func addUp(
    _ head: AnnotationFile, _ tail: AnnotationFile, _ whole: AnnotationFile
  ) throws(PropertyViolation) {
    let property = "parts-add-up"
    try PropertyCheck.equal(
      head.texts + tail.texts, whole.texts, property: property, place: "texts")
    try PropertyCheck.equal(
      head.points, Array(whole.points.prefix(head.points.count)), property: property,
      place: "points")
    try PropertyCheck.equal(
      tail.points, Array(whole.points.dropFirst(head.points.count)), property: property,
      place: "points")
    try PropertyCheck.equal(
      tail.name ?? head.name ?? [], whole.name ?? [], property: property, place: "name")
    let texts = head.textDisplay.values.merging(tail.textDisplay.values) { $1 }
    try PropertyCheck.equal(
      texts, whole.textDisplay.values, property: property, place: "display of texts")
    let points = head.pointDisplay.values.merging(tail.pointDisplay.values) { $1 }
    try PropertyCheck.equal(
      points, whole.pointDisplay.values, property: property, place: "display of points")
  }
}
