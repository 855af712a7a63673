package import FuzzTargets
package import Mutation

/// The mutator of each input format: the only place that a new format or mutator is added to.
package enum MutatorRegistry {
  /// Creates a mutator whose results have at most `limit` bytes.
  package typealias Factory = @Sendable (_ limit: Int) -> any Mutator

  /// Formats that are missing here, `InputFormat.bytes` among them, are left to libFuzzer.
  package static let factories: [InputFormat: Factory] = [
    "scene": layered { SceneMutator(limit: $0) },
    "xml": layered { SceneMutator(limit: $0, mutations: SceneMutation.ofDocuments) },
    "zip": { ArchiveMutator(limit: $0) },
    "deflate": { StreamMutator(limit: $0) },
    "markups-json": layered { JSONMutator(limit: $0) },
    "slicer-link": text(.link),
    "attribute-value": text(.values),
    "fcsv": text(.fiducials),
    "color-table": text(.colors),
    "nrrd-header": text(.header),
    "acsv": text(.annotations),
    "volume-property": text(.volumeProperties),
    "image-header": layered { DataHeaderMutator(.imageHeader, limit: $0) },
    "mesh": layered { DataHeaderMutator(.mesh, limit: $0) },
    "vtk": layered { DataHeaderMutator(.vtk, limit: $0) },
    "crash-report": text(.reports),
  ]

  /// Those without the mutations that were written after an injected bug.
  static let factoriesWithoutShaped: [InputFormat: Factory] = factories.merging([
    "scene": layered {
      SceneMutator(limit: $0, mutations: ShapedMutations.leavingOut(SceneMutation.ofScenes))
    },
    "xml": layered {
      SceneMutator(limit: $0, mutations: ShapedMutations.leavingOut(SceneMutation.ofDocuments))
    },
    "zip": {
      ArchiveMutator(limit: $0, mutations: ShapedMutations.leavingOut(ArchiveMutation.all))
    },
  ]) { $1 }

  private static func text(_ format: TextFormat) -> Factory {
    layered { TextMutator(format, limit: $0) }
  }

  private static func layered(_ base: @escaping Factory) -> Factory {
    { LayeredMutator(base($0)) }
  }
}
