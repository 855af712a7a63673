/// Repair of an archive: lost members are found again, the directory is rebuilt from local headers
/// or local headers from the directory, names become harmless, and everything is written anew.
///
/// Only contents with the declared CRC-32 are kept. A member that cannot be recovered, a symbolic
/// link and a name without a harmless form are dropped, each with a change. Repairing the result
/// again changes nothing. Cost: that of inflating and deflating all members, and at most
/// `maximumWork` times the input to find lost ones.
public struct ZipRepair: Sendable {
  /// The repaired archive; the input itself if it needs no repair.
  public let bytes: [UInt8]
  /// Changes in the order of the repair.
  public let changes: [ZipRepairChange]

  /// Repairs an archive. One without hazards and with readable members is returned unchanged.
  ///
  /// - Parameter correct: Returns the corrected content of a file from its name and content; nil
  ///   keeps it.
  /// - Throws: The reader's `ZipError` if the archive is refused and no member can be recovered.
  public init(
    reading input: Span<UInt8>, limits: ZipLimits = .default,
    correct: (_ name: String, _ contents: [UInt8]) -> [UInt8]? = { _, _ in nil }
  ) throws(ZipError) {
    var recovery = MemberRecovery(limits: limits)
    let archive = try recovery.recover(input)
    var entries = recovery.entries
    var changes = recovery.changes
    for index in entries.indices {
      guard let contents = entries[index].contents,
        let corrected = correct(entries[index].name, contents), corrected != contents
      else { continue }
      entries[index].contents = corrected
      changes.append(
        ZipRepairChange(
          .correctedContents, entries[index].name, "\(contents.count) to \(corrected.count) bytes",
          at: entries[index].offset))
    }
    entries = HarmlessNames.apply(to: entries, limits, &changes)
    let written = Self.write(entries)
    let remaining = Set(
      ((try? ZipArchive(reading: written.span, limits: limits))?.hazards ?? [])
        .map(\.code))
    var seen = remaining
    for hazard in archive?.hazards ?? []
    where changes.allSatisfy({ $0.name != hazard.name || hazard.name.isEmpty })
      && seen.insert(hazard.code).inserted
    {
      changes.append(
        ZipRepairChange(.rewrittenStructure, hazard.name, hazard.message, at: hazard.offset))
    }
    self.changes = changes
    bytes = changes.isEmpty ? [UInt8](copying: input) : written
  }

  static func write(_ entries: [ZipRepairEntry]) -> [UInt8] {
    var writer = ZipWriter()
    for entry in entries {
      guard let contents = entry.contents else {
        writer.add(
          name: entry.name + "/", contents: [],
          unixMode: entry.permissions == 0 ? nil : entry.permissions | 0o040000,
          modified: entry.modified)
        continue
      }
      writer.add(
        name: entry.name, contents: contents,
        method: entry.isStored && !ZipArchive.holdsEndRecord(contents)
          ? .stored : .deflated(.good),
        unixMode: entry.permissions == 0 ? nil : entry.permissions | 0o100000,
        modified: entry.modified)
    }
    return writer.finish()
  }
}

/// Member to write into a repaired archive.
struct ZipRepairEntry {
  /// Path without a final slash.
  var name: String
  /// Content of a file; nil for a directory.
  var contents: [UInt8]?
  var isStored: Bool
  /// Permission bits; 0 for the default.
  var permissions: UInt16
  var modified: UInt32
  /// Offset of the local header in the input.
  var offset: Int
}

/// Change that a repair makes to an archive.
public struct ZipRepairChange: Equatable, Sendable {
  /// Kinds of changes. Raw values are stable: programs read them in JSON.
  public enum Kind: String, CaseIterable, Sendable {
    /// The central directory is rebuilt from the local headers.
    case rebuiltDirectory
    /// A member is found without its local header, by size and CRC-32.
    case rebuiltLocalHeader
    /// A dangerous or colliding name is replaced.
    case renamedMember
    /// A member cannot be kept.
    case droppedMember
    /// The content of a file is corrected.
    case correctedContents
    /// A hazard of the archive's structure disappears when it is written anew.
    case rewrittenStructure
  }

  /// Kind of the change.
  public let kind: Kind
  /// Name of the member in the input; empty if the change concerns the archive.
  public let name: String
  /// New name, reason or hazard; untrusted text.
  public let detail: String
  /// Byte offset in the input.
  public let offset: Int

  init(_ kind: Kind, _ name: String, _ detail: String, at offset: Int) {
    self.kind = kind
    self.name = name
    self.detail = detail
    self.offset = offset
  }
}

extension ZipRepairChange.Kind {
  /// The change in words.
  public var sentence: String {
    switch self {
    case .rebuiltDirectory: "the directory is rebuilt from the local headers"
    case .rebuiltLocalHeader: "the local header is rebuilt from the directory"
    case .renamedMember: "the member gets a harmless name"
    case .droppedMember: "the member is dropped"
    case .correctedContents: "the content of the member is corrected"
    case .rewrittenStructure: "the structure is written anew"
    }
  }
}
