internal import ByteReading

/// Hazards of a file name or an address, after decoding.
enum PathShape {
  /// Hazards of a decoded file name. One that still contains escapes also has those of the name
  /// that other programs decode from it (RFC 3986, 2.1).
  static func hazards(of path: [UInt8]) -> [SceneHazard.Code] {
    let again = percentDecoded(path)
    guard again != path else { return plainHazards(of: path) }
    let codes = plainHazards(of: path)
    return codes + plainHazards(of: again).filter { !codes.contains($0) } + [.doublyEncodedPath]
  }

  private static func percentDecoded(_ path: [UInt8]) -> [UInt8] {
    guard path.contains(UInt8(ascii: "%")) else { return path }
    var decoded: [UInt8] = []
    var index = 0
    while index < path.count {
      if path[index] == UInt8(ascii: "%"), index + 2 < path.count,
        let high = path[index + 1].hexDigitValue, let low = path[index + 2].hexDigitValue
      {
        decoded.append(high << 4 | low)
        index += 3
      } else {
        decoded.append(path[index])
        index += 1
      }
    }
    return decoded
  }

  private static func plainHazards(of path: [UInt8]) -> [SceneHazard.Code] {
    var codes: [SceneHazard.Code] = []
    if path.first == UInt8(ascii: "/") { codes.append(.absolutePath) }
    if path.first == UInt8(ascii: "~") { codes.append(.homePath) }
    if path.split(whereSeparator: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") })
      .contains(where: { $0.elementsEqual("..".utf8) })
    {
      codes.append(.parentPath)
    }
    if path.contains(UInt8(ascii: "\\")) || hasDriveLetter(path) { codes.append(.foreignPath) }
    if scheme(of: path) != nil, !hasDriveLetter(path) { codes.append(.schemeInPath) }
    if path.contains(where: { $0 < 0x20 || $0 == 0x7F }) || hasDirectionCharacter(path) {
      codes.append(.controlCharacterInPath)
    }
    if path.count > 4095 { codes.append(.longPath) }
    let ending = path.suffix(5).map { $0 | 0x20 }
    if ending.suffix(5) == Array(".mrml".utf8) || ending.suffix(4) == Array(".mrb".utf8) {
      codes.append(.sceneAsData)
    }
    return codes
  }

  static func hazards(ofURI uri: [UInt8]) -> [SceneHazard.Code] {
    guard !uri.isEmpty else { return [] }
    let scheme = scheme(of: uri)
    guard scheme == "http" || scheme == "https" else { return [.foreignURI] }
    var codes = [SceneHazard.Code.remoteURI]
    let authority = uri.drop { $0 != UInt8(ascii: "/") }.drop { $0 == UInt8(ascii: "/") }
      .prefix { !"/?#".utf8.contains($0) }
    if authority.contains(UInt8(ascii: "@")) { codes.append(.userInfoInURI) }
    return codes
  }

  /// Returns the scheme in lower case, or nil without one.
  private static func scheme(of text: [UInt8]) -> String? {
    guard let colon = text.prefix(64).firstIndex(of: UInt8(ascii: ":")), colon > 0 else {
      return nil
    }
    let scheme = text[..<colon].map { $0 | 0x20 }
    guard
      scheme.allSatisfy({ ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z")) || $0.isASCIIDigit })
    else { return nil }
    return String(decoding: scheme, as: UTF8.self)
  }

  private static func hasDriveLetter(_ path: [UInt8]) -> Bool {
    path.count > 1 && path[1] == UInt8(ascii: ":") && (path[0] | 0x20) >= UInt8(ascii: "a")
      && (path[0] | 0x20) <= UInt8(ascii: "z")
  }

  /// Returns whether the path contains one of U+202A to U+202E and U+2066 to U+2069.
  private static func hasDirectionCharacter(_ path: [UInt8]) -> Bool {
    // All of them begin with this byte.
    path.contains(0xE2)
      && String(decoding: path, as: UTF8.self).unicodeScalars.contains {
        (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
      }
  }
}
