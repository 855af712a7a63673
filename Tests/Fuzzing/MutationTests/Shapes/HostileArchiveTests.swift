import SceneBundle
import Testing
import ZipReading

@testable import Mutation

/// A mutated archive, as the archive reader and the bundle reader read it.
struct MadeArchive {
  let bytes: [UInt8]
  let archive: ZipArchive?
  let hazards: Set<ZipHazard.Code>
  let bundle: Set<BundleHazard.Code>
  let refusal: BundleError.Code?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    archive = try? ZipArchive(reading: bytes.span)
    var hazards = Set((archive?.hazards ?? []).map(\.code))
    if let archive {
      hazards.formUnion(archive.verify(bytes.span).hazards.map(\.code))
    }
    self.hazards = hazards
    do throws(BundleError) {
      bundle = Set(try SceneBundle(reading: bytes.span).hazards.map(\.code))
      refusal = nil
    } catch {
      bundle = []
      refusal = error.code
    }
  }

  var names: [String] { archive?.members.map(\.name) ?? [] }

  /// Number of members with a data descriptor (bit 3), and whether the bytes have any descriptor
  /// signature.
  var descriptors: (members: Int, isSigned: Bool) {
    let members = archive?.members.count { $0.flags & 8 != 0 } ?? 0
    return (members, bytes.firstRange(of: [0x50, 0x4B, 7, 8]) != nil)
  }

  /// Number of members in the end record.
  var declared: Int? {
    guard let end = bytes.indices.last(where: { bytes[$0...].starts(with: [0x50, 0x4B, 5, 6]) }),
      end + 12 <= bytes.count
    else { return nil }
    return Int(bytes[end + 10]) | Int(bytes[end + 11]) << 8
  }
}

enum ArchiveShapes {
  private static func hazard(_ code: ZipHazard.Code) -> Shape<MadeArchive> {
    Shape("\(code)") { $0.hazards.contains(code) }
  }

  static let names: [Shape<MadeArchive>] =
    [
      .absoluteName, .parentComponent, .backslash, .driveLetter, .nulInName, .duplicateName,
      .caseFoldingTwin, .fileAndDirectory, .symbolicLink, .linkEscapes, .throughLink,
    ].map(hazard)

  static let headers: [Shape<MadeArchive>] =
    [
      .localNameDisagrees, .localSizeDisagrees, .localMethodDisagrees, .localChecksumDisagrees,
      .overlappingMember, .zip64FieldUnneeded, .prefixBytes, .trailingBytes, .secondEndRecord,
      .endRecordInComment, .encryptedMember, .unsupportedMethod, .nestedArchive,
    ].map(hazard) + [
      // The valid bundle has descriptors with signatures.
      Shape("a descriptor without") { $0.descriptors.members > 0 && !$0.descriptors.isSigned },
      Shape("no members") { $0.archive?.members.isEmpty == true },
      Shape("five hundred members") { ($0.archive?.members.count ?? 0) >= 500 },
      Shape("65535 declared members") { $0.declared == 0xFFFF },
      Shape("a member a thousand times its size") { made in
        made.archive?.members.contains {
          $0.compressedSize > 0 && $0.uncompressedSize / $0.compressedSize >= 1_000
            && $0.uncompressedSize < 1 << 21
        } == true
      },
    ]

  private static func scenes(_ made: MadeArchive) -> [String] {
    made.names.filter { $0.hasSuffix(".mrml") }
  }

  static let scenes: [Shape<MadeArchive>] = [
    Shape("a bundle without a scene") { $0.refusal == .sceneMissing },
    Shape("two scenes") { scenes($0).count == 2 },
    Shape("three scenes") { scenes($0).count > 2 },
    Shape("scenes of one depth") { $0.bundle.contains(.ambiguousScene) },
    Shape("a scene in another case") { $0.bundle.contains(.sceneInOtherCase) },
    Shape("a link instead of the scene") { made in
      made.archive?.members.contains { $0.isSymbolicLink && $0.name.hasSuffix(".mrml") } == true
    },
    Shape("a scene only in a nested bundle") { made in
      scenes(made).isEmpty && made.names.contains("inner.mrb")
    },
    Shape("another format before the archive") { $0.bundle.contains(.beginsAsOtherFormat) },
    Shape("another format") { made in
      if case .otherFormat? = made.refusal { true } else { false }
    },
  ]

  static let all = names + headers + scenes
}

@Suite struct HostileArchiveTests {
  static let found: [String: UInt64] = {
    let mutator = ArchiveMutator(limit: 1 << 17)
    let search = ShapeSearch(
      maximumMutations: 12_000, maximumParent: 4_096, seeds: [BaseScenes.bundle],
      mutate: { mutator.mutate($0, seed: $1) })
    return search.found(ArchiveShapes.all) { MadeArchive($0) }
  }()

  @Test(
    "every hostile shape of a bundle is produced from a valid one",
    arguments: ArchiveShapes.all.map(\.name))
  func shape(name: String) { #expect(Self.found[name] != nil) }
}
