package import FuzzTargets

/// Catalogue of all targets: those of `Catalog`, those over tools, and those that compare a reader
/// with a C library.
///
/// Names of the last end in `-differential`. They are in a separate module, so that the others can
/// be built where C libraries and tools are missing. `FuzzTarget.module` is the module of a target.
package enum FullCatalog {
  /// Targets that link a C library, as in `differentialTargetNames` of the manifest.
  package static let differential: [FuzzTarget] = [
    .inflateDifferential,
    .xmlDifferential,
  ]

  /// Targets over tools, as in `toolTargetNames` of the manifest.
  package static let tools: [FuzzTarget] = [
    .crashReport
  ]

  /// Every target, in the order of `scenefuzz targets`. Names are unique.
  package static let all = Catalog.all + tools + differential

  /// Returns the target of that exact name in any module, or nil.
  package static subscript(name: String) -> FuzzTarget? { all.first { $0.name == name } }
}
