internal import ByteReading

/// Value of an attribute as its class decodes it.
public enum AttributeValue: Equatable, Sendable {
  case bool(Bool)
  case integer(Int32)
  case real(Double)
  /// A text with its escapes decoded.
  case text([UInt8])
  /// A string of an enumeration and its number.
  case term(String, Int32)
  case bools([Bool])
  case integers([Int32])
  case reals([Double])
  case texts([[UInt8]])
  /// Names with their values, in order.
  case pairs([NamedValue])
  /// A list of fields for each record.
  case records([[[UInt8]]])
  /// Only the presence of the attribute counts.
  case present
  /// The class knows the attribute and does not use it.
  case ignored
  /// The class reports an error and keeps the previous value.
  case rejected
  /// The format does not define the value: the text ends too early, or the stream failed before the
  /// last number.
  case unspecified
}

/// A name with its value, both with their escapes decoded.
public struct NamedValue: Equatable, Sendable {
  /// Name, decoded. Any bytes: names are not checked.
  public var name: [UInt8]
  /// Value, decoded. Any bytes.
  public var value: [UInt8]

  /// A pair with escapes already decoded.
  public init(name: [UInt8], value: [UInt8]) {
    self.name = name
    self.value = value
  }
}

extension AttributeValue {
  /// Reads `text` as `kind` defines. Linear in the text.
  public init(reading text: ArraySlice<UInt8>, as kind: ValueKind) {
    switch kind {
    case .bool: self = .bool(text.elementsEqual("true".utf8))
    case .string, .nodeID, .format: self = .text(Array(text))
    case .int: self = VariantNumber.int(text).map(Self.integer) ?? .rejected
    case .float: self = VariantNumber.double(text).map(Self.real) ?? .rejected
    case .enumeration(let enumeration):
      self = Self.term(text, of: enumeration) ?? .rejected
    case .enumerationOrNumber(let enumeration):
      self =
        Self.term(text, of: enumeration)
        ?? CNumber.int(text).map { .term(enumeration.string(of: $0), $0) } ?? .unspecified
    case .looseEnumeration(let enumeration, let other):
      self = Self.term(text, of: enumeration) ?? .term(enumeration.string(of: other), other)
    case .stream(let element): self = Self.readNumber(text, element)
    case .vector(let element, let count): self = Self.readVector(text, element, count)
    case .numberList: self = Self.readNumberList(text)
    case .stringList: self = .texts(Self.fields(text, separator: ";").map(Escape.listItem.decode))
    case .barList:
      let pieces = text.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
      self = .texts(text.isEmpty ? [] : pieces.map(Array.init))
    case .labels(let count): self = .texts(Self.labels(text, count))
    case .levels: self = Self.readLevels(text)
    case .lines: self = .text(Self.readLines(text))
    case .words: self = .texts(text.split(whereSeparator: \.isASCIISpace).map(Array.init))
    case .nodeIDs:
      let words = text.split { $0.isASCIISpace || $0 == UInt8(ascii: ";") }
      self = .texts(words.map(Array.init))
    case .firstWord:
      self = .text(Array(text.split(maxSplits: 1, whereSeparator: \.isASCIISpace).first ?? []))
    case .keyValueWords: self = .pairs(Self.readTags(text))
    case .path, .uri, .urlEncoded: self = .text(Escape.url.decode(text))
    case .codedEntry:
      let decoded = Escape.url.decode(text)
      self = .pairs(
        Self.fields(decoded[...], separator: "|").compactMap { Self.pair($0, at: ":") }
          .filter { pair in Self.codedNames.contains { pair.name.elementsEqual($0.utf8) } })
    case .textProperty:
      self = Self.readTextProperty(text)
    case .atoi: self = CNumber.int(text).map(Self.integer) ?? .unspecified
    case .atof: self = CNumber.double(text).map(Self.real) ?? .unspecified
    case .presence: self = .present
    case .ignored: self = .ignored
    case .record(let record): self = Self.readRecord(text, record)
    }
  }

  private static func term(_ text: ArraySlice<UInt8>, of enumeration: Enumeration) -> Self? {
    // The enumeration's own string, so that no new one is made.
    enumeration.number(of: text).map { .term(enumeration.string(of: $0), $0) }
  }

  private static func readNumber(_ text: ArraySlice<UInt8>, _ element: ValueKind.Element) -> Self {
    var stream = NumberStream(text)
    switch element {
    case .bool: return stream.readBool().map(Self.bool) ?? .unspecified
    case .int: return stream.readInt().map(Self.integer) ?? .unspecified
    case .double: return stream.readDouble().map(Self.real) ?? .unspecified
    }
  }

  private static func readVector(
    _ text: ArraySlice<UInt8>, _ element: ValueKind.Element, _ count: Int
  ) -> Self {
    var stream = NumberStream(text)
    switch element {
    case .bool:
      let bools = (0..<count).compactMap { _ in stream.readBool() }
      return bools.count == count ? .bools(bools) : .unspecified
    case .int:
      let integers = (0..<count).compactMap { _ in stream.readInt() }
      return integers.count == count ? .integers(integers) : .unspecified
    case .double:
      var reals: [Double] = []
      reals.reserveCapacity(count)
      while reals.count < count, let real = stream.readDouble() { reals.append(real) }
      return reals.count == count ? .reals(reals) : .unspecified
    }
  }

  /// Reads numbers separated by white space or bars, up to the first word that is not one.
  private static func readNumberList(_ text: ArraySlice<UInt8>) -> Self {
    var reals: [Double] = []
    for word in text.split(whereSeparator: { $0.isASCIISpace || $0 == UInt8(ascii: "|") }) {
      var stream = NumberStream(word)
      guard let value = stream.readDouble(), !stream.hasFailed else { break }
      reals.append(value)
    }
    return .reals(reals)
  }

  /// Names that a coded entry of a terminology may have.
  private static let codedNames = ["CodeValue", "CodingSchemeDesignator", "CodeMeaning"]
}

extension AttributeValue {
  /// Splits `text` like C++'s `getline`: without a last empty piece.
  static func fields(_ text: ArraySlice<UInt8>, separator: Unicode.Scalar) -> [ArraySlice<UInt8>] {
    var fields = text.split(separator: UInt8(ascii: separator), omittingEmptySubsequences: false)
    if fields.last?.isEmpty == true { fields.removeLast() }
    return fields
  }

  /// Splits `text` at the first separator; nil without one.
  static func pair(_ text: ArraySlice<UInt8>, at separator: Unicode.Scalar) -> NamedValue? {
    guard let cut = text.firstIndex(of: UInt8(ascii: separator)) else { return nil }
    return NamedValue(name: Array(text[..<cut]), value: Array(text[(cut + 1)...]))
  }
}
