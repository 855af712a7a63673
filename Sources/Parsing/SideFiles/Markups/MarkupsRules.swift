public import JSONReading

/// Rules of the application that reads markups.
public struct MarkupsRules: Equatable, Sendable {
  /// Rules of the JSON text.
  public var json: JSONRules
  /// Known types: the class names are `vtkMRMLMarkups` type `Node`.
  public var types: Set<String>

  /// Creates rules of another application, by its JSON library and classes.
  public init(json: JSONRules, types: Set<String>) {
    self.json = json
    self.types = types
  }

  /// Rules of 3D Slicer without extensions.
  public static let slicer = MarkupsRules(
    json: .slicer, types: ["Fiducial", "Line", "Angle", "Curve", "ClosedCurve", "Plane", "ROI"])
}
