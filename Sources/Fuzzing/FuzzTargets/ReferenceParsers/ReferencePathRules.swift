internal import ZipReading

/// Independent oracle for the hazards of member names and for the choice of the scene.
///
/// It shares no code with the reader, so that it does not share its mistakes.
enum ReferencePathRules {
  /// The reader reports exactly the hazards of these five kinds that the bytes of the name have.
  static func check(_ name: String, _ found: [ZipHazard.Code]) throws(PropertyViolation) {
    let bytes = Array(name.utf8)
    let onWindows = bytes.split(omittingEmptySubsequences: false) { $0 == 0x2F || $0 == 0x5C }
    let hazards: [(ZipHazard.Code, Bool)] = [
      (.emptyName, bytes.split(separator: 0x2F).allSatisfy { $0.elementsEqual(".".utf8) }),
      (.absoluteName, bytes.first == 0x2F || bytes.first == 0x5C),
      (.parentComponent, onWindows.contains { $0.elementsEqual("..".utf8) }),
      (.backslash, bytes.contains(0x5C)),
      (.nulInName, bytes.contains(0)),
    ]
    for (code, isThere) in hazards {
      try PropertyCheck.equal(
        isThere, found.contains(code), property: "hazards-match-reference", place: code.rawValue)
    }
  }

  /// No eligible scene is in fewer folders than the chosen one.
  static func check(chosen: Int, of archive: ZipArchive) throws(PropertyViolation) {
    let depth = folders(archive.members[chosen].name)
    for (index, member) in archive.members.enumerated()
    where index != chosen && member.name.utf8.suffix(5).elementsEqual(".mrml".utf8)
      && !member.isDirectory && !member.isSymbolicLink
    {
      let hazards = MemberPath(member.name).hazards
      if [.parentComponent, .absoluteName, .emptyName].contains(where: hazards.contains) {
        continue
      }
      guard folders(member.name) >= depth else {
        throw PropertyViolation(
          property: "scene-matches-reference", place: "member \(index)",
          expected: "at least \(depth) folders",
          found: "\(folders(member.name))")
      }
    }
  }

  private static func folders(_ name: String) -> Int {
    name.utf8.split(separator: 0x2F).count { !$0.elementsEqual(".".utf8) }
  }
}
