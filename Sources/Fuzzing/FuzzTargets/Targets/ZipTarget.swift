internal import ZipReading

extension FuzzTarget {
  /// Archives: the two readings, what comes out of them, and what is written again.
  public static let zip = FuzzTarget(
    name: "zip",
    law: """
      Where no finding tells otherwise the directory is what its fields say, and the local headers one after the \
      other are the archive; no member gives \
      more than it may, in pieces or whole; no planned path leaves the folder; a rewritten archive is \
      equal, and a repaired one is honest and its own repair.
      """,
    maximumLength: 262_144, fileExtension: "zip", mutation: .archive
  ) { input throws(BrokenLaw) in
    let archive: ZipArchive
    do throws(ZipError) {
      archive = try ZipArchive(reading: input, limits: ArchiveLaws.limits)
    } catch {
      try MessageLaws.sayable(error.message, of: "refusal")
      return try Law.offset(error.offset, isInside: input.count, of: "refusal")
    }
    try ArchiveLaws.check(archive, input)
    try ArchiveLaws.piecesAreTheWhole(archive, input)
    try ArchiveLaws.verificationIsBounded(archive, input)
    try ArchiveLaws.repairIsStable(archive, input)
    try CentralWalk.check(archive, input)
    try LocalWalk.check(archive, input)
  }
}
