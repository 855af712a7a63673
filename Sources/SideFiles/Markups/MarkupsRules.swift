public import JSONReading

/// Which application's reading of markups is meant.
public struct MarkupsRules: Equatable, Sendable {
  public var json: JSONRules
  /// Types of the classes that the application has: `vtkMRMLMarkups` type `Node`.
  public var types: Set<String>

  public init(json: JSONRules, types: Set<String>) {
    self.json = json
    self.types = types
  }

  /// A default 3D Slicer application.
  public static let slicer = MarkupsRules(
    json: .slicer, types: ["Fiducial", "Line", "Angle", "Curve", "ClosedCurve", "Plane", "ROI"])
}
