/// A `slicer://` link, read as 3D Slicer reads it from its command line.
///
/// The syntax is RFC 3986 with the leniencies of the application's link class: a stray `%` stands
/// for itself, `+` is not a space, spaces and non-ASCII characters are kept. Names and values of
/// the query are decoded once here; ``ViewerLink`` decodes them a second time, as the only listener
/// of the core does.
///
/// Two links are equal if they mean the same. Escapes, the case of scheme and host, and hazards,
/// whose offsets belong to one spelling, do not count.
public struct SlicerURL: Sendable {
  /// A `name=value` pair, decoded once. A pair without `=` has an empty value.
  public struct QueryItem: Equatable, Sendable {
    /// Bytes before the first `=`, or all of a pair without one. Decoded once; not necessarily
    /// UTF-8.
    public var name: [UInt8]
    /// Bytes after the first `=`, decoded once; not necessarily UTF-8.
    public var value: [UInt8]
    /// Byte offset of the pair in the link.
    public var offset: Int

    /// Compares name and value; the offset does not count.
    public static func == (lhs: QueryItem, rhs: QueryItem) -> Bool {
      lhs.name == rhs.name && lhs.value == rhs.value
    }
  }

  /// Authority: the part between `//` and the path.
  public struct Authority: Equatable, Sendable {
    /// Bytes before the first `@`, as written.
    public var userInfo: [UInt8]?
    /// Host, ASCII letters in lower case.
    public var host: [UInt8]
    /// Port; nil if absent or empty.
    public var port: UInt16?
  }

  /// Authority; nil without `//`.
  public var authority: Authority?
  /// Path as written, with its leading `/` if it has one.
  public var path: [UInt8]
  /// Pairs of the query in order, duplicates included; nil without `?`.
  public var query: [QueryItem]?
  /// Fragment as written; nil without `#`.
  public var fragment: [UInt8]?
  /// At most ``SlicerURLLimits/maximumHazards``, in order of offset within each kind.
  public internal(set) var hazards: [SlicerURLHazard] = []
  /// Number of hazards beyond the limit.
  public internal(set) var uncountedHazards = 0

  /// Reads one link.
  ///
  /// Throws if the text is not a `slicer` link; what is merely suspicious is in ``hazards``. Cost:
  /// linear in the input.
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

  /// Returns the value of the last pair with that name, decoded once.
  public func value(of name: String) -> [UInt8]? {
    let name = Array(name.utf8)
    return query?.last { $0.name == name }?.value
  }

  /// Writes the link in canonical form; reading it returns an equal link.
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
  /// Compares authority, path, query and fragment; hazards do not count.
  public static func == (lhs: SlicerURL, rhs: SlicerURL) -> Bool {
    lhs.authority == rhs.authority && lhs.path == rhs.path && lhs.query == rhs.query
      && lhs.fragment == rhs.fragment
  }
}
