internal import ZipReading

extension FuzzTarget {
  /// Archives: the two readings, what comes out of them, and what is written again.
  public static let zip = FuzzTarget(
    name: "zip",
    property: """
      Where no hazard tells otherwise the directory is what its fields say, and the local headers one after the \
      other are the archive; no member gives \
      more than it may, in pieces or whole; no planned path leaves the folder; a rewritten archive is \
      equal, and a repaired one is honest and its own repair.
      """,
    maximumLength: 262_144, fileExtension: "zip", mutation: .archive
  ) { input throws(PropertyViolation) in
    let archive: ZipArchive
    do throws(ZipError) {
      archive = try ZipArchive(reading: input, limits: ArchiveProperties.limits)
    } catch {
      try MessageProperties.printable(error.message, of: "refusal")
      return try PropertyCheck.offset(error.offset, isInside: input.count, of: "refusal")
    }
    try ArchiveProperties.check(archive, input)
    try ArchiveProperties.piecesAreTheWhole(archive, input)
    try ArchiveProperties.verificationIsBounded(archive, input)
    try ArchiveProperties.repairIsStable(archive, input)
    try ReferenceDirectoryParser.check(archive, input)
    try ReferenceLocalParser.check(archive, input)
  }
}
