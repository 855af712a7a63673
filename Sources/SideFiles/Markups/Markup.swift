/// The axes that coordinates of a file are along.
public enum CoordinateSystem: Int, Sendable {
  /// Right, anterior, superior.
  case ras = 0
  /// Left, posterior, superior: the first two coordinates change their sign when they are read.
  case lps = 1

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
  public var value: [UInt8]
  public var scheme: [UInt8]
  public var meaning: [UInt8]
}

/// A measurement of a markup.
public struct Measurement: Equatable, Sendable {
  public var name: [UInt8]
  public var isEnabled = true
  /// Nil when the file gives no number.
  public var value: Double?
  public var units: [UInt8] = []
  public var description: [UInt8] = []
  public var printFormat = Array("%5.3f %s".utf8)
  public var quantity: CodedEntry?
  public var derivation: CodedEntry?
  public var method: CodedEntry?

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
  public var planeType: [UInt8]?
  public var sizeMode: [UInt8]?
  public var autoScalingFactor: Reals?
  public var size: Reals?
  public var bounds: Reals?
  /// Sixteen numbers, row by row, right-anterior-superior.
  public var objectToBase: Reals?
  public var baseToNode: Reals?
}

/// What a region of interest has beside points.
public struct RegionGeometry: Equatable, Sendable {
  public var regionType: [UInt8]?
  public var isInsideOut = false
  /// Three numbers, right-anterior-superior; zeros without one.
  public var center: Reals
  /// Nine numbers, right-anterior-superior; zeros without one.
  public var orientation: Reals
  public var size: Reals?
}

/// One element of a markups file, as a node holds it after reading.
public struct Markup: Equatable, Sendable {
  /// The last part of the class name: `Fiducial`, `Line`, …
  public var type: String
  public var coordinateSystem: CoordinateSystem
  public var isLocked = false
  public var labelFormat: [UInt8]?
  public var hasFixedNumberOfPoints = false
  public var lastUsedPointNumber: Int32 = 0
  public var points: [ControlPoint] = []
  public var measurements: [Measurement] = []
  public var plane: PlaneGeometry?
  public var region: RegionGeometry?

  public var className: String { "vtkMRMLMarkups\(type)Node" }
}
