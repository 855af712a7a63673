/// One point of a markup, as the node holds it after reading.
public struct ControlPoint: Equatable, Sendable {
  /// What a position is worth; comma-separated files may hold numbers without a meaning.
  public struct PositionStatus: RawRepresentable, Equatable, Sendable {
    public var rawValue: Int32

    public init(rawValue: Int32) { self.rawValue = rawValue }

    public static let undefined = PositionStatus(rawValue: 0)
    public static let preview = PositionStatus(rawValue: 1)
    public static let defined = PositionStatus(rawValue: 2)
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

  public var id: [UInt8]
  public var label: [UInt8]
  public var description: [UInt8]
  public var associatedNodeID: [UInt8]
  /// Three numbers, right-anterior-superior.
  public var position: Reals
  /// Nine numbers, row by row, right-anterior-superior.
  public var orientation: Reals
  public var status: PositionStatus
  public var isSelected: Bool
  public var isLocked: Bool
  public var isVisible: Bool
  /// Byte offset in the file; not compared.
  public var offset: Int

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

  public static func == (one: ControlPoint, other: ControlPoint) -> Bool {
    one.id == other.id && one.label == other.label && one.description == other.description
      && one.associatedNodeID == other.associatedNodeID && one.position == other.position
      && one.orientation == other.orientation && one.status == other.status
      && one.isSelected == other.isSelected && one.isLocked == other.isLocked
      && one.isVisible == other.isVisible
  }
}
