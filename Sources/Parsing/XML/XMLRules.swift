/// Dialect of XML: one named Boolean for each difference between readers. The code tests a rule,
/// never the preset.
public struct XMLRules: Sendable, Equatable {
  /// Names follow the fourth edition's tables (its appendix B) and not the wider ranges of the
  /// fifth.
  public var usesFourthEditionNames = false
  /// The version of the XML declaration is `1.` and digits (production 26). Otherwise any version
  /// is accepted.
  public var requiresVersionOne = true
  /// Internal parameter entities are read. Otherwise each is skipped as if it were external, and
  /// declarations after it do not count unless `standalone="yes"`: the default of expat.
  public var readsParameterEntities = true

  /// The values of declarations that do not count are checked like all others. Otherwise only their
  /// characters are checked, as in expat.
  public var checksDeclarationsThatDoNotCount = true

  /// A declared single-byte encoding applies even after a UTF-8 byte order mark, as in expat.
  public var prefersDeclaredEncodingToMark = false

  /// Names are resolved and checked by Namespaces in XML 1.0 (third edition). Off for scenes: 3D
  /// Slicer treats a prefix as part of the name.
  public var namespaces = false

  /// The defaults: XML 1.0 fifth edition, without namespaces, as in `standard`.
  public init() {}

  /// XML 1.0 fifth edition, as a non-validating processor.
  public static let standard = XMLRules()

  /// The behavior of the expat inside 3D Slicer.
  public static let slicer: XMLRules = {
    var rules = XMLRules()
    rules.usesFourthEditionNames = true
    rules.requiresVersionOne = false
    rules.readsParameterEntities = false
    rules.checksDeclarationsThatDoNotCount = false
    rules.prefersDeclaredEncodingToMark = true
    return rules
  }()
}
