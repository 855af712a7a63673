/// A point of a markup, as the node holds it after reading.
public struct ControlPoint: Equatable, Sendable {
  /// Status of a position. Comma-separated files may hold undefined numbers.
  public struct PositionStatus: RawRepresentable, Equatable, Sendable {
    /// Number in comma-separated files; any value is kept.
    public var rawValue: Int32

    /// Creates a status from any number, since files may hold undefined ones.
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// 0: no position yet.
    public static let undefined = PositionStatus(rawValue: 0)
    /// 1: follows the mouse, not placed yet.
    public static let preview = PositionStatus(rawValue: 1)
    /// 2: has a position.
    public static let defined = PositionStatus(rawValue: 2)
    /// 3: skipped on purpose; its position has no meaning.
    public static let missing = PositionStatus(rawValue: 3)

    static let names = ["undefined", "preview", "defined", "missing"]

    /// Creates the status of this exact name.
    public init?(name: String) {
      guard let index = Self.names.firstIndex(of: name) else { return nil }
      rawValue = Int32(index)
    }

    /// Name in markups files; nil for an undefined number.
    public var name: String? {
      Self.names.indices.contains(Int(rawValue)) ? Self.names[Int(rawValue)] : nil
    }
  }

  /// Identifier, usually unique; a sequence number where a markups file has none.
  public var id: [UInt8]
  /// Label of the point; any bytes.
  public var label: [UInt8]
  /// Description; any bytes.
  public var description: [UInt8]
  /// Identifier of the node on which the point was placed; empty for none. It is not resolved in
  /// the scene.
  public var associatedNodeID: [UInt8]
  /// Three coordinates, right-anterior-superior.
  public var position: Reals
  /// Nine numbers in row-major order, right-anterior-superior.
  public var orientation: Reals
  /// Status of the position.
  public var status: PositionStatus
  /// Whether commands on selected points apply to this one.
  public var isSelected: Bool
  /// Whether the point is protected from interactive moves.
  public var isLocked: Bool
  /// Whether the point is shown; the markup has a separate flag.
  public var isVisible: Bool
  /// Byte offset in the file; not compared.
  public var offset: Int

  /// Creates a point with the defaults of the application: at the origin, undefined, selected,
  /// visible, not locked.
  public init(
    id: [UInt8] = [], label: [UInt8] = [], description: [UInt8] = [],
    associatedNodeID: [UInt8] = [], position: Reals = Reals([0, 0, 0]),
    orientation: Reals = Reals([1, 0, 0, 0, 1, 0, 0, 0, 1]), status: PositionStatus = .undefined,
    isSelected: Bool = true, isLocked: Bool = false, isVisible: Bool = true, offset: Int = 0
  ) {
    self.id = id
    self.label = label
    self.description = description
    self.associatedNodeID = associatedNodeID
    self.position = position
    self.orientation = orientation
    self.status = status
    self.isSelected = isSelected
    self.isLocked = isLocked
    self.isVisible = isVisible
    self.offset = offset
  }

  /// True when all members except `offset` are equal; NaN equals NaN.
  public static func == (one: ControlPoint, other: ControlPoint) -> Bool {
    one.id == other.id && one.label == other.label && one.description == other.description
      && one.associatedNodeID == other.associatedNodeID && one.position == other.position
      && one.orientation == other.orientation && one.status == other.status
      && one.isSelected == other.isSelected && one.isLocked == other.isLocked
      && one.isVisible == other.isVisible
  }
}
