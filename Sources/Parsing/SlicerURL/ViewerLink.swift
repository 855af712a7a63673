internal import ByteReading

/// Request that a link makes to the DICOM viewer, the only listener of the core.
///
/// The viewer answers if the authority is `viewer` (in any case, without user info and port) and
/// both `dicomweb_endpoint` and `studyUID` are present. Values are percent-decoded a second time;
/// bytes that are then not UTF-8 are repaired.
public struct ViewerLink: Equatable, Sendable {
  /// Value of `bulk_retrieve` after Python's `int()`.
  public enum BulkRetrieve: Equatable, Sendable {
    case on
    case off
    /// Not a whole number: the listener raises an error.
    case invalid
  }

  /// `dicomweb_endpoint`: address of the DICOMweb server, decoded twice. Any text; hazards state
  /// what is wrong with it.
  public var endpoint: String
  /// `studyUID`: the study to load, decoded twice. Any text, not necessarily a DICOM identifier.
  public var studyUID: String
  /// `access_token`, decoded twice: sent to the endpoint. Nil if the link has none.
  public var accessToken: String?
  /// `bulk_retrieve`; on by default.
  public var bulkRetrieve: BulkRetrieve

  /// A request from its parts; nothing is checked or decoded.
  public init(
    endpoint: String, studyUID: String, accessToken: String? = nil, bulkRetrieve: BulkRetrieve = .on
  ) {
    self.endpoint = endpoint
    self.studyUID = studyUID
    self.accessToken = accessToken
    self.bulkRetrieve = bulkRetrieve
  }

  static let names = ["dicomweb_endpoint", "studyUID", "access_token", "bulk_retrieve"]
}

extension SlicerURL {
  /// Request for the DICOM viewer, or nil if the viewer would not answer.
  public var viewerLink: ViewerLink? {
    guard isViewer, let endpoint = viewerValue("dicomweb_endpoint"),
      let studyUID = viewerValue("studyUID")
    else { return nil }
    return ViewerLink(
      endpoint: endpoint, studyUID: studyUID, accessToken: viewerValue("access_token"),
      bulkRetrieve: viewerValue("bulk_retrieve").map(Self.bulkRetrieve) ?? .on)
  }

  var isViewer: Bool {
    authority == Authority(userInfo: nil, host: Array("viewer".utf8), port: nil)
  }

  private func viewerValue(_ name: String) -> String? {
    value(of: name).map { String(decoding: PercentEncoding.decode($0), as: UTF8.self) }
  }

  /// Evaluates Python's `int(text) > 0`: surrounding white space, one sign, decimal digits of any
  /// script, single underscores between digits, at most 4300 digits.
  private static func bulkRetrieve(_ text: String) -> ViewerLink.BulkRetrieve {
    var scalars = Substring(text).unicodeScalars
    while let first = scalars.first, isPythonBlank(first) { scalars.removeFirst() }
    while let last = scalars.last, isPythonBlank(last) { scalars.removeLast() }
    var negative = false
    if let first = scalars.first, first == "+" || first == "-" {
      negative = first == "-"
      scalars.removeFirst()
    }
    var digits = 0
    var isZero = true
    var afterDigit = false
    for scalar in scalars {
      if scalar == "_", afterDigit {
        afterDigit = false
      } else if scalar.properties.numericType == .decimal {
        digits += 1
        if scalar.properties.numericValue != 0 { isZero = false }
        afterDigit = true
      } else {
        return .invalid
      }
    }
    guard afterDigit, digits <= 4300 else { return .invalid }
    return isZero || negative ? .off : .on
  }

  private static func isPythonBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
  }
}

extension LinkReader {
  /// Notes hazards of the parts that the viewer reads.
  mutating func noteViewer(_ link: SlicerURL) {
    for item in link.query ?? [] {
      if PercentEncoding.firstEscape(in: item.value) != nil {
        note(.doublyEncoded, at: item.offset)
      }
      let decoded = PercentEncoding.decode(item.value)
      if firstInvalidUTF8(in: decoded) != nil { note(.notUTF8, at: item.offset) }
      if decoded.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
        note(.controlCharacter, at: item.offset)
      }
      if !ViewerLink.names.contains(where: { item.name == Array($0.utf8) }) {
        note(.unknownName, at: item.offset)
      }
    }
    guard let authority = link.authority else { return }
    guard authority.host == Array("viewer".utf8) else {
      note(.foreignAuthority, at: 0)
      return
    }
    if link.value(of: "dicomweb_endpoint") == nil { note(.missingEndpoint, at: bytes.count) }
    if link.value(of: "studyUID") == nil { note(.missingStudy, at: bytes.count) }
    if let request = link.viewerLink { noteRequest(request, link) }
  }

  private mutating func noteRequest(_ request: ViewerLink, _ link: SlicerURL) {
    func offset(_ name: String) -> Int {
      link.query?.last { $0.name == Array(name.utf8) }?.offset ?? 0
    }
    let endpoint = Array(request.endpoint.utf8)
    let lowercased = request.endpoint.lowercased()
    if lowercased.hasPrefix("http://") {
      note(.insecureEndpoint, at: offset("dicomweb_endpoint"))
    } else if !lowercased.hasPrefix("https://") {
      note(.foreignEndpoint, at: offset("dicomweb_endpoint"))
    }
    let host = endpoint.drop { $0 != UInt8(ascii: "/") }.drop { $0 == UInt8(ascii: "/") }
      .prefix { !"/?#".utf8.contains($0) }
    if host.contains(UInt8(ascii: "@")) {
      note(.endpointUserInfo, at: offset("dicomweb_endpoint"))
    }
    if host.contains(where: { $0 >= 0x80 })
      || String(decoding: host, as: UTF8.self).lowercased().contains("xn--")
    {
      note(.internationalEndpoint, at: offset("dicomweb_endpoint"))
    }
    let study = Array(request.studyUID.utf8)
    if study.isEmpty || study.count > 64
      || !study.allSatisfy({ $0.isASCIIDigit || $0 == UInt8(ascii: ".") })
    {
      note(.malformedStudy, at: offset("studyUID"))
    }
    if request.accessToken != nil {
      note(.accessToken, at: offset("access_token"))
      if lowercased.hasPrefix("http://") { note(.tokenInTheClear, at: offset("access_token")) }
    }
    if request.bulkRetrieve == .invalid { note(.invalidBulkRetrieve, at: offset("bulk_retrieve")) }
  }
}
