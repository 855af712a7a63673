/// Notes and hazards of one reading, up to a limit each.
public struct SideFileReport: Equatable, Sendable {
  /// Deviations that the application would report or change, in the order of reading.
  public private(set) var notes: [SideFileNote] = []
  /// Dangerous properties, in the order of reading.
  public private(set) var hazards: [SideFileHazard] = []
  /// Notes and hazards beyond the limit.
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
}
