internal import SideFiles

extension FuzzTarget {
  /// Annotation files of the old kind.
  public static let acsv = FuzzTarget(
    name: "acsv",
    law: """
      Any text is an annotation file, every offset lies inside, and a file cut between two lines gives what its parts \
      give one after the other.
      """,
    maximumLength: 4_096, fileExtension: "acsv", mutation: .text(.annotations)
  ) { input throws(BrokenLaw) in
    let whole = try AnnotationLaws.read(input)
    try SideFileLaws.offsetsInside(whole.report, count: input.count)
    guard let cut = AnnotationLaws.lineStart(in: input) else { return }
    let head = try AnnotationLaws.read(input.extracting(0..<cut))
    // A line that is too long ends the file.
    if head.report.findings.contains(where: { $0.code == .longLine }) {
      return try SideFileLaws.equal(head, whole, "file that ends at a long line")
    }
    let tail = try AnnotationLaws.read(input.extracting(cut..<input.count))
    try AnnotationLaws.addUp(head, tail, whole)
  }
}

/// The laws of annotation files.
enum AnnotationLaws {
  static func read(_ input: Span<UInt8>) throws(BrokenLaw) -> AnnotationFile {
    do throws(SideFileError) {
      return try AnnotationFile(reading: input)
    } catch {
      throw BrokenLaw(
        law: "any-text-is-read", place: "file", expected: "accepted", found: error.name)
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
  ) throws(BrokenLaw) {
    let law = "parts-add-up"
    try Law.equal(head.texts + tail.texts, whole.texts, law: law, place: "texts")
    try Law.equal(
      head.points, Array(whole.points.prefix(head.points.count)), law: law, place: "points")
    try Law.equal(
      tail.points, Array(whole.points.dropFirst(head.points.count)), law: law, place: "points")
    try Law.equal(tail.name ?? head.name ?? [], whole.name ?? [], law: law, place: "name")
    let texts = head.textDisplay.values.merging(tail.textDisplay.values) { $1 }
    try Law.equal(texts, whole.textDisplay.values, law: law, place: "display of texts")
    let points = head.pointDisplay.values.merging(tail.pointDisplay.values) { $1 }
    try Law.equal(points, whole.pointDisplay.values, law: law, place: "display of points")
  }
}
