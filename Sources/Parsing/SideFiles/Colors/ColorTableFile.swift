/// Color table as 3D Slicer reads it: the colors that the file defines, by index.
///
/// Cost: linear in the file and the number of colors, independent of the largest index.
public struct ColorTableFile: Sendable {
  /// Form of the file.
  public enum Form: Sendable {
    /// Lines `id name r g b a` between blanks (`.ctbl`, `.txt`).
    case text
    /// Columns with a header, separated by this byte (`.csv`, `.tsv`).
    case columns(separator: UInt8)

    /// Chooses the form by the extension of the file name.
    public init(fileName: String) {
      switch fileName.split(separator: ".").last?.lowercased() {
      case "csv": self = .columns(separator: UInt8(ascii: ","))
      case "tsv": self = .columns(separator: 0x09)
      default: self = .text
      }
    }
  }

  /// One color.
  public struct Color: Equatable, Sendable {
    /// Index in the table, at most `maximumIndex`: the label value in a segmentation.
    public var index: Int32
    /// Name of the color in the application: in text, `_` is a blank, and quotes around the name
    /// are removed.
    public var name: [UInt8]
    /// Red, green, blue, alpha: 0 to 255 in text; in columns any integer.
    public var components: [Double]
    /// Values of ``ColorTableFile/terminologyColumns``; only in columns.
    public var terminology: [[UInt8]] = []
    /// Byte offset of the line; not compared.
    public var offset = 0

    /// True when index, name, components and terminology agree. Offsets do not count.
    public static func == (one: Color, other: Color) -> Bool {
      one.index == other.index && one.name == other.name && one.components == other.components
        && one.terminology == other.terminology
    }
  }

  /// Maximum index of a table.
  public static let maximumIndex: Int32 = 1_000_000

  /// Names of the columns with the terminology of a color.
  public static let terminologyColumns: [String] = [
    "Category", "Type", "TypeModifier", "Region", "RegionModifier",
  ].flatMap { part in ["CodingScheme", "CodeValue", "CodeMeaning"].map { "\(part)_\($0)" } }

  /// Form of the file, also for writing.
  public let form: Form
  /// Colors in order of index, each index once: the last line wins.
  public internal(set) var colors: [Color]
  /// Number of colors of the table, undefined ones included.
  public internal(set) var count: Int
  /// Notes and hazards, with offsets in the file.
  public internal(set) var report: SideFileReport

  /// Reads a whole file in the given form. Throws for a limit, or where the application would load
  /// no table.
  public init(
    reading input: Span<UInt8>, form: Form = .text, limits: SideFileLimits = .default
  ) throws(SideFileError) {
    guard input.count <= limits.maximumBytes else {
      throw SideFileError(.sizeLimit, at: limits.maximumBytes, in: input)
    }
    self.form = form
    var reading = ColorTableReading(limits: limits)
    do throws(Refusal) {
      switch form {
      case .text: try reading.readText(input)
      case .columns(let separator): try reading.readColumns(input, separator: separator)
      }
    } catch {
      throw SideFileError(error, in: input)
    }
    colors = reading.colors.values.sorted { $0.index < $1.index }
    report = reading.report
    let definedCount = colors.last.map { Int($0.index) + 1 } ?? 0
    if case .text = form { count = max(definedCount, 1) } else { count = definedCount }
  }
}
