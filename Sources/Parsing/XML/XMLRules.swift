/// What a reader accepts where readers differ, as named Booleans. The reader asks the rule, never the preset.
public struct XMLRules: Sendable, Equatable {
  /// Names follow the fourth edition's tables (its appendix B) and not the wider ranges of the fifth.
  public var usesFourthEditionNames = false
  /// The version of the XML declaration is `1.` and digits (production 26). Without this any version is taken.
  public var requiresVersionOne = true
  /// Internal parameter entities are read. Without this every one is passed over as if it were external, and
  /// declarations after it do not count unless `standalone="yes"`: expat's default.
  public var readsParameterEntities = true

  /// The values of declarations that do not count are checked like all others. Without this only their characters
  /// are: expat passes over them.
  public var checksDeclarationsThatDoNotCount = true

  /// A declared encoding of single bytes is taken even behind a UTF-8 byte order mark: expat does so.
  public var prefersDeclaredEncodingToMark = false

  /// Names are resolved and checked as Namespaces in XML 1.0 (third edition) has it. Off for scenes: 3D Slicer takes a
  /// prefix for a part of the name.
  public var namespaces = false

  /// The defaults: XML 1.0 fifth edition, without namespaces, as in `standard`.
  public init() {}

  /// XML 1.0 fifth edition to the letter, as a non-validating processor.
  public static let standard = XMLRules()

  /// What the expat inside 3D Slicer does.
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
