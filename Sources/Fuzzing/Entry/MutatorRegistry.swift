package import FuzzTargets
package import Mutation

/// The mutator of each input format: the only place that a new format or mutator is added to.
package enum MutatorRegistry {
  /// Creates a mutator whose results have at most `limit` bytes.
  package typealias Factory = @Sendable (_ limit: Int) -> any Mutator

  /// Formats that are missing here, `InputFormat.bytes` among them, are left to libFuzzer.
  package static let factories: [InputFormat: Factory] = [
    "scene": { SceneMutator(limit: $0) },
    "xml": { SceneMutator(limit: $0, mutations: SceneMutation.ofDocuments) },
    "zip": { ArchiveMutator(limit: $0) },
    "deflate": { StreamMutator(limit: $0) },
    "markups-json": { JSONMutator(limit: $0) },
    "slicer-link": text(.link),
    "attribute-value": text(.values),
    "fcsv": text(.fiducials),
    "color-table": text(.colors),
    "nrrd-header": text(.header),
    "acsv": text(.annotations),
    "volume-property": text(.volumeProperties),
    "image-header": { DataHeaderMutator(.imageHeader, limit: $0) },
    "mesh": { DataHeaderMutator(.mesh, limit: $0) },
    "vtk": { DataHeaderMutator(.vtk, limit: $0) },
    "crash-report": text(.reports),
  ]

  private static func text(_ format: TextFormat) -> Factory {
    { TextMutator(format, limit: $0) }
  }
}
