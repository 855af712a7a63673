extension ZipArchive {
  /// Reads every member to its end and remarks those whose content cannot be read, or leaves compressed bytes over.
  ///
  /// Cost: that of inflating everything, up to `maximumTotalSize` of declared content; memory does not depend on the
  /// sizes.
  public func verify(_ input: Span<UInt8>) -> [ZipFinding] {
    var findings = FindingList(limit: limits.maximumFindings, count: input.count)
    var budget = limits.maximumTotalSize
    for (index, member) in members.enumerated() {
      guard member.uncompressedSize <= budget else {
        findings.add(
          .totalSizeExceeded, member: index, name: member.name, at: member.headerOffset,
          central: "\(limits.maximumTotalSize) bytes")
        break
      }
      if member.refusal == nil { budget -= member.uncompressedSize }
      do throws(ZipError) {
        let unused = try read(index, in: input) { _ in }
        if unused > 0 {
          findings.add(
            .unusedCompressedBytes, member: index, name: member.name, at: member.headerOffset,
            local: "\(unused) bytes")
        }
      } catch {
        findings.add(
          .contentRefused, member: index, name: member.name, at: error.offset,
          local: error.message)
      }
    }
    return findings.findings
  }
}
