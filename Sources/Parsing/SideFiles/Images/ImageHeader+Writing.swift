internal import ZipReading

extension ImageHeader {
  /// Writes a file with this header and samples of zero bytes.
  ///
  /// Nil when the samples have more than `limit` bytes, when the element type is unknown, or when a
  /// data file has a name that no list can hold. Reading the file gives the same format, encoding,
  /// sizes, components and data files, without hazards of its size.
  public func write(limit: Int = 1 << 24) -> [UInt8]? {
    guard dataOffset == nil || sampleBytes <= UInt64(max(limit, 0)) else { return nil }
    switch format {
    case .metaImage: return metaImage()
    case .nifti1, .nifti2:
      guard let bytes = nifti() else { return nil }
      return encoding == .compressed ? Self.gzip(bytes) : bytes
    }
  }

  private func metaImage() -> [UInt8]? {
    let names = [1: "MET_UCHAR", 2: "MET_USHORT", 4: "MET_FLOAT", 8: "MET_DOUBLE"]
    guard let type = names[componentBytes] else { return nil }
    var data: [UInt8] = []
    if dataOffset != nil {
      switch encoding {
      case .raw: data = [UInt8](repeating: 0, count: Int(sampleBytes))
      case .compressed: data = Self.zlib([UInt8](repeating: 0, count: Int(sampleBytes)))
      case .text:
        let count = Int(product(sizes + [componentCount]))
        data = Array(Array(repeating: [UInt8(ascii: "0")], count: count).joined(separator: [0x20]))
      }
    }
    var text = "ObjectType = Image\nNDims = \(sizes.count)\n"
    text += "DimSize = \(sizes.map(String.init).joined(separator: " "))\n"
    text += "ElementNumberOfChannels = \(componentCount)\nElementType = \(type)\n"
    if encoding == .text { text += "BinaryData = False\n" }
    if encoding == .compressed {
      text += "CompressedData = True\n"
      if let size = dataOffset == nil ? compressedBytes : UInt64(data.count) {
        text += "CompressedDataSize = \(size)\n"
      }
    }
    if headerSize != 0, dataOffset == nil { text += "HeaderSize = \(headerSize)\n" }
    guard dataOffset == nil else { return Array("\(text)ElementDataFile = LOCAL\n".utf8) + data }
    var bytes = Array("\(text)ElementDataFile = LIST\n".utf8)
    for name in dataFiles {
      guard !name.isEmpty, name.count <= 4096, !name.contains(0x0A),
        name[...].trimmed.count == name.count
      else { return nil }
      bytes += name + [0x0A]
    }
    return bytes
  }

  /// A little-endian file with an empty extension flag.
  private func nifti() -> [UInt8]? {
    let types: [Int: (code: Int, bits: Int)] = [
      1: (2, 8), 2: (4, 16), 3: (128, 24), 4: (8, 32), 8: (64, 64), 16: (1792, 128),
      32: (2048, 256),
    ]
    guard let type = types[componentBytes], (1...7).contains(sizes.count) else { return nil }
    let isFirst = format == .nifti1
    let length = isFirst ? 348 : 540
    var bytes = [UInt8](repeating: 0, count: length + 4)
    func set(_ place: Int, _ value: UInt64, _ width: Int) {
      for byte in 0..<width {
        bytes[place + byte] = UInt8(truncatingIfNeeded: value >> UInt64(8 * byte))
      }
    }
    let isDetached = dataOffset == nil
    let magic = (isDetached ? "ni" : "n+") + (isFirst ? "1\0" : "2\0\r\n\u{1A}\n")
    for (place, byte) in magic.utf8.enumerated() { bytes[(isFirst ? 344 : 4) + place] = byte }
    set(0, UInt64(length), 4)
    let (dim, width) = isFirst ? (40, 2) : (16, 8)
    set(dim, UInt64(sizes.count), width)
    for (axis, size) in sizes.enumerated() { set(dim + (axis + 1) * width, size, width) }
    set(isFirst ? 70 : 12, UInt64(type.code), 2)
    set(isFirst ? 72 : 14, UInt64(type.bits), 2)
    if isDetached { return bytes }
    let offset = UInt64(length + 4)
    if isFirst {
      set(108, UInt64(Float(offset).bitPattern), 4)
    } else {
      set(168, offset, 8)
    }
    return bytes + [UInt8](repeating: 0, count: Int(sampleBytes))
  }

  private static func little(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
  }

  private static func zlib(_ content: [UInt8]) -> [UInt8] {
    [0x78, 0x01] + Deflate.deflate(content.span, level: .fast)
      + little(Adler32.checksum(content.span).byteSwapped)
  }

  private static func gzip(_ content: [UInt8]) -> [UInt8] {
    [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + Deflate.deflate(content.span, level: .fast)
      + little(CRC32.checksum(content.span)) + little(UInt32(truncatingIfNeeded: content.count))
  }
}
