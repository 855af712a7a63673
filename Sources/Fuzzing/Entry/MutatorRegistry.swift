package import Mutation
package import TargetInterface

/// The mutator of each input format: the only place that a new format or mutator is added to.
package enum MutatorRegistry {
  /// Creates a mutator whose results have at most `limit` bytes.
  package typealias Factory = @Sendable (_ limit: Int) -> any Mutator

  /// Formats that are missing here, `InputFormat.bytes` among them, are left to libFuzzer.
  package static let factories: [InputFormat: Factory] = [
    "scene": layered(scenes) { SceneMutator(limit: $0) },
    "xml": layered(ReaderWords.xml) {
      SceneMutator(limit: $0, mutations: SceneMutation.ofDocuments)
    },
    "zip": { ArchiveMutator(limit: $0) },
    "deflate": { StreamMutator(limit: $0) },
    "markups-json": layered(ReaderWords.json) { JSONMutator(limit: $0) },
    "slicer-link": text(.link, ReaderWords.link),
    "attribute-value": text(.values, ReaderWords.values),
    "fcsv": text(.fiducials, ReaderWords.texts),
    "color-table": text(.colors, ReaderWords.texts),
    "nrrd-header": text(.header, ReaderWords.header),
    "acsv": text(.annotations, ReaderWords.texts),
    "volume-property": text(.volumeProperties, ReaderWords.texts),
    "image-header": layered(ReaderWords.images) { DataHeaderMutator(.imageHeader, limit: $0) },
    "mesh": layered(ReaderWords.meshes) { DataHeaderMutator(.mesh, limit: $0) },
    "vtk": layered(ReaderWords.vtk) { DataHeaderMutator(.vtk, limit: $0) },
    "crash-report": text(.reports, []),
  ]

  /// Those without the mutations that were written after an injected bug.
  static let factoriesWithoutShaped: [InputFormat: Factory] = factories.merging([
    "scene": layered(scenes) {
      SceneMutator(limit: $0, mutations: ShapedMutations.leavingOut(SceneMutation.ofScenes))
    },
    "xml": layered(ReaderWords.xml) {
      SceneMutator(limit: $0, mutations: ShapedMutations.leavingOut(SceneMutation.ofDocuments))
    },
    "zip": {
      ArchiveMutator(limit: $0, mutations: ShapedMutations.leavingOut(ArchiveMutation.all))
    },
  ]) { $1 }

  /// Schemas of inputs by a covering array, of the formats that have some.
  package static let schemas: [InputFormat: [PairSchema]] = [
    "scene": PairSchema.classes,
    "xml": PairSchema.documents,
    "zip": PairSchema.archives,
    "markups-json": PairSchema.markups,
    "nrrd-header": PairSchema.headers,
    "slicer-link": PairSchema.links,
    "attribute-value": PairSchema.references,
  ]

  private static let scenes = ReaderWords.xml + ReaderWords.values

  /// Words of the reader of each format, all of which its mutator writes.
  package static let words: [InputFormat: [[UInt8]]] = [
    "scene": scenes, "xml": ReaderWords.xml, "markups-json": ReaderWords.json,
    "slicer-link": ReaderWords.link, "attribute-value": ReaderWords.values,
    "fcsv": ReaderWords.texts, "color-table": ReaderWords.texts,
    "nrrd-header": ReaderWords.header, "acsv": ReaderWords.texts,
    "volume-property": ReaderWords.texts, "image-header": ReaderWords.images,
    "mesh": ReaderWords.meshes, "vtk": ReaderWords.vtk,
  ]

  private static func text(_ format: TextFormat, _ words: [[UInt8]]) -> Factory {
    layered(words) { TextMutator(format, limit: $0) }
  }

  private static func layered(_ words: [[UInt8]], _ base: @escaping Factory) -> Factory {
    { LayeredMutator(base($0), words: words) }
  }
}
