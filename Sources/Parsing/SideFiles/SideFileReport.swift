/// Notes and hazards of one reading, up to a limit each.
public struct SideFileReport: Equatable, Sendable {
  /// Deviations that the application would report or change, in the order of reading.
  public private(set) var notes: [SideFileNote] = []
  /// Dangerous properties, in the order of reading.
  public private(set) var hazards: [SideFileHazard] = []
  /// Sizes that a header claims, in the order of reading; none for formats without such sizes.
  public private(set) var claims: [DataClaim] = []
  /// Notes, hazards and claims beyond the limit.
  public private(set) var dropped = 0
  private let limit: Int

  init(limit: Int) { self.limit = max(limit, 0) }

  mutating func addNote(_ code: SideFileNote.Code, at offset: Int) {
    if notes.count < limit {
      notes.append(SideFileNote(code, at: offset))
    } else {
      dropped += 1
    }
  }

  mutating func addHazard(_ code: SideFileHazard.Code, at offset: Int) {
    if hazards.count < limit {
      hazards.append(SideFileHazard(code, at: offset))
    } else {
      dropped += 1
    }
  }

  /// Whether the bytes of the last claim exist.
  private(set) var isLastClaimMet = true

  /// Records a claim of `byteCount` bytes, and a hazard when fewer are `available`.
  mutating func claim(_ byteCount: UInt64, at offset: Int, available: Int) {
    let claim = DataClaim(offset: offset, byteCount: byteCount, available: max(available, 0))
    isLastClaimMet = claim.isMet
    if claims.count < limit { claims.append(claim) } else { dropped += 1 }
    if !claim.isMet { addHazard(.dataTooShort, at: offset) }
  }

  /// Records a detached data file, and a hazard when its name leads outside the header's folder.
  mutating func addDataFile(_ name: ArraySlice<UInt8>, at offset: Int) {
    addNote(.detachedData, at: offset)
    let text = String(decoding: name, as: UTF8.self)
    let isOutside =
      text.hasPrefix("/") || text.hasPrefix("~") || text.contains("\\")
      || text.split(separator: "/").contains("..")
    if isOutside { addHazard(.pathOutside, at: offset) }
  }

  /// Moves all offsets to 0, for a header inside compressed data.
  mutating func moveToStart() {
    for index in notes.indices { notes[index].offset = 0 }
    for index in hazards.indices { hazards[index].offset = 0 }
    claims = claims.map { DataClaim(offset: 0, byteCount: $0.byteCount, available: $0.available) }
  }
}
