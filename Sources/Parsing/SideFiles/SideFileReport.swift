/// What a reader of side files tells beside the values: notes and hazards, up to a limit each.
public struct SideFileReport: Equatable, Sendable {
  /// What the application would report or change, in the order that reading met it.
  public private(set) var notes: [SideFileNote] = []
  /// What a person should know before opening the file, in the order that reading met it.
  public private(set) var hazards: [SideFileHazard] = []
  /// Remarks and hazards beyond the limit.
  public private(set) var dropped = 0
  private let limit: Int

  init(limit: Int) { self.limit = max(limit, 0) }

  mutating func note(_ code: SideFileNote.Code, at offset: Int) {
    if notes.count < limit {
      notes.append(SideFileNote(code, at: offset))
    } else {
      dropped += 1
    }
  }

  mutating func find(_ code: SideFileHazard.Code, at offset: Int) {
    if hazards.count < limit {
      hazards.append(SideFileHazard(code, at: offset))
    } else {
      dropped += 1
    }
  }
}
