internal import ByteReading
internal import SideFiles

extension FuzzTarget {
  /// Annotation files of the old kind.
  public static let acsv = FuzzTarget(
    name: "acsv",
    property: """
      Any text is an annotation file, every offset lies inside, and a file cut between two lines gives what its parts \
      give one after the other.
      """,
    maximumLength: 4_096, fileExtension: "acsv", mutation: .text(.annotations)
  ) { input throws(PropertyViolation) in
    let whole = try AnnotationProperties.read(input)
    try SideFileProperties.offsetsInside(whole.report, count: input.count)
    guard let cut = AnnotationProperties.lineStart(in: input) else { return }
    let head = try AnnotationProperties.read(input.extracting(0..<cut))
    // A line that is too long ends the file.
    if head.report.hazards.contains(where: { $0.code == .longLine }) {
      return try SideFileProperties.equal(head, whole, "file that ends at a long line")
    }
    let tail = try AnnotationProperties.read(input.extracting(cut..<input.count))
    try AnnotationProperties.addUp(head, tail, whole)
  }
}

/// The properties of annotation files.
enum AnnotationProperties {
  static func read(_ input: Span<UInt8>) throws(PropertyViolation) -> AnnotationFile {
    do throws(SideFileError) {
      return try AnnotationFile(reading: input)
    } catch {
      throw PropertyViolation(
        property: "any-text-is-read", place: "file", expected: "accepted", found: error.name)
    }
  }

  /// Where a line begins in the second half, or before it when none does there.
  static func lineStart(in input: Span<UInt8>) -> Int? {
    let middle = input.count / 2
    let places = Array(middle..<input.count) + (0..<middle).reversed()
    return places.first { input[$0] == 0x0A }.map { $0 + 1 }
  }

  /// Texts and points one behind the other; of names and displays the later ones.
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
