extension ZipArchive {
  /// The content of a member: exactly as long as declared and with the CRC-32 declared.
  ///
  /// - Parameters:
  ///   - member: Index in `members`.
  ///   - input: The bytes that the archive was read from.
  /// - Throws: `ZipError` when the member cannot be read as declared; never a part of the content.
  public func contents(of member: Int, in input: Span<UInt8>) throws(ZipError) -> [UInt8] {
    try Self.contents(of: members[member], in: input, limits)
  }

  static func contents(
    of member: Member, in input: Span<UInt8>, _ limits: ZipLimits
  ) throws(ZipError) -> [UInt8] {
    if let refusal = member.refusal { throw refusal }
    let at = member.headerOffset
    guard let offset = member.dataOffset, offset <= input.count,
      member.compressedSize <= input.count - offset
    else { throw ZipError(.memberOutside, at: at) }
    let range = offset..<offset + member.compressedSize
    let content =
      member.method == .stored
      ? [UInt8](copying: input.extracting(range)) : try inflate(input, range, member, limits)
    guard CRC32.checksum(content.span) == member.crc32 else {
      throw ZipError(.checksumMismatch, at: at, value: UInt64(member.crc32))
    }
    return content
  }

  private static func inflate(
    _ input: Span<UInt8>, _ range: Range<Int>, _ member: Member, _ limits: ZipLimits
  ) throws(ZipError) -> [UInt8] {
    let content: [UInt8]
    do throws(InflateError) {
      content = try inflated(input, range, member, limits)
    } catch {
      if error.code == .outputLimit {
        throw ZipError(
          .sizeMismatch, at: member.headerOffset, value: UInt64(member.uncompressedSize))
      }
      throw ZipError(
        .deflateInvalid, at: range.lowerBound + error.offset, inflate: error.code)
    }
    guard content.count == member.uncompressedSize else {
      throw ZipError(
        .sizeMismatch, at: member.headerOffset, value: UInt64(member.uncompressedSize))
    }
    return content
  }

  /// Apart, so that the slice does not outlive the call on the error path.
  private static func inflated(
    _ input: Span<UInt8>, _ range: Range<Int>, _ member: Member, _ limits: ZipLimits
  ) throws(InflateError) -> [UInt8] {
    try Inflate.inflate(
      input.extracting(range), limit: member.uncompressedSize, maximumRatio: limits.maximumRatio,
      ratioFloor: limits.ratioFloor
    ).output
  }
}

extension [UInt8] {
  /// The bytes of a span as an array.
  init(copying span: Span<UInt8>) {
    self = [UInt8](capacity: span.count) { output in
      for index in span.indices { output.append(span[index]) }
    }
  }
}
