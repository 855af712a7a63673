/// Header of an NRRD file (NRRD0001 to NRRD0006), attached to its data or detached (`.nhdr`).
///
/// Read as the library in 3D Slicer reads it: an unknown, invalid or repeated field refuses the
/// file. Data files are not opened. Cost: linear in the header.
public struct NRRDHeader: Sendable, Equatable {
  /// A key/value pair, unescaped. Of pairs with one key the last wins.
  public struct Pair: Sendable, Equatable {
    /// Text before `:=`, unescaped.
    public var key: [UInt8]
    /// Text after `:=`, unescaped: `\n` is a line end.
    public var value: [UInt8]
    /// Byte offset of the line; not compared.
    public var offset: Int

    /// True when key and value agree. Offsets do not count.
    public static func == (one: Pair, other: Pair) -> Bool {
      one.key == other.key && one.value == other.value
    }
  }

  /// A field with its name in canonical spelling.
  public struct Field: Sendable, Equatable {
    /// Canonical field name, in lower case.
    public var name: String
    /// Text after the colon as written, without leading blanks.
    public var value: [UInt8]
    /// Byte offset of the line; not compared.
    public var offset: Int

    /// True when name and value agree. Offsets do not count.
    public static func == (one: Field, other: Field) -> Bool {
      one.name == other.name && one.value == other.value
    }
  }

  /// Number in the magic, 1 to 6.
  public internal(set) var version = 0
  /// Fields in file order.
  public internal(set) var fields: [Field] = []
  /// Pairs in the order of the first occurrence of each key.
  public internal(set) var pairs: [Pair] = []
  /// Number of samples along each axis.
  public internal(set) var sizes: [UInt64] = []
  /// Comment lines in file order, without `#` and leading blanks.
  public internal(set) var comments: [[UInt8]] = []
  /// Detached data files.
  public internal(set) var dataFiles: [[UInt8]] = []
  /// Bytes to skip at the start of each data file, from a `SKIPLIST`; empty without one. A negative
  /// number counts from the end of the file.
  public internal(set) var dataFileSkips: [Int64] = []
  /// Offset of the first byte of the data; nil when the data is detached.
  public internal(set) var dataOffset: Int?
  /// Notes and hazards, with offsets in the file.
  public internal(set) var report = SideFileReport(limit: 0)

  /// Reads the header of a file.
  public init(
    reading input: Span<UInt8>, limits: SideFileLimits = .default
  ) throws(SideFileError) {
    guard NRRDReading.headerEnd(input) <= limits.maximumBytes else {
      throw SideFileError(.sizeLimit, at: limits.maximumBytes, in: input)
    }
    var reading = NRRDReading(input, limits: limits)
    do throws(Refusal) {
      self = try reading.read()
      checkData(input, limits)
    } catch {
      throw SideFileError(error, in: input)
    }
  }

  init() {}

  /// The value of a field.
  public func value(of field: String) -> [UInt8]? { fields.first { $0.name == field }?.value }

  /// The value of a key.
  public func value(ofKey key: String) -> [UInt8]? {
    pairs.first { $0.key.elementsEqual(key.utf8) }?.value
  }

  /// Bytes of all samples without compression, saturating at `UInt64.max`; 0 for an unknown type.
  public var dataByteCount: UInt64 {
    let type = value(of: "type") ?? []
    let isBlock = type.elementsEqual("block".utf8)
    let bytes =
      isBlock
      ? value(of: "block size").flatMap { NRRDReading.leadingNumber($0[...]) } ?? 0
      : Int64(NRRDField.sampleBytes(type))
    return product(sizes + [UInt64(max(bytes, 0))])
  }

  /// Whether the lines after the field `data file` are names.
  var hasFileList: Bool { hasDataFile("LIST") || hasSkipList }

  /// Whether these lines begin with a number of bytes to skip.
  var hasSkipList: Bool { hasDataFile("SKIPLIST") }

  /// Whether the field `data file` begins with `word` and is no pattern.
  private func hasDataFile(_ word: String) -> Bool {
    guard let value = value(of: "data file"), value.starts(with: word.utf8) else { return false }
    return !DataFilePattern.hasConversion(value, "d")
  }

  /// True when two headers have the same content. Offsets and the report are not compared; attached
  /// and detached headers differ.
  public static func == (one: NRRDHeader, other: NRRDHeader) -> Bool {
    one.version == other.version && one.fields == other.fields && one.pairs == other.pairs
      && one.sizes == other.sizes && one.comments == other.comments
      && one.dataFiles == other.dataFiles && one.dataFileSkips == other.dataFileSkips
      && (one.dataOffset == nil) == (other.dataOffset == nil)
  }

  /// Writes the header, with its empty line when data follows. Reading it gives an equal header.
  public func write() -> [UInt8] {
    var text = Array("NRRD000\(version)\n".utf8)
    for comment in comments { text += [UInt8(ascii: "#"), 0x20] + comment + [0x0A] }
    for pair in pairs {
      text += Self.escape(pair.key) + Array(":=".utf8) + Self.escape(pair.value) + [0x0A]
    }
    for field in fields { text += Array("\(field.name): ".utf8) + field.value + [0x0A] }
    // The list of files follows its field, which is the last.
    if hasFileList {
      for (index, file) in dataFiles.enumerated() {
        if hasSkipList { text += Array("\(dataFileSkips[index]) ".utf8) }
        text += file + [0x0A]
      }
    } else if dataOffset != nil {
      text.append(0x0A)
    }
    return text
  }

  private static func escape(_ text: [UInt8]) -> [UInt8] {
    text.flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "\\"): Array("\\\\".utf8)
      case 0x0A: Array("\\n".utf8)
      default: [byte]
      }
    }
  }
}
