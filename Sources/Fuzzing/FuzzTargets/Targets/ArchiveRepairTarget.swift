internal import ZipReading

extension FuzzTarget {
  /// Repair of archives that are refused or hostile, and of accepted archives damaged here.
  public static let archiveRepair = FuzzTarget(
    name: "archive-repair",
    property: """
      An archive that is accepted can be repaired; a repaired one is accepted without a hazard of names or structure, \
      needs no repair again, and holds every file that could be read; a sound archive that loses its directory or a \
      local header comes back with all its files.
      """,
    maximumLength: 65_536, fileExtension: "zip", format: "zip"
  ) { input throws(PropertyViolation) in
    let archive = try? ZipArchive(reading: input, limits: ArchiveProperties.limits)
    guard let repair = ArchiveRepairProperties.repair(input) else {
      guard archive == nil else {
        throw PropertyViolation(
          property: "accepted-is-repairable", place: "archive", expected: "a repair",
          found: "a refusal")
      }
      return
    }
    try ArchiveRepairProperties.check(repair, of: input)
    guard let archive else { return }
    try ArchiveRepairProperties.readableIsKept(archive, input, repair)
    try ArchiveRepairProperties.damageIsRepaired(repair, at: input.count)
  }
}
