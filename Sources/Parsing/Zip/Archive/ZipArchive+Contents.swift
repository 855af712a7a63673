extension ZipArchive {
  /// Reads the content of a member, whose length and CRC-32 must be as declared.
  ///
  /// - Parameters:
  ///   - member: Index in `members`.
  ///   - input: The bytes that the archive was read from.
  /// - Throws: `ZipError` when the content cannot be read as declared; never returns partial
  ///   content.
  public func contents(of member: Int, in input: Span<UInt8>) throws(ZipError) -> [UInt8] {
    try Self.contents(of: members[member], in: input, limits)
  }

  static func contents(
    of member: Member, in input: Span<UInt8>, _ limits: ZipLimits
  ) throws(ZipError) -> [UInt8] {
    let range = try dataRange(of: member, in: input)
    let content =
      member.method == .stored
      ? [UInt8](copying: input.extracting(range)) : try inflateWhole(input, range, member, limits)
    try check(member, CRC32.checksum(content.span), content.count)
    return content
  }

  /// Passes the content of a member to `receive` in pieces; memory does not depend on its size.
  ///
  /// The pieces are valid only when the call returns, since size and CRC-32 are checked at the end.
  ///
  /// - Returns: Number of compressed bytes after the end of the DEFLATE stream, which are not used.
  /// - Throws: `ZipError` as for `contents(of:in:)`.
  @discardableResult
  public func read(
    _ member: Int, in input: Span<UInt8>, _ receive: (Span<UInt8>) -> Void
  ) throws(ZipError) -> Int {
    let member = members[member]
    let range = try Self.dataRange(of: member, in: input)
    var crc = CRC32()
    var count = 0
    var unused = 0
    if member.method == .stored {
      while count < range.count {
        let end = min(count + 65536, range.count)
        let piece = input.extracting(range.lowerBound + count..<range.lowerBound + end)
        crc.update(piece)
        receive(piece)
        count = end
      }
    } else {
      unused = try Self.inflate(input, range, member, limits) { piece in
        crc.update(piece)
        count += piece.count
        receive(piece)
      }
    }
    try Self.check(member, crc.value, count)
    return unused
  }

  /// Range of the member's data in `input`; throws when the member is refused.
  private static func dataRange(
    of member: Member, in input: Span<UInt8>
  ) throws(ZipError) -> Range<Int> {
    if let refusal = member.refusal { throw refusal }
    guard let offset = member.dataOffset, offset <= input.count,
      member.compressedSize <= input.count - offset
    else { throw ZipError(.memberOutside, at: member.headerOffset) }
    return offset..<offset + member.compressedSize
  }

  private static func check(_ member: Member, _ crc: UInt32, _ count: Int) throws(ZipError) {
    guard count == member.uncompressedSize else {
      throw ZipError(
        .sizeMismatch, at: member.headerOffset, value: UInt64(member.uncompressedSize))
    }
    guard crc == member.crc32 else {
      throw ZipError(
        .checksumMismatch, at: member.headerOffset, value: UInt64(member.crc32))
    }
  }

  private static func inflateWhole(
    _ input: Span<UInt8>, _ range: Range<Int>, _ member: Member, _ limits: ZipLimits
  ) throws(ZipError) -> [UInt8] {
    do throws(InflateError) {
      return try Inflate.inflatePart(
        input, range, limit: member.uncompressedSize, maximumRatio: limits.maximumRatio,
        ratioFloor: limits.ratioFloor
      ).output
    } catch {
      throw archiveError(error, member, range)
    }
  }

  /// Inflates in pieces and returns the number of bytes after the stream.
  private static func inflate(
    _ input: Span<UInt8>, _ range: Range<Int>, _ member: Member, _ limits: ZipLimits,
    _ receive: (Span<UInt8>) -> Void
  ) throws(ZipError) -> Int {
    var stream = InflateStream(
      limit: member.uncompressedSize, maximumRatio: limits.maximumRatio,
      ratioFloor: limits.ratioFloor, inputCount: range.count)
    do throws(InflateError) {
      try feed(&stream, input, range, receive)
    } catch {
      throw archiveError(error, member, range)
    }
    return range.count - stream.consumed
  }

  /// A separate function, so that the slice does not outlive the call on the error path.
  private static func feed(
    _ stream: inout InflateStream, _ input: Span<UInt8>, _ range: Range<Int>,
    _ receive: (Span<UInt8>) -> Void
  ) throws(InflateError) {
    _ = try stream.feed(input.extracting(range), receive)
    try stream.finish()
  }

  private static func archiveError(
    _ error: InflateError, _ member: Member, _ range: Range<Int>
  ) -> ZipError {
    if error.code == .outputLimit {
      return ZipError(
        .sizeMismatch, at: member.headerOffset, value: UInt64(member.uncompressedSize))
    }
    return ZipError(
      .deflateInvalid, at: range.lowerBound + error.offset, inflate: error.code)
  }
}
