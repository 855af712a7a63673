extension ZipArchive {
  /// Reads every member to its end and reports content that cannot be read and compressed bytes
  /// left over.
  ///
  /// Cost: that of inflating everything, up to `maximumTotalSize` of declared content; later
  /// members are not read. Memory does not depend on the sizes.
  ///
  /// - Returns: The hazards, and the number of content bytes that were read and are as declared.
  public func verify(_ input: Span<UInt8>) -> (hazards: [ZipHazard], contentCount: Int) {
    var hazards = HazardList(limit: limits.maximumHazards, count: input.count)
    var contentCount = 0
    var budget = limits.maximumTotalSize
    var isExceeded = false
    for (index, member) in members.enumerated() {
      if member.refusal == nil {
        guard member.uncompressedSize <= budget else {
          if !isExceeded {
            hazards.add(
              .totalSizeExceeded, member: index, name: member.name, at: member.headerOffset,
              central: "\(limits.maximumTotalSize) bytes")
          }
          isExceeded = true
          continue
        }
        budget -= member.uncompressedSize
      }
      do throws(ZipError) {
        let unused = try read(index, in: input) { _ in }
        contentCount += member.uncompressedSize
        if unused > 0 {
          hazards.add(
            .unusedCompressedBytes, member: index, name: member.name, at: member.headerOffset,
            local: "\(unused) bytes")
        }
      } catch {
        hazards.add(
          .contentRefused, member: index, name: member.name, at: error.offset,
          local: error.message, refusal: error)
      }
    }
    return (hazards.hazards, contentCount)
  }
}
