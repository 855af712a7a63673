public import FuzzTargets

/// Every target: those of `Catalog`, and those that hold a reader against a C library.
///
/// The latter are named `FORMAT-differential` and live apart, so that the others can be built and shipped where the C
/// libraries are not.
public enum FullCatalog {
  /// Targets that link a C library, each beside an entry of `differentialTargetNames` in the manifest.
  public static let differential: [FuzzTarget] = [
    .inflateDifferential,
    .xmlDifferential,
  ]

  public static let all = Catalog.all + differential

  public static subscript(name: String) -> FuzzTarget? { all.first { $0.name == name } }
}
