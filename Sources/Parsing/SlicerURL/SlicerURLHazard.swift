public import ByteReading

/// A property of an accepted link that a person should know before following it.
public struct SlicerURLHazard: Hazard, Hashable {
  /// Kinds of hazards. Raw values are stable: programs read them in JSON.
  public enum Code: String, HazardCode {
    /// No `//authority`: no listener answers.
    case missingAuthority
    /// An authority other than `viewer`: no listener of the core answers.
    case foreignAuthority
    /// A user name or password before the host.
    case userInfo
    /// A port after the host.
    case port
    /// A host with bytes outside ASCII.
    case nonASCIIHost
    /// A host with percent escapes.
    case encodedHost
    /// A path, which the viewer ignores.
    case ignoredPath
    /// A fragment, which the viewer ignores.
    case ignoredFragment
    /// A duplicate name: the last value counts.
    case duplicateName
    /// A `%` without two hexadecimal digits: it stands for itself.
    case strayPercent
    /// A value that still contains an escape after one decoding: the viewer decodes twice.
    case doublyEncoded
    /// A decoded value that is not UTF-8.
    case notUTF8
    /// A control character, raw or decoded.
    case controlCharacter
    /// A link to the viewer without `dicomweb_endpoint`.
    case missingEndpoint
    /// A link to the viewer without `studyUID`.
    case missingStudy
    /// A study identifier that is not digits and dots of at most 64 bytes (DICOM PS3.5, 9.1).
    case malformedStudy
    /// An endpoint over plain `http`.
    case insecureEndpoint
    /// An endpoint that is neither `http` nor `https`.
    case foreignEndpoint
    /// A user name or password in the endpoint.
    case endpointUserInfo
    /// An access token, which is sent to the host in the link.
    case accessToken
    /// An access token for an endpoint without encryption.
    case tokenInTheClear
    /// An endpoint whose host has characters outside ASCII, or their encoded form `xn--`.
    case internationalEndpoint
    /// More than 2048 bytes: programs on the way may truncate it.
    case longLink
    /// `bulk_retrieve` is not a whole number.
    case invalidBulkRetrieve
    /// A name that the viewer does not read.
    case unknownName
  }

  /// Kind of the hazard; it decides severity and message.
  public var code: Code
  /// Byte offset in the link.
  public var offset: Int

  /// A hazard at a byte of the link.
  public init(_ code: Code, at offset: Int) {
    self.code = code
    self.offset = offset
  }
}

extension SlicerURLHazard.Code {
  /// Severity of the hazard.
  public var severity: HazardSeverity {
    switch self {
    case .ignoredPath, .ignoredFragment, .unknownName, .missingAuthority, .foreignAuthority,
      .missingEndpoint, .missingStudy, .strayPercent:
      .note
    case .port, .duplicateName, .malformedStudy, .invalidBulkRetrieve, .notUTF8,
      .insecureEndpoint, .nonASCIIHost, .encodedHost, .doublyEncoded, .internationalEndpoint,
      .longLink:
      .warning
    case .userInfo, .controlCharacter, .foreignEndpoint, .endpointUserInfo, .accessToken,
      .tokenInTheClear:
      .danger
    }
  }

  /// The hazard in words.
  public var sentence: String {
    switch self {
    case .missingAuthority: "no '//' and authority: no listener answers"
    case .foreignAuthority: "the authority is not 'viewer': no listener of the core answers"
    case .userInfo: "a user name or password before the host"
    case .port: "a port after the host"
    case .nonASCIIHost: "the host holds characters outside ASCII"
    case .encodedHost: "the host is percent-encoded"
    case .ignoredPath: "the viewer ignores the path"
    case .ignoredFragment: "the viewer ignores the fragment"
    case .duplicateName: "the name is given twice; the last value counts"
    case .strayPercent: "a '%' without two hexadecimal digits"
    case .doublyEncoded: "the value is percent-encoded twice"
    case .notUTF8: "the decoded value is not UTF-8"
    case .controlCharacter: "a control character"
    case .missingEndpoint: "no 'dicomweb_endpoint'"
    case .missingStudy: "no 'studyUID'"
    case .malformedStudy: "the study identifier is not digits and dots of at most 64 bytes"
    case .insecureEndpoint: "the endpoint is not encrypted (http)"
    case .foreignEndpoint: "the endpoint is neither http nor https"
    case .endpointUserInfo: "a user name or password inside the endpoint"
    case .accessToken: "the link carries an access token for the host that it names"
    case .tokenInTheClear: "the access token goes over a connection without encryption"
    case .internationalEndpoint: "the endpoint's host holds characters outside ASCII, or 'xn--'"
    case .longLink: "the link has more than 2048 bytes"
    case .invalidBulkRetrieve: "'bulk_retrieve' is not a whole number"
    case .unknownName: "the viewer does not read this name"
    }
  }
}
