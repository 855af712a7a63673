internal import ZipReading

/// Properties of repaired archives.
enum ArchiveRepairProperties {
  /// A file of an archive.
  struct File: Equatable {
    let name: String
    let contents: [UInt8]
  }

  static func repair(_ bytes: Span<UInt8>) -> ZipRepair? {
    try? ZipRepair(reading: bytes, limits: ArchiveProperties.limits)
  }

  /// Checks the changes and the repaired archive by itself.
  static func check(_ repair: ZipRepair, of input: Span<UInt8>) throws(PropertyViolation) {
    for change in repair.changes {
      try PropertyCheck.offset(change.offset, isInside: input.count, of: change.kind.rawValue)
    }
    if repair.changes.isEmpty {
      try PropertyCheck.equal(
        input.indices.map { input[$0] }, repair.bytes, property: "changes-are-all", place: "archive"
      )
    }
    let archive = try read(repair.bytes)
    // A repair keeps contents, whatever they are, and names that can be extracted.
    let kept: [ZipHazard.Code] = [.highRatio, .nestedArchive, .longPath, .invisibleInName]
    for hazard in archive.hazards where !kept.contains(hazard.code) {
      throw PropertyViolation(
        property: "repaired-has-no-hazard", place: "archive", expected: "no hazard",
        found: hazard.code.rawValue)
    }
    for placement in ExtractionPlan(archive).placements {
      guard case .leftOut(let code) = placement else { continue }
      throw PropertyViolation(
        property: "repaired-is-extracted", place: "archive", expected: "a path",
        found: code.rawValue)
    }
    let again = self.repair(repair.bytes.span)
    guard again?.changes.isEmpty == true, again?.bytes == repair.bytes else {
      throw PropertyViolation(
        property: "repair-is-stable", place: "archive", expected: "no changes",
        found: again.map { "\($0.changes.count) changes" } ?? "a refusal")
    }
  }

  /// Every file that the archive gives is in the repaired one, in order. Files may come between
  /// that only the repair can read. A file may be missing if its name or the whole is too large.
  static func readableIsKept(
    _ archive: ZipArchive, _ input: Span<UInt8>, _ repair: ZipRepair
  ) throws(PropertyViolation) {
    let limits = ArchiveProperties.limits
    let readable = files(of: archive, input).filter {
      2 * $0.name.utf8.count < limits.maximumNameLength
    }
    let isTooLarge = repair.changes.contains {
      $0.kind == .droppedMember && $0.detail.hasPrefix("more than")
    }
    guard !isTooLarge else { return }
    let kept = files(of: try read(repair.bytes), repair.bytes.span)
    var next = 0
    for file in readable {
      while next < kept.count, kept[next].contents != file.contents { next += 1 }
      guard next < kept.count else {
        throw PropertyViolation(
          property: "readable-is-kept", place: "file of \(file.contents.count) bytes",
          expected: "\(readable.count) files in order", found: "\(kept.count) files")
      }
      next += 1
    }
  }

  /// Cuts the directory off a repaired archive, and damages one of its local headers.
  static func damageIsRepaired(_ repair: ZipRepair, at seed: Int) throws(PropertyViolation) {
    let archive = try read(repair.bytes)
    let files = files(of: archive, repair.bytes.span)
    guard !files.isEmpty else { return }
    let start = archive.directory.lowerBound
    // The end record of an archive inside would be the last one.
    if !holdsEndRecord(repair.bytes[..<start]) {
      try comesBack(Array(repair.bytes[..<start]), files, "without a directory")
    }
    let headers = archive.members.filter { !$0.isDirectory }.map(\.headerOffset)
    var damaged = repair.bytes
    // One byte of the signature, of the method or of the name length.
    damaged[headers[seed % headers.count] + [0, 8, 26][seed / headers.count % 3]] ^= 0x41
    try comesBack(damaged, files, "with a damaged local header")
  }

  private static func holdsEndRecord(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.indices.dropLast(3).contains { bytes[$0...].starts(with: [0x50, 0x4B, 5, 6]) }
  }

  private static func comesBack(
    _ damaged: [UInt8], _ files: [File], _ place: String
  ) throws(PropertyViolation) {
    guard let repair = repair(damaged.span) else {
      throw PropertyViolation(
        property: "damage-is-repaired", place: place, expected: "a repair", found: "a refusal")
    }
    let found = self.files(of: try read(repair.bytes), repair.bytes.span)
    guard found == files else {
      throw PropertyViolation(
        property: "damage-is-repaired", place: place, expected: "\(files.count) equal files",
        found: "\(found.count) files")
    }
  }

  private static func read(_ bytes: [UInt8]) throws(PropertyViolation) -> ZipArchive {
    do throws(ZipError) {
      return try ZipArchive(reading: bytes.span, limits: ArchiveProperties.limits)
    } catch {
      throw PropertyViolation(
        property: "repaired-is-accepted", place: "archive", expected: "accepted",
        found: "\(error.code)")
    }
  }

  /// Files that can be read, in order, without folders and links; by the paths that an extraction
  /// gives them, since a repair writes `d/.` as `d`.
  private static func files(of archive: ZipArchive, _ input: Span<UInt8>) -> [File] {
    let placements = ExtractionPlan(archive).placements
    return archive.members.indices.compactMap { index in
      let member = archive.members[index]
      guard !member.isDirectory, !member.isSymbolicLink,
        let contents = try? archive.contents(of: index, in: input)
      else { return nil }
      let name = if case .file(let path) = placements[index] { path } else { member.name }
      return File(name: name, contents: contents)
    }
  }
}
