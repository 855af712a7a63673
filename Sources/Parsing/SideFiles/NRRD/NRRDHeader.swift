/// The header of an NRRD file (NRRD0001 to NRRD0006), attached to its data or apart from it (`.nhdr`).
///
/// Read as the library inside 3D Slicer reads it: a field that is not known, not right or given twice refuses the file.
/// Nothing is opened; the data is not looked at. Cost: linear in the header.
public struct NRRDHeader: Sendable, Equatable {
  /// A pair of the header, unescaped. Of pairs with one key the last counts.
  public struct Pair: Sendable, Equatable {
    /// What stands before `:=`, unescaped.
    public var key: [UInt8]
    /// What stands behind `:=`, unescaped: `\n` is a line end there.
    public var value: [UInt8]
    /// Byte offset of the line; not compared.
    public var offset: Int

    /// True when key and value agree. Offsets do not count.
    public static func == (one: Pair, other: Pair) -> Bool {
      one.key == other.key && one.value == other.value
    }
  }

  /// A field as written, its name in lower case and in its one spelling.
  public struct Field: Sendable, Equatable {
    /// One of the format's field names, in lower case.
    public var name: String
    /// What stands behind the colon, as written, without the blanks in front.
    public var value: [UInt8]
    /// Byte offset of the line; not compared.
    public var offset: Int

    /// True when name and value agree. Offsets do not count.
    public static func == (one: Field, other: Field) -> Bool {
      one.name == other.name && one.value == other.value
    }
  }

  /// Digits behind `NRRD`, 1 to 6.
  public internal(set) var version = 0
  /// In the order of the file.
  public internal(set) var fields: [Field] = []
  /// In the order of their first key, each key once.
  public internal(set) var pairs: [Pair] = []
  /// Samples along each axis.
  public internal(set) var sizes: [UInt64] = []
  /// Lines that begin with `#`, without it and the blanks behind it, in the order of the file.
  public internal(set) var comments: [[UInt8]] = []
  /// Files that hold the data, when they are named.
  public internal(set) var dataFiles: [[UInt8]] = []
  /// Offset of the first byte of the data; nil when the data is in other files.
  public internal(set) var dataOffset: Int?
  /// Remarks and hazards, with offsets in the file.
  public internal(set) var report = SideFileReport(limit: 0)

  /// Reads the header of a file; the bytes behind it do not matter.
  public init(
    reading input: Span<UInt8>, limits: SideFileLimits = .default
  ) throws(SideFileError) {
    guard input.count <= limits.maximumBytes else {
      throw SideFileError(.sizeLimit, at: limits.maximumBytes, in: input)
    }
    var reading = NRRDReading(input, limits: limits)
    do throws(Refusal) {
      self = try reading.read()
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

  /// True when two headers say the same: offsets and the report do not count, attached or not does.
  public static func == (one: NRRDHeader, other: NRRDHeader) -> Bool {
    one.version == other.version && one.fields == other.fields && one.pairs == other.pairs
      && one.sizes == other.sizes && one.comments == other.comments
      && one.dataFiles == other.dataFiles && (one.dataOffset == nil) == (other.dataOffset == nil)
  }

  /// The header, with its empty line when data follows. Reading it gives an equal header.
  public func write() -> [UInt8] {
    var text = Array("NRRD000\(version)\n".utf8)
    for comment in comments { text += [UInt8(ascii: "#"), 0x20] + comment + [0x0A] }
    for pair in pairs {
      text += Self.escape(pair.key) + Array(":=".utf8) + Self.escape(pair.value) + [0x0A]
    }
    for field in fields { text += Array("\(field.name): ".utf8) + field.value + [0x0A] }
    // A list of files is named by the last field.
    if value(of: "data file")?.starts(with: "LIST".utf8) == true {
      for file in dataFiles { text += file + [0x0A] }
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
