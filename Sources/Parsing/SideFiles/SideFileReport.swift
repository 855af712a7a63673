/// What a reader of side files tells beside the values: remarks and findings, up to a limit each.
public struct SideFileReport: Equatable, Sendable {
  /// What the application would report or change, in the order that reading met it.
  public private(set) var remarks: [SideFileRemark] = []
  /// What a person should know before opening the file, in the order that reading met it.
  public private(set) var findings: [SideFileFinding] = []
  /// Remarks and findings beyond the limit.
  public private(set) var dropped = 0
  private let limit: Int

  init(limit: Int) { self.limit = max(limit, 0) }

  mutating func remark(_ code: SideFileRemark.Code, at offset: Int) {
    if remarks.count < limit {
      remarks.append(SideFileRemark(code, at: offset))
    } else {
      dropped += 1
    }
  }

  mutating func find(_ code: SideFileFinding.Code, at offset: Int) {
    if findings.count < limit {
      findings.append(SideFileFinding(code, at: offset))
    } else {
      dropped += 1
    }
  }
}
