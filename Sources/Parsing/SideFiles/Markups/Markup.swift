/// The axes that coordinates of a file are along.
public enum CoordinateSystem: Int, Sendable {
  /// Right, anterior, superior.
  case ras = 0
  /// Left, posterior, superior: the first two coordinates change their sign when they are read.
  case lps = 1

  /// The name in new files, `RAS` or `LPS`; old ones have the raw value.
  public var name: String { self == .ras ? "RAS" : "LPS" }

  /// The name, or the number that old files have; nil for another text.
  init?(_ text: some Collection<UInt8>) {
    switch String(decoding: text, as: UTF8.self) {
    case "RAS", "0": self = .ras
    case "LPS", "1": self = .lps
    default: return nil
    }
  }

  /// From left-posterior-superior to right-anterior-superior, or back.
  static func flip(_ numbers: inout [Double], first count: Int) {
    for index in 0..<count { numbers[index] = -numbers[index] }
  }
}

/// A term of a coding scheme.
public struct CodedEntry: Equatable, Sendable {
  /// The code in its scheme: `codeValue`.
  public var value: [UInt8]
  /// The scheme that defines the code: `codingSchemeDesignator`, such as `DCM` or `SCT`.
  public var scheme: [UInt8]
  /// The code for people: `codeMeaning`. Programs go by scheme and code.
  public var meaning: [UInt8]
}

/// A measurement of a markup.
public struct Measurement: Equatable, Sendable {
  /// Which quantity: `length`, `area`, … Each name once: a later measurement of the same name changes the first.
  public var name: [UInt8]
  /// Whether the application computes and shows it.
  public var isEnabled = true
  /// Nil when the file gives no number.
  public var value: Double?
  /// Unit as text; of a coded unit, its code. Nothing is converted.
  public var units: [UInt8] = []
  /// Text for people, as the file has it.
  public var description: [UInt8] = []
  /// C format of value and unit, `%5.3f %s` unless told. Formats from a file are dangerous: see the hazards.
  public var printFormat = Array("%5.3f %s".utf8)
  /// What is measured, as a coded term; nil when the file gives none.
  public var quantity: CodedEntry?
  /// How the value was derived, such as a mean; nil when the file gives none.
  public var derivation: CodedEntry?
  /// How it was measured; nil when the file gives none.
  public var method: CodedEntry?

  /// True when all members agree; a value that is not a number is equal to itself.
  public static func == (one: Measurement, other: Measurement) -> Bool {
    one.name == other.name && one.isEnabled == other.isEnabled
      && Reals(one.value.map { [$0] } ?? []) == Reals(other.value.map { [$0] } ?? [])
      && one.units == other.units && one.description == other.description
      && one.printFormat == other.printFormat && one.quantity == other.quantity
      && one.derivation == other.derivation && one.method == other.method
  }
}

/// What a plane has beside points; nil stands for what the file does not set.
public struct PlaneGeometry: Equatable, Sendable {
  /// How the plane is defined, such as by three points; as written.
  public var planeType: [UInt8]?
  /// Whether its size follows the points or is given; as written.
  public var sizeMode: [UInt8]?
  /// One number, by which the size follows the points; 0 when what the file gives is no number.
  public var autoScalingFactor: Reals?
  /// Three numbers in millimetres, along the plane's axes.
  public var size: Reals?
  /// Four numbers in millimetres: least and greatest along the first axis of the plane, then along the second.
  public var bounds: Reals?
  /// Sixteen numbers, row by row, right-anterior-superior.
  public var objectToBase: Reals?
  /// Sixteen numbers, row by row, like `objectToBase`: from the base of the plane to the node.
  public var baseToNode: Reals?
}

/// What a region of interest has beside points.
public struct RegionGeometry: Equatable, Sendable {
  /// How the region is defined, such as a box; as written, nil when the file gives none.
  public var regionType: [UInt8]?
  /// Whether the region means what is outside the box.
  public var isInsideOut = false
  /// Three numbers, right-anterior-superior; zeros without one.
  public var center: Reals
  /// Nine numbers, right-anterior-superior; zeros without one.
  public var orientation: Reals
  /// Three numbers in millimetres along the region's axes; nil when the file gives none.
  public var size: Reals?
}

/// One element of a markups file, as a node holds it after reading.
public struct Markup: Equatable, Sendable {
  /// The last part of the class name: `Fiducial`, `Line`, …
  public var type: String
  /// Axes of the coordinates in the file. The values here are right-anterior-superior whichever it is.
  public var coordinateSystem: CoordinateSystem
  /// Whether no point of the markup can be moved by hand.
  public var isLocked = false
  /// Format of new points' labels; nil when the file gives none, empty when it is no text. See the hazards.
  public var labelFormat: [UInt8]?
  /// Whether points can be neither added nor removed.
  public var hasFixedNumberOfPoints = false
  /// The number that the last named point got: points without an identifier count on from it.
  public var lastUsedPointNumber: Int32 = 0
  /// In the order of the file: for curves and angles the order is the shape.
  public var points: [ControlPoint] = []
  /// Those that have a name, in the order of the file.
  public var measurements: [Measurement] = []
  /// Nil for a markup that is no plane.
  public var plane: PlaneGeometry?
  /// Nil for a markup that is no region of interest.
  public var region: RegionGeometry?

  /// The full class name, `vtkMRMLMarkups…Node`.
  public var className: String { "vtkMRMLMarkups\(type)Node" }
}
