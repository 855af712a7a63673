/// One point of a markup, as the node holds it after reading.
public struct ControlPoint: Equatable, Sendable {
  /// What a position is worth; comma-separated files may hold numbers without a meaning.
  public struct PositionStatus: RawRepresentable, Equatable, Sendable {
    /// The number in comma-separated files; any is kept.
    public var rawValue: Int32

    /// Takes any number: files may hold numbers without a meaning.
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// 0: no position was given yet.
    public static let undefined = PositionStatus(rawValue: 0)
    /// 1: follows the mouse, and is not placed yet.
    public static let preview = PositionStatus(rawValue: 1)
    /// 2: has a position.
    public static let defined = PositionStatus(rawValue: 2)
    /// 3: passed over on purpose; its position means nothing.
    public static let missing = PositionStatus(rawValue: 3)

    static let names = ["undefined", "preview", "defined", "missing"]

    /// The status of that name; exact.
    public init?(name: String) {
      guard let index = Self.names.firstIndex(of: name) else { return nil }
      rawValue = Int32(index)
    }

    /// The name in markups files; nil for a number without a meaning.
    public var name: String? {
      Self.names.indices.contains(Int(rawValue)) ? Self.names[Int(rawValue)] : nil
    }
  }

  /// Identifier of the point, unique in honest files; a running number where a markups file gives none.
  public var id: [UInt8]
  /// Text beside the point. Any bytes.
  public var label: [UInt8]
  /// Free text about the point. Any bytes.
  public var description: [UInt8]
  /// Identifier of the node that the point was placed on; empty for none. Whether the scene has it is not asked.
  public var associatedNodeID: [UInt8]
  /// Three numbers, right-anterior-superior.
  public var position: Reals
  /// Nine numbers, row by row, right-anterior-superior.
  public var orientation: Reals
  /// What the position is worth.
  public var status: PositionStatus
  /// The flag `selected`: whether commands on the selected points take this one.
  public var isSelected: Bool
  /// Whether the point cannot be moved by hand.
  public var isLocked: Bool
  /// Whether the point is shown; the markup as a whole has a switch of its own.
  public var isVisible: Bool
  /// Byte offset in the file; not compared.
  public var offset: Int

  /// The presets of a new point: at the origin, undefined, selected, visible, not locked.
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

  /// True when all but `offset` agree; coordinates that are not numbers are equal to themselves.
  public static func == (one: ControlPoint, other: ControlPoint) -> Bool {
    one.id == other.id && one.label == other.label && one.description == other.description
      && one.associatedNodeID == other.associatedNodeID && one.position == other.position
      && one.orientation == other.orientation && one.status == other.status
      && one.isSelected == other.isSelected && one.isLocked == other.isLocked
      && one.isVisible == other.isVisible
  }
}
