/// Targets that link nothing but Swift. `scenefuzz add-target` appends to the list.
public enum Catalog {
  /// Every target of this module, in the order of `scenefuzz targets`. A test checks that names are
  /// unique.
  public static let all: [FuzzTarget] = [
    .xml,
    .mrml,
    .mrb,
    .url,
    .demo,
    .inflate,
    .zip,
    .markupsJson,
    .fcsv,
    .colors,
    .nrrdHeader,
    .references,
    .subjectHierarchy,
    .mrmlRoundtrip,
    .acsv,
    .volumeProperty,
    .imageHeader,
    .meshHeader,
    .vtkHeader,
    .sceneRepair,
    .archiveRepair,
  ]

  /// Targets for the distributed engine: all but `demo`.
  public static var shipped: [FuzzTarget] { all.filter { $0.name != FuzzTarget.demo.name } }

  /// Returns the target of that exact name, or nil. `FullCatalog` of OracleTargets also has the
  /// targets over C libraries and tools.
  public static subscript(name: String) -> FuzzTarget? { all.first { $0.name == name } }
}
