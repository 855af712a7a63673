/// A `slicer://` link as 3D Slicer takes it from its command line.
///
/// The generic syntax is RFC 3986, read with the leniencies of the application's link class: a stray `%` stands
/// for itself, `+` is no blank, blanks and non-ASCII characters are kept. Names and values of the query are decoded
/// once here; ``ViewerLink`` decodes them the second time, as the one listener of the core does.
///
/// Two links are equal when they mean the same: escapes and the case of scheme and host do not count, and neither
/// do hazards, whose offsets belong to one spelling.
public struct SlicerURL: Sendable {
  /// One `name=value` pair, decoded once. A pair without `=` has an empty value.
  public struct QueryItem: Equatable, Sendable {
    /// Bytes before the first `=`, or all of a pair without one. After one decoding; they need not be UTF-8.
    public var name: [UInt8]
    /// Bytes behind the first `=`, after one decoding; they need not be UTF-8.
    public var value: [UInt8]
    /// Byte offset of the pair in the link.
    public var offset: Int

    /// True when name and value agree. Where the pair stands does not count.
    public static func == (lhs: QueryItem, rhs: QueryItem) -> Bool {
      lhs.name == rhs.name && lhs.value == rhs.value
    }
  }

  /// What stands between `//` and the path.
  public struct Authority: Equatable, Sendable {
    /// Before the first `@`, as written.
    public var userInfo: [UInt8]?
    /// In lower case (ASCII letters only).
    public var host: [UInt8]
    /// Nil when the link gives none; an empty one is none either.
    public var port: UInt16?
  }

  /// Nil without `//`.
  public var authority: Authority?
  /// As written, with its leading `/` if there is one.
  public var path: [UInt8]
  /// In order, duplicates kept; nil without `?`.
  public var query: [QueryItem]?
  /// As written; nil without `#`.
  public var fragment: [UInt8]?
  /// At most ``SlicerURLLimits/maximumHazards``, in order of offset within each kind.
  public internal(set) var hazards: [SlicerURLHazard] = []
  /// Findings beyond the limit.
  public internal(set) var uncountedHazards = 0

  /// Reads one link.
  ///
  /// Cost: linear in the input. Throws when the text is no `slicer` link at all; what is merely suspicious is in
  /// ``hazards``.
  public init(reading input: Span<UInt8>, limits: SlicerURLLimits = .default) throws(SlicerURLError)
  {
    guard input.count <= limits.maximumBytes else {
      throw SlicerURLError(.tooLong, at: limits.maximumBytes)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(input.count)
    for index in 0..<input.count { bytes.append(input[index]) }
    var reader = LinkReader(bytes: bytes, limits: limits)
    self = try reader.read()
  }

  init(authority: Authority?, path: [UInt8], query: [QueryItem]?, fragment: [UInt8]?) {
    self.authority = authority
    self.path = path
    self.query = query
    self.fragment = fragment
  }

  /// The value of the last pair of that name, decoded once.
  public func value(of name: String) -> [UInt8]? {
    let name = Array(name.utf8)
    return query?.last { $0.name == name }?.value
  }

  /// The link in its canonical spelling: reading it gives an equal link.
  public func write() -> [UInt8] {
    var text = Array("slicer:".utf8)
    if let authority {
      text += "//".utf8
      if let userInfo = authority.userInfo { text += userInfo + [UInt8(ascii: "@")] }
      text += authority.host
      if let port = authority.port { text += ":\(port)".utf8 }
    }
    text += path
    if let query {
      text.append(UInt8(ascii: "?"))
      for (index, item) in query.enumerated() {
        if index > 0 { text.append(UInt8(ascii: "&")) }
        text += PercentEncoding.encode(item.name)
        text.append(UInt8(ascii: "="))
        text += PercentEncoding.encode(item.value)
      }
    }
    if let fragment { text += [UInt8(ascii: "#")] + fragment }
    return text
  }
}

extension SlicerURL: Equatable {
  /// True when authority, path, query and fragment agree; hazards do not count.
  public static func == (lhs: SlicerURL, rhs: SlicerURL) -> Bool {
    lhs.authority == rhs.authority && lhs.path == rhs.path && lhs.query == rhs.query
      && lhs.fragment == rhs.fragment
  }
}
