internal import ZipReading

extension FuzzTarget {
  /// Archives: the directory, the local headers, the contents, and rewritten and repaired archives.
  public static let zip = FuzzTarget(
    name: "zip",
    property: """
      Unless a hazard is reported, directory and local headers agree with reference parsers and cover the archive; no \
      member exceeds its limit, in pieces or whole; no planned path leaves the folder; a rewritten archive is \
      equal, and a repaired one has no hazard and is its own repair.
      """,
    maximumLength: 262_144, fileExtension: "zip", format: "zip"
  ) { input throws(PropertyViolation) in
    let archive: ZipArchive
    do throws(ZipError) {
      archive = try ZipArchive(reading: input, limits: ArchiveProperties.limits)
    } catch {
      try MessageProperties.printable("\(error)", of: "refusal")
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
