public import XMLReading

/// Behavior of an application: its XML parser and its node classes.
public struct SceneRules: Sendable {
  /// Rules of the XML parser.
  public var xml: XMLRules
  /// Node classes that the application registers.
  public var catalog: NodeCatalog

  /// Rules of another application.
  public init(xml: XMLRules, catalog: NodeCatalog) {
    self.xml = xml
    self.catalog = catalog
  }

  /// A default 3D Slicer application.
  public static let slicer = SceneRules(xml: .slicer, catalog: .slicer)
}
