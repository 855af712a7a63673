import LibArchiveOracle
import LibXML2Oracle
import SceneBundle
import SceneModel
import XMLReading
import ZipReading
import ZlibOracle

/// Inflates, checksums and opens bundles with our reader, alternating with zlib.
package struct ZipBenchmark: Sendable {
  /// Bytes of the generated scene, and of the mixed data beside it.
  package var size = 20_000_000
  /// Rounds of each row; the result is their median.
  package var runs = 7

  /// 20 MB of scene and of mixed data, seven rounds.
  package init() {}

  private var zlib: String { "zlib \(ZlibOracle.version)" }

  /// Rows `inflate-scene`, `inflate-mixed` and `crc32`, over bytes of output. The streams are made
  /// by zlib, level 6.
  package func runInflate(_ report: (BenchmarkRow) -> Void) {
    let scene = GeneratedScene(size: size).bytes
    let mixed = MixedData.bytes(size)
    for (name, data) in [("scene", scene), ("mixed", mixed)] {
      let stream = ZlibOracle.deflate(data, format: .raw)
      report(
        .throughput(
          "inflate-\(name)", bytes: data.count, runs: runs, peerName: zlib,
          ours: { _ = try? Inflate.inflate(stream.span, limit: data.count) },
          peer: { _ = ZlibOracle.inflates(stream, format: .raw, to: data.count) }))
    }
    report(
      .throughput(
        "crc32", bytes: mixed.count, runs: runs, peerName: zlib,
        ours: { _ = CRC32.checksum(mixed.span) }, peer: { _ = ZlibOracle.crc32(mixed) }))
  }

  /// Rows of bundles. `bundle-zlib`: a bundle opened, verified and its scene loaded as MRML,
  /// against zlib only inflating the same streams. `bundle-libarchive`: the scene only parsed as
  /// XML, against libarchive and libxml2's SAX2. `stream` and `stream-x4`: one member read in
  /// pieces, and one four times as large. `list-8192` and `list-65535`: listing the members of an
  /// archive.
  ///
  /// Without libarchive its row is omitted and `note` receives a sentence.
  package func runBundle(_ report: (BenchmarkRow) -> Void, note: (String) -> Void = { _ in }) {
    compareBundle(report, note)
    for (name, factor) in [("stream", 1), ("stream-x4", 4)] {
      stream(name, size * factor, report)
    }
    for count in [8192, 65_535] { list(count, report) }
  }

  private func compareBundle(_ report: (BenchmarkRow) -> Void, _ note: (String) -> Void) {
    let scene = GeneratedScene(size: size).bytes
    let mixed = MixedData.bytes(size)
    var writer = ZipWriter()
    writer.add(name: "Scene/Scene.mrml", contents: scene, method: .deflated(.good))
    writer.add(name: "Scene/Data/volume.nrrd", contents: mixed, method: .deflated(.good))
    let bundle = writer.finish()
    let streams = [scene, mixed].map {
      (Deflate.deflate($0.span, level: .good), $0.count)
    }
    report(
      .throughput(
        "bundle-zlib", bytes: scene.count + mixed.count, runs: runs, peerName: zlib + " inflating",
        ours: { Self.open(bundle) { _ = try? Scene(reading: $0) } },
        peer: {
          for (stream, size) in streams {
            _ = ZlibOracle.inflates(stream, format: .raw, to: size)
          }
        }))
    guard let library = LibArchive() else {
      return note("bundle-libarchive: not measured, libarchive is not installed")
    }
    report(
      .throughput(
        "bundle-libarchive", bytes: scene.count + mixed.count, runs: runs,
        peerName: "\(library.version) and libxml2 \(LibXML2.version)",
        ours: { Self.open(bundle) { _ = try? XMLDocument(reading: $0) } },
        peer: {
          let scene = library.readAll(bundle, keeping: ".mrml")
          _ = scene.map { LibXML2.countEvents($0) }
        }))
  }

  private func stream(_ name: String, _ size: Int, _ report: (BenchmarkRow) -> Void) {
    var writer = ZipWriter()
    writer.add(name: "volume", contents: MixedData.bytes(size), method: .deflated(.fast))
    let archive = writer.finish()
    report(
      .throughput(
        name, bytes: size, runs: runs,
        ours: {
          let read = try? ZipArchive(reading: archive.span)
          _ = try? read?.read(0, in: archive.span) { _ in }
        }))
  }

  private func list(_ count: Int, _ report: (BenchmarkRow) -> Void) {
    var writer = ZipWriter()
    for index in 0..<count { writer.add(name: "Scene/Data/\(index).txt", contents: []) }
    let archive = writer.finish()
    report(
      .rate(
        "list-\(count)", of: Double(count), unit: "members/s", runs: runs,
        ours: { _ = try? ZipArchive(reading: archive.span) }))
  }

  /// Opens and verifies a bundle as a careful program does; `parse` receives the scene.
  private static func open(_ bytes: [UInt8], parse: (Span<UInt8>) -> Void) {
    guard let bundle = try? SceneBundle(reading: bytes.span) else { return }
    for index in bundle.archive.members.indices where index != bundle.sceneMember {
      _ = try? bundle.archive.read(index, in: bytes.span) { _ in }
    }
    parse(bundle.sceneBytes.span)
  }
}
