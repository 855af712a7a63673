/// Axes of the coordinates in a file.
public enum CoordinateSystem: Int, Sendable {
  /// Right, anterior, superior.
  case ras = 0
  /// Left, posterior, superior: reading negates the first two coordinates.
  case lps = 1

  /// Name in new files, `RAS` or `LPS`; old files have the raw value.
  public var name: String { self == .ras ? "RAS" : "LPS" }

  /// Parses the name, or the number of old files; nil for another text.
  init?(_ text: some Collection<UInt8>) {
    switch String(decoding: text, as: UTF8.self) {
    case "RAS", "0": self = .ras
    case "LPS", "1": self = .lps
    default: return nil
    }
  }

  /// Converts between left-posterior-superior and right-anterior-superior.
  static func flip(_ numbers: inout [Double], first count: Int) {
    for index in 0..<count { numbers[index] = -numbers[index] }
  }
}

/// A coded term.
public struct CodedEntry: Equatable, Sendable {
  /// Code in its scheme: `codeValue`.
  public var value: [UInt8]
  /// Coding scheme: `codingSchemeDesignator`, such as `DCM` or `SCT`.
  public var scheme: [UInt8]
  /// Text of the code: `codeMeaning`.
  public var meaning: [UInt8]
}

/// A measurement of a markup.
public struct Measurement: Equatable, Sendable {
  /// Name of the quantity: `length`, `area`, … A later measurement of the same name updates the
  /// first.
  public var name: [UInt8]
  /// Whether the application computes and shows it.
  public var isEnabled = true
  /// Nil when the file gives no number.
  public var value: Double?
  /// Unit as text; for a coded unit, its code. Nothing is converted.
  public var units: [UInt8] = []
  /// Description in the file.
  public var description: [UInt8] = []
  /// C format of value and unit, by default `%5.3f %s`. Formats from a file are dangerous: see the
  /// hazards.
  public var printFormat = Array("%5.3f %s".utf8)
  /// Measured quantity as a coded term; nil when absent.
  public var quantity: CodedEntry?
  /// Derivation, such as a mean; nil when absent.
  public var derivation: CodedEntry?
  /// Measuring method; nil when absent.
  public var method: CodedEntry?

  /// True when all members are equal; NaN equals NaN.
  public static func == (one: Measurement, other: Measurement) -> Bool {
    one.name == other.name && one.isEnabled == other.isEnabled
      && Reals(one.value.map { [$0] } ?? []) == Reals(other.value.map { [$0] } ?? [])
      && one.units == other.units && one.description == other.description
      && one.printFormat == other.printFormat && one.quantity == other.quantity
      && one.derivation == other.derivation && one.method == other.method
  }
}

/// Geometry of a plane besides its points; nil members are absent in the file.
public struct PlaneGeometry: Equatable, Sendable {
  /// Definition of the plane, such as by three points; as written.
  public var planeType: [UInt8]?
  /// Size mode, automatic or absolute; as written.
  public var sizeMode: [UInt8]?
  /// Scaling factor of the automatic size, one number; 0 when the file's value is no number.
  public var autoScalingFactor: Reals?
  /// Size along the plane's axes: three numbers in millimetres.
  public var size: Reals?
  /// Bounds in millimetres: minimum and maximum along the first axis of the plane, then along the
  /// second.
  public var bounds: Reals?
  /// Sixteen numbers in row-major order, right-anterior-superior.
  public var objectToBase: Reals?
  /// Transform from the plane's base to the node; sixteen numbers like `objectToBase`.
  public var baseToNode: Reals?
}

/// Geometry of a region of interest besides its points.
public struct RegionGeometry: Equatable, Sendable {
  /// Definition of the region, such as a box; as written, nil when absent.
  public var regionType: [UInt8]?
  /// Whether the region is the outside of the box.
  public var isInsideOut = false
  /// Center, three numbers, right-anterior-superior; zeros when absent.
  public var center: Reals
  /// Orientation, nine numbers, right-anterior-superior; zeros when absent.
  public var orientation: Reals
  /// Size along the region's axes: three numbers in millimetres; nil when absent.
  public var size: Reals?
}

/// A markup of a file, as a node holds it after reading.
public struct Markup: Equatable, Sendable {
  /// Part of the class name: `Fiducial`, `Line`, …
  public var type: String
  /// Axes of the coordinates in the file. The values here are right-anterior-superior in both
  /// cases.
  public var coordinateSystem: CoordinateSystem
  /// Whether the points are protected from interactive moves.
  public var isLocked = false
  /// Format of new points' labels; nil when absent, empty when it is no text. See the hazards.
  public var labelFormat: [UInt8]?
  /// Whether points can be neither added nor removed.
  public var hasFixedNumberOfPoints = false
  /// Last number used for a point name; points without an identifier continue from it.
  public var lastUsedPointNumber: Int32 = 0
  /// Points in file order, which is the shape of curves and angles.
  public var points: [ControlPoint] = []
  /// Named measurements in file order.
  public var measurements: [Measurement] = []
  /// Geometry of a plane; nil for other markups.
  public var plane: PlaneGeometry?
  /// Geometry of a region of interest; nil for other markups.
  public var region: RegionGeometry?

  /// Full class name, `vtkMRMLMarkups…Node`.
  public var className: String { "vtkMRMLMarkups\(type)Node" }
}
