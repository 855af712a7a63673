internal import ZipReading

/// Reads the header of a NIfTI-1 (348 bytes) or NIfTI-2 file (540 bytes).
///
/// Facts: nifti1.h and nifti2.h of the NIfTI Data Format Working Group. NIfTI-1: `dim` at 40,
/// `datatype` at 70, `bitpix` at 72, `vox_offset` at 108, magic at 344. NIfTI-2: magic at 4,
/// `datatype` at 12, `bitpix` at 14, `dim` at 16, `vox_offset` at 168. Extensions follow the
/// header: four bytes, then blocks of a size, a code and data up to `vox_offset`.
enum NIfTIReading {
  /// Bytes that hold the header and the first extensions.
  private static let headLimit = 1 << 16

  static func isCompressed(_ input: Span<UInt8>) -> Bool {
    input.count >= 2 && input[0] == 0x1F && input[1] == 0x8B
  }

  /// Format of an uncompressed header and its byte order; nil when it is none.
  static func format(_ input: Span<UInt8>) -> (format: ImageHeader.Format, isBigEndian: Bool)? {
    guard input.count >= 8 else { return nil }
    for isBigEndian in [false, true] {
      switch input.unsigned(at: 0, width: 4, isBigEndian: isBigEndian) {
      case 348 where input.has("n+1\0", at: 344) || input.has("ni1\0", at: 344):
        return (.nifti1, isBigEndian)
      case 540 where input.has("n+2\0", at: 4) || input.has("ni2\0", at: 4):
        return (.nifti2, isBigEndian)
      default: continue
      }
    }
    return nil
  }

  static func read(
    _ input: Span<UInt8>, _ limits: SideFileLimits
  ) throws(SideFileError) -> ImageHeader {
    do throws(Refusal) {
      guard isCompressed(input) else { return try readHeader(input, input.count, limits) }
      return try readCompressed(input, limits)
    } catch {
      throw SideFileError(error, in: input)
    }
  }

  /// Inflates the file and keeps its first bytes; memory does not depend on the file.
  private static func readCompressed(
    _ input: Span<UInt8>, _ limits: SideFileLimits
  ) throws(Refusal) -> ImageHeader {
    var head: [UInt8] = []
    var count = 0
    var failure: InflateError?
    do throws(InflateError) {
      try CompressedData.readMembers(input, limit: limits.maximumInflatedBytes) { piece in
        count += piece.count
        var index = 0
        while head.count < headLimit, index < piece.count {
          head.append(piece[index])
          index += 1
        }
      }
    } catch {
      failure = error
    }
    let isCut = failure?.code == .outputLimit
    var header: ImageHeader
    do throws(Refusal) {
      header = try readHeader(head.span, isCut ? Int.max : count, limits)
    } catch {
      // Offsets of the decompressed header do not exist in the file.
      throw Refusal(code: error.code, offset: 0)
    }
    header.encoding = .compressed
    header.report.moveToStart()
    if let failure, !isCut {
      header.report.addHazard(.invalidStream, at: min(failure.offset, input.count))
    }
    return header
  }

  /// Reads the header in `head`, of a file with `count` bytes.
  private static func readHeader(
    _ head: Span<UInt8>, _ count: Int, _ limits: SideFileLimits
  ) throws(Refusal) -> ImageHeader {
    guard let (format, isBigEndian) = format(head) else {
      throw Refusal(code: .missingMagic, offset: 0)
    }
    var header = ImageHeader(format, limits: limits)
    let isFirst = format == .nifti1
    let headerBytes = isFirst ? 348 : 540
    guard head.count >= headerBytes else {
      throw Refusal(code: .headerNotEnded, offset: head.count)
    }
    let dimOffset = isFirst ? 40 : 16
    let width = isFirst ? 2 : 8
    func dimension(_ index: Int) -> Int64 {
      head.signed(at: dimOffset + index * width, width: width, isBigEndian: isBigEndian)
    }
    let axes = dimension(0)
    guard (1...7).contains(axes) else { throw Refusal(code: .invalidField, offset: dimOffset) }
    for axis in 1...Int(axes) {
      let size = dimension(axis)
      let offset = dimOffset + axis * width
      if size < 1 { header.report.addHazard(.negativeCount, at: offset) }
      header.sizes.append(UInt64(max(size, 0)))
    }
    let typeOffset = isFirst ? 70 : 12
    let type = head.signed(at: typeOffset, width: 2, isBigEndian: isBigEndian)
    let bits = head.signed(at: typeOffset + 2, width: 2, isBigEndian: isBigEndian)
    guard let typeBits = sampleBits[type] else {
      throw Refusal(code: .invalidField, offset: typeOffset)
    }
    header.componentBytes = max(1, typeBits / 8)
    if bits != Int64(typeBits) { header.report.addHazard(.sizesDisagree, at: typeOffset + 2) }
    if header.sampleBytes > 1 << 36 { header.report.addHazard(.hugeImage, at: dimOffset) }
    let isDetached = head.has("ni", at: isFirst ? 344 : 4)
    if isDetached {
      header.report.addNote(.detachedData, at: isFirst ? 344 : 4)
      return header
    }
    readOffset(&header, head, count, isFirst, isBigEndian)
    return header
  }

  /// Checks `vox_offset`, the samples after it and the extensions before it.
  private static func readOffset(
    _ header: inout ImageHeader, _ head: Span<UInt8>, _ count: Int, _ isFirst: Bool,
    _ isBigEndian: Bool
  ) {
    let field = isFirst ? 108 : 168
    let headerBytes = isFirst ? 348 : 540
    let stated: Double
    if isFirst {
      let bits = UInt32(head.unsigned(at: field, width: 4, isBigEndian: isBigEndian))
      stated = Double(Float(bitPattern: bits))
    } else {
      stated = Double(head.signed(at: field, width: 8, isBigEndian: isBigEndian))
    }
    guard stated.isFinite, stated >= 0, stated <= Double(1 << 52), Int(stated) <= count else {
      header.report.addHazard(.offsetOutside, at: field)
      return
    }
    // Readers use the end of the header where the offset lies inside it.
    if stated > 0, Int(stated) < headerBytes { header.report.addHazard(.sizesDisagree, at: field) }
    let start = min(max(Int(stated), headerBytes + 4), count)
    header.dataOffset = start
    let claimed = header.sampleBytes
    header.report.claim(claimed, at: isFirst ? 40 : 16, available: count - start)
    if count != Int.max, claimed < UInt64(count - start) {
      header.report.addNote(.surplusData, at: min(start, head.count))
    }
    readExtensions(&header, head, headerBytes, start, isBigEndian)
  }

  private static func readExtensions(
    _ header: inout ImageHeader, _ head: Span<UInt8>, _ headerBytes: Int, _ end: Int,
    _ isBigEndian: Bool
  ) {
    guard head.count >= headerBytes + 4, head[headerBytes] != 0 else { return }
    var position = headerBytes + 4
    while position < end, position + 8 <= head.count {
      let size = head.signed(at: position, width: 4, isBigEndian: isBigEndian)
      guard size >= 8, size <= Int64(end - position) else {
        header.report.addHazard(.offsetOutside, at: position)
        return
      }
      if size % 16 != 0 { header.report.addHazard(.sizesDisagree, at: position) }
      position += Int(size)
    }
  }

  /// Bits per sample of each data type (`DT_…`).
  private static let sampleBits: [Int64: Int] = [
    1: 1, 2: 8, 4: 16, 8: 32, 16: 32, 32: 64, 64: 64, 128: 24, 256: 8, 512: 16, 768: 32,
    1024: 64, 1280: 64, 1536: 128, 1792: 128, 2048: 256, 2304: 32,
  ]
}
