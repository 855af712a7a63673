/// A field name, and the words that fields accept.
struct NRRDField {
  let name: String

  /// Every spelling, with its canonical one.
  private static let spellings: [String: String] = {
    var spellings: [String: String] = [:]
    for name in [
      "content", "number", "type", "block size", "dimension", "space", "space dimension", "sizes",
      "spacings", "thicknesses", "axis mins", "axis maxs", "space directions", "centers", "kinds",
      "labels", "units", "min", "max", "old min", "old max", "endian", "encoding", "line skip",
      "byte skip", "data file", "sample units", "space units", "space origin", "measurement frame",
    ] {
      spellings[name] = name
    }
    for (other, name) in [
      ("blocksize", "block size"), ("axismins", "axis mins"), ("axismaxs", "axis maxs"),
      ("centerings", "centers"), ("oldmin", "old min"), ("oldmax", "old max"),
      ("lineskip", "line skip"), ("byteskip", "byte skip"), ("datafile", "data file"),
      ("sampleunits", "sample units"),
    ] {
      spellings[other] = name
    }
    return spellings
  }()

  /// Creates a field from its name, in any case; nil for an unknown name.
  init?(name: ArraySlice<UInt8>) {
    guard name.count <= 32,
      let known = Self.spellings[String(decoding: name, as: UTF8.self).lowercased()]
    else { return nil }
    self.name = known
  }

  /// Bytes per sample of each type.
  private static let types: [String: Int] = {
    var types: [String: Int] = [:]
    for (bytes, names) in [
      (1, ["signed char", "int8", "int8_t", "uchar", "unsigned char", "uint8", "uint8_t"]),
      (
        2,
        [
          "short", "short int", "signed short", "signed short int", "int16", "int16_t", "ushort",
          "unsigned short", "unsigned short int", "uint16", "uint16_t",
        ]
      ),
      (4, ["int", "signed int", "int32", "int32_t", "uint", "unsigned int", "uint32", "uint32_t"]),
      (
        8,
        [
          "longlong", "long long", "long long int", "signed long long", "signed long long int",
          "int64", "int64_t", "ulonglong", "unsigned long long", "unsigned long long int",
          "uint64", "uint64_t",
        ]
      ), (4, ["float"]), (8, ["double"]), (1, ["block"]),
    ] {
      for name in names { types[name] = bytes }
    }
    return types
  }()

  /// Bytes per sample; 0 for an unknown type.
  static func sampleBytes(_ text: [UInt8]) -> Int { types[word(text)] ?? 0 }

  /// How samples are encoded.
  enum Encoding { case raw, text, hexadecimal, gzip, bzip2, zeroRuns }

  private static let encodings: [String: Encoding] = [
    "raw": .raw, "txt": .text, "text": .text, "ascii": .text, "hex": .hexadecimal, "gz": .gzip,
    "gzip": .gzip, "bz2": .bzip2, "bzip2": .bzip2, "zrl": .zeroRuns,
  ]

  /// The encoding of that name; nil for an unknown one.
  static func encoding(_ text: [UInt8]) -> Encoding? { encodings[word(text)] }
  static func isEncoding(_ text: [UInt8]) -> Bool { encoding(text) != nil }
  static func isText(_ text: [UInt8]) -> Bool { encoding(text) == .text }
  static func isEndian(_ text: [UInt8]) -> Bool { ["little", "big"].contains(word(text)) }
  static func isCenter(_ text: [UInt8]) -> Bool {
    ["cell", "node", "???", "none"].contains(word(text))
  }

  /// Number of samples along an axis of each kind; 0 for any number.
  private static let kinds: [String: Int] = [
    "domain": 0, "space": 0, "time": 0, "list": 0, "point": 0, "vector": 0, "covariant-vector": 0,
    "normal": 0, "???": 0, "none": 0, "stub": 1, "scalar": 1, "complex": 2, "2-vector": 2,
    "3-color": 3, "rgb-color": 3, "hsv-color": 3, "xyz-color": 3, "4-color": 4, "rgba-color": 4,
    "3-vector": 3, "3-gradient": 3, "3-normal": 3, "4-vector": 4, "quaternion": 4,
    "2d-symmetric-matrix": 3, "2d-masked-symmetric-matrix": 4, "2d-matrix": 4,
    "2d-masked-matrix": 5, "3d-symmetric-matrix": 6, "3d-masked-symmetric-matrix": 7,
    "3d-matrix": 9, "3d-masked-matrix": 10,
  ]

  /// Number of samples along an axis of this kind, 0 for any; nil for an unknown kind.
  static func kindSize(_ text: [UInt8]) -> Int? { kinds[word(text)] }

  /// Number of axes of each space.
  private static let spaces: [String: Int] = {
    var spaces: [String: Int] = [:]
    for (name, short) in [
      ("right-anterior-superior", "ras"), ("left-anterior-superior", "las"),
      ("left-posterior-superior", "lps"),
    ] {
      for (long, count) in [(name, 3), (short, 3), (name + "-time", 4), (short + "t", 4)] {
        spaces[long] = count
      }
    }
    for name in ["scanner-xyz", "3d-right-handed", "3d-left-handed"] {
      spaces[name] = 3
      spaces[name + "-time"] = 4
    }
    return spaces
  }()

  /// Number of axes of a space; nil for an unknown space.
  static func spaceDimension(_ text: [UInt8]) -> Int? { spaces[word(text)] }

  private static func word(_ text: [UInt8]) -> String {
    String(decoding: text.prefix(64), as: UTF8.self).lowercased()
  }
}
