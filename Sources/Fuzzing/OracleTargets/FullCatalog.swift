package import FuzzTargets

/// Every target: those of `Catalog`, those over the tools, and those that hold a reader against a C
/// library.
///
/// The last are named `FORMAT-differential`. Both live apart, so that the others can be built and
/// shipped where the C libraries and the tools are not.
package enum FullCatalog {
  /// Targets that link a C library, each beside an entry of `differentialTargetNames` in the
  /// manifest.
  package static let differential: [FuzzTarget] = [
    .inflateDifferential,
    .xmlDifferential,
  ]

  /// Targets over the tools, each beside an entry of `toolTargetNames` in the manifest.
  package static let tools: [FuzzTarget] = [
    .crashReport
  ]

  /// Every target, in the order of `scenefuzz targets`; names are unique.
  package static let all = Catalog.all + tools + differential

  /// The target of that exact name, wherever it lives; nil when there is none.
  package static subscript(name: String) -> FuzzTarget? { all.first { $0.name == name } }
}
