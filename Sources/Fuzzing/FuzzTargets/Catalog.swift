/// The targets that link nothing but Swift, by name. `scenefuzz add-target` adds its line at the end of the list.
public enum Catalog {
  /// Every target of this module, in the order of `scenefuzz targets`; names are unique (a test holds them so).
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
  ]

  /// What goes to the distributed engine: all but the target with the demo bug.
  public static var shipped: [FuzzTarget] { all.filter { $0.name != FuzzTarget.demo.name } }

  /// The target of that exact name; nil when the catalogue has none. Targets over C libraries and tools are in the
  /// catalogue of DifferentialTargets.
  public static subscript(name: String) -> FuzzTarget? { all.first { $0.name == name } }
}
