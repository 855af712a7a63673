import Corpus
import Foundation
import Preflight
import SceneBundle
import SceneModel
import SlicerURL
import XMLReading
import ZipReading

/// An input that cannot be dumped, with its `check` result.
struct Refusal: Error {
  let line: FileReport
  /// Bytes for standard output; a refused scene is printed as JSON too.
  var output: [UInt8] = []
}

extension InputKind {
  /// Content of `input` as this reader sees it, as bytes for standard output.
  func dump(_ input: InputFile, rules preset: RulesPreset?) -> Result<[UInt8], Refusal> {
    switch self {
    case .deflate, .zlib, .gzip:
      guard let result = try? inflate(input.bytes) else { break }
      return .success(result.output)
    case .zip:
      guard let archive = try? ZipArchive(reading: input.bytes.span) else { break }
      return .success(json(MemberDump.all(of: archive, input.bytes)))
    case .url:
      guard let link = try? SlicerURL(reading: input.bytes.span) else { break }
      return .success(json(LinkDump(link)))
    case .xml:
      let rules = (preset ?? .standard).xml
      guard let document = try? XMLDocument(reading: input.bytes.span, rules: rules) else { break }
      return .success(document.pyxLines().flatMap { Array($0.utf8) + [0x0A] })
    case .mrml:
      let rules = (preset ?? .slicer).scene
      guard let scene = try? Scene(reading: input.bytes.span, rules: rules) else { break }
      return .success(json(SceneDump(scene, checked: check(input, rules: preset))))
    case .mrb:
      let rules = (preset ?? .slicer).scene
      guard let bundle = try? SceneBundle(reading: input.bytes.span),
        let scene = try? Scene(reading: bundle.sceneBytes.span, rules: rules)
      else { break }
      return .success(json(SceneDump(scene, checked: check(input, rules: preset))))
    case .markups, .fcsv, .acsv, .colors, .procedural, .nrrd, .vp, .image, .mesh, .vtk, .table,
      .text:
      return dumpSideFile(input)
    }
    let line = check(input, rules: preset)
    let isScene = self == .mrml || self == .mrb
    return .failure(Refusal(line: line, output: isScene ? json(RefusedSceneDump(line)) : []))
  }

  func json(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // These values hold only strings, integers and arrays, so encoding cannot fail.
    guard let data = try? encoder.encode(value) else { return [] }
    return [UInt8](data) + [0x0A]
  }
}

/// Archive member in the output of `dump --as zip`.
struct MemberDump: Encodable {
  var name: String
  var method: String
  var size: Int
  var compressedSize: Int
  var crc32: String
  var isDirectory: Bool
  var link: String?
  /// CRC-32 of the content; nil when it cannot be read.
  var sha256: String?
  var error: String?

  static func all(of archive: ZipArchive, _ bytes: [UInt8]) -> [MemberDump] {
    archive.members.enumerated().map { index, member in
      let hex = String(member.crc32, radix: 16)
      var dump = MemberDump(
        name: member.name, method: member.method.name, size: member.uncompressedSize,
        compressedSize: member.compressedSize,
        crc32: String(repeating: "0", count: 8 - hex.count) + hex, isDirectory: member.isDirectory)
      do throws(ZipError) {
        let contents = try archive.contents(of: index, in: bytes.span)
        dump.sha256 = SHA256.name(of: contents)
        if member.isSymbolicLink { dump.link = String(decoding: contents, as: UTF8.self) }
      } catch {
        dump.error = "\(error.code)"
      }
      return dump
    }
  }
}

/// Link in the output of `dump --as url`.
struct LinkDump: Encodable {
  struct Item: Encodable {
    var name: String
    var value: String
  }

  var host: String?
  var userInfo: String?
  var port: Int?
  var path: String
  var query: [Item]
  var fragment: String?

  init(_ link: SlicerURL) {
    func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    host = (link.authority?.host).map(text)
    userInfo = link.authority?.userInfo.map(text)
    port = (link.authority?.port).map(Int.init)
    path = text(link.path)
    query = (link.query ?? []).map { Item(name: text($0.name), value: text($0.value)) }
    fragment = link.fragment.map(text)
  }
}
