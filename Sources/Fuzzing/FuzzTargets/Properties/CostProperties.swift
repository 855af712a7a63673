internal import JSONReading
internal import ZipReading

extension CostProperties {
  /// A member takes at least 46 bytes of the directory.
  static func archive(_ archive: ZipArchive, count: Int) throws(PropertyViolation) {
    try PropertyCheck.atMost(46 * archive.members.count, count, property: "cost", place: "members")
    var names = 0
    for member in archive.members { names += member.nameBytes.count }
    try PropertyCheck.atMost(names, count, property: "cost", place: "names")
    try PropertyCheck.atMost(
      archive.hazards.count, archive.limits.maximumHazards + 1, property: "cost", place: "hazards")
  }

  /// Content is at most as long as DEFLATE can make it.
  static func content(
    _ content: [UInt8], of member: ZipArchive.Member
  ) throws(PropertyViolation) {
    let bound =
      member.method == .stored
      ? member.compressedSize : Inflate.formatRatio * member.compressedSize
    try PropertyCheck.atMost(content.count, bound, property: "cost", place: "content")
  }

  /// Each value takes at least a byte, and no escape is shorter than its character.
  static func json(_ document: JSONDocument, count: Int) throws(PropertyViolation) {
    var values = 0
    var texts = 0
    var pending = [document.root]
    while let value = pending.popLast() {
      values += 1
      texts += value.string?.count ?? 0
      for member in value.members {
        texts += member.name.count
        pending.append(member.value)
      }
      pending.append(contentsOf: value.elements)
    }
    try PropertyCheck.atMost(values, count, property: "cost", place: "values")
    try PropertyCheck.atMost(texts, count, property: "cost", place: "texts")
    try PropertyCheck.atMost(
      document.duplicateKeys.count, count, property: "cost", place: "duplicates")
  }

  /// A written file takes at most `factor` bytes for each byte of the input, plus 4,096 for fixed
  /// parts.
  static func written(_ bytes: [UInt8], factor: Int, count: Int) throws(PropertyViolation) {
    try PropertyCheck.atMost(
      bytes.count, factor * count + 4_096, property: "cost", place: "written file")
  }
}
