public import XMLReading

/// Which application's reading is meant.
public struct SceneRules: Sendable {
  /// How the document itself is read.
  public var xml: XMLRules
  /// The classes of nodes that the application registers.
  public var catalog: NodeCatalog

  /// Rules of another application: its XML parser and its classes.
  public init(xml: XMLRules, catalog: NodeCatalog) {
    self.xml = xml
    self.catalog = catalog
  }

  /// A default 3D Slicer application.
  public static let slicer = SceneRules(xml: .slicer, catalog: .slicer)
}
