extension ZipArchive {
  /// Writes a new archive with the sound members only: those that an `ExtractionPlan` places and
  /// whose content is as declared, under the planned path, with time, permissions and kind of
  /// compression. A stored member that contains an end record is compressed, since its bytes could
  /// be taken for the archive's own end record.
  ///
  /// Property: repairing a repaired archive returns the same bytes. Cost: that of inflating and
  /// deflating everything, up to `maximumTotalSize`.
  public func repaired(from input: Span<UInt8>) -> [UInt8] {
    var writer = ZipWriter()
    var folders: Set<String> = []
    var budget = limits.maximumTotalSize
    for (index, placement) in ExtractionPlan(self).placements.enumerated() {
      let member = members[index]
      let permissions = (member.unixMode ?? 0) & 0o777
      switch placement {
      case .leftOut: continue
      case .folder(let path):
        guard fits(path + "/"), folders.insert(path).inserted else { continue }
        writer.add(
          name: path + "/", contents: [],
          unixMode: permissions == 0 ? nil : permissions | 0o040000, modified: member.modified)
      case .file(let path):
        guard fits(path), member.uncompressedSize <= budget,
          let contents = try? contents(of: index, in: input)
        else { continue }
        budget -= contents.count
        writer.add(
          name: path, contents: contents,
          method: member.method == .stored && !Self.holdsEndRecord(contents)
            ? .stored : .deflated(.good),
          unixMode: permissions == 0 ? nil : permissions | 0o100000, modified: member.modified)
      }
    }
    return writer.finish()
  }

  static func holdsEndRecord(_ contents: [UInt8]) -> Bool {
    let bytes = contents.span
    var place = 0
    while place <= bytes.count - 4 {
      if bytes[place] == 0x50, LittleEndian.load4(bytes, place) == EndRecord.signature {
        return true
      }
      place += 1
    }
    return false
  }

  /// A name in another character set can be longer in UTF-8.
  private func fits(_ name: String) -> Bool { name.utf8.count <= limits.maximumNameLength }
}
