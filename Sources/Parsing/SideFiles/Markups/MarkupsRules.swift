public import JSONReading

/// Which application's reading of markups is meant.
public struct MarkupsRules: Equatable, Sendable {
  /// How the JSON text itself is read.
  public var json: JSONRules
  /// Types of the classes that the application has: `vtkMRMLMarkups` type `Node`.
  public var types: Set<String>

  /// Rules of another application: its JSON library and its classes.
  public init(json: JSONRules, types: Set<String>) {
    self.json = json
    self.types = types
  }

  /// A default 3D Slicer application.
  public static let slicer = MarkupsRules(
    json: .slicer, types: ["Fiducial", "Line", "Angle", "Curve", "ClosedCurve", "Plane", "ROI"])
}
