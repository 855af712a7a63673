import SceneBundle
import SceneModel
import ZipReading
import ZlibOracle

/// Inflates, sums and opens bundles with our reader and with zlib, in turn.
public struct ZipBenchmark: Sendable {
  /// Bytes of the generated scene, and of the mixed data beside it.
  public var size = 20_000_000
  public var runs = 7

  public init() {}

  private var zlib: String { "zlib \(ZlibOracle.version)" }

  /// Rows `inflate-scene`, `inflate-mixed` and `crc32`, over bytes of output. The streams are zlib's, level 6.
  public func runInflate(_ tell: (BenchmarkRow) -> Void) {
    let scene = GeneratedScene(size: size).bytes
    let mixed = MixedData.bytes(size)
    for (name, data) in [("scene", scene), ("mixed", mixed)] {
      let stream = ZlibOracle.deflate(data, format: .raw)
      tell(
        .throughput(
          "inflate-\(name)", bytes: data.count, runs: runs, peerName: zlib,
          ours: { _ = try? Inflate.inflate(stream.span, limit: data.count) },
          peer: { _ = ZlibOracle.inflates(stream, format: .raw, to: data.count) }))
    }
    tell(
      .throughput(
        "crc32", bytes: mixed.count, runs: runs, peerName: zlib,
        ours: { _ = CRC32.checksum(mixed.span) }, peer: { _ = ZlibOracle.crc32(mixed) }))
  }

  /// Rows `bundle-zlib`, a bundle opened, verified and its scene parsed against zlib inflating the same streams, and
  /// `list-65535`, members of an archive listed.
  public func runBundle(_ tell: (BenchmarkRow) -> Void) {
    let scene = GeneratedScene(size: size).bytes
    let mixed = MixedData.bytes(size)
    var writer = ZipWriter()
    writer.add(name: "Scene/Scene.mrml", contents: scene, method: .deflated(.good))
    writer.add(name: "Scene/Data/volume.nrrd", contents: mixed, method: .deflated(.good))
    let bundle = writer.finish()
    let streams = [scene, mixed].map {
      (Deflate.deflate($0.span, level: .good), $0.count)
    }
    tell(
      .throughput(
        "bundle-zlib", bytes: scene.count + mixed.count, runs: runs, peerName: zlib + " inflating",
        ours: { Self.open(bundle) },
        peer: {
          for (stream, size) in streams {
            _ = ZlibOracle.inflates(stream, format: .raw, to: size)
          }
        }))
    var many = ZipWriter()
    for index in 0..<65_535 {
      many.add(name: "Scene/Data/\(index).txt", contents: [])
    }
    let archive = many.finish()
    tell(
      .rate(
        "list-65535", of: 65_535, unit: "members/s", runs: runs,
        ours: { _ = try? ZipArchive(reading: archive.span) }))
  }

  /// What a careful program does with a bundle before anyone looks at it.
  private static func open(_ bytes: [UInt8]) {
    guard let bundle = try? SceneBundle(reading: bytes.span) else { return }
    for index in bundle.archive.members.indices where index != bundle.sceneMember {
      _ = try? bundle.archive.read(index, in: bytes.span) { _ in }
    }
    _ = try? Scene(reading: bundle.sceneBytes.span)
  }
}
