/// Typed values from the bytes of an input, for targets that call an interface with more than one
/// text.
///
/// Numbers and choices come from the end of the input, texts from its start, as in libFuzzer's
/// `FuzzedDataProvider`: a mutation of a text leaves the choices as they are. Nothing fails: after
/// the last byte every number is the lowest of its range and every text is empty. O(bytes).
public struct InputProvider: Sendable {
  private let input: [UInt8]
  private var range: Range<Int>

  /// Copies the input.
  public init(_ input: Span<UInt8>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(input.count)
    for index in input.indices { bytes.append(input[index]) }
    self.init(bytes)
  }

  /// Reads from `bytes`.
  public init(_ bytes: [UInt8]) {
    input = bytes
    range = bytes.indices
  }

  /// Bytes that are left.
  public var count: Int { range.count }

  private mutating func last() -> UInt8? {
    guard !range.isEmpty else { return nil }
    range = range.lowerBound..<(range.upperBound - 1)
    return input[range.upperBound]
  }

  /// An integer of `bounds`, from as many bytes at the end as the bounds need.
  public mutating func integer<Number: FixedWidthInteger>(
    in bounds: ClosedRange<Number>
  ) -> Number {
    let distance = Number.Magnitude(truncatingIfNeeded: bounds.upperBound &- bounds.lowerBound)
    var value: Number.Magnitude = 0
    var rest = distance
    while rest > 0, let byte = last() {
      value = value << 8 | Number.Magnitude(byte)
      rest >>= 8
    }
    if distance < .max { value %= distance + 1 }
    return bounds.lowerBound &+ Number(truncatingIfNeeded: value)
  }

  /// Any integer of the type, from its width in bytes.
  public mutating func integer<Number: FixedWidthInteger>(
    _ type: Number.Type = Number.self
  ) -> Number {
    integer(in: Number.min...Number.max)
  }

  /// A truth value, from one byte.
  public mutating func flag() -> Bool { integer(in: 0...UInt8(1)) == 1 }

  /// One of `values`; nil when there is none.
  public mutating func choice<Values: RandomAccessCollection>(
    of values: Values
  ) -> Values.Element? {
    guard !values.isEmpty else { return nil }
    let distance = integer(in: 0...(values.count - 1))
    return values[values.index(values.startIndex, offsetBy: distance)]
  }

  /// At most `limit` bytes from the start; the length comes from the end.
  public mutating func bytes(atMost limit: Int) -> [UInt8] {
    let length = integer(in: 0...max(limit, 0))
    let end = range.lowerBound + min(length, range.count)
    defer { range = end..<range.upperBound }
    return Array(input[range.lowerBound..<end])
  }

  /// A text of at most `limit` bytes from the start; bytes that are not UTF-8 are replaced.
  public mutating func text(atMost limit: Int) -> String {
    String(decoding: bytes(atMost: limit), as: UTF8.self)
  }

  /// All bytes that are left.
  public mutating func rest() -> [UInt8] {
    defer { range = range.upperBound..<range.upperBound }
    return Array(input[range])
  }
}
