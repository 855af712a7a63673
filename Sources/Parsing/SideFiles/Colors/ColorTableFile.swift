/// A color table as 3D Slicer reads it: only the colors that the file defines, by index.
///
/// Cost: linear in the file and the number of colors; a large index costs nothing here.
public struct ColorTableFile: Sendable {
  /// How the file is written.
  public enum Form: Sendable {
    /// `id name r g b a` between blanks (`.ctbl`, `.txt`).
    case text
    /// Columns with a header, between this byte (`.csv`, `.tsv`).
    case columns(separator: UInt8)

    /// By the extension of the file name.
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
    /// Place in the table, at most `maximumIndex`: label values of a segmentation are such places.
    public var index: Int32
    /// Name of the color as the application holds it: in text, `_` is a blank and quotes around the name are gone.
    public var name: [UInt8]
    /// Red, green, blue, alpha: 0 to 255 in text; in columns any integer.
    public var components: [Double]
    /// Of columns: the values of ``ColorTableFile/terminologyColumns``.
    public var terminology: [[UInt8]] = []
    /// Byte offset of the line; not compared.
    public var offset = 0

    /// True when index, name, components and terminology agree. Offsets do not count.
    public static func == (one: Color, other: Color) -> Bool {
      one.index == other.index && one.name == other.name && one.components == other.components
        && one.terminology == other.terminology
    }
  }

  /// Largest index that a table may have.
  public static let maximumIndex: Int32 = 1_000_000

  /// Names of the columns that say what a color stands for.
  public static let terminologyColumns: [String] = [
    "Category", "Type", "TypeModifier", "Region", "RegionModifier",
  ].flatMap { part in ["CodingScheme", "CodeValue", "CodeMeaning"].map { "\(part)_\($0)" } }

  /// The form that the file was read in, and is written in.
  public let form: Form
  /// In order of their index, each index once: the last line with it counts.
  public internal(set) var colors: [Color]
  /// Colors of the table, those that no line defines included.
  public internal(set) var count: Int
  /// Remarks and hazards, with offsets in the file.
  public internal(set) var report: SideFileReport

  /// Reads a whole file in the form that its name asks for. Throws for a limit, or where the application would load no
  /// table.
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
    let most = colors.last.map { Int($0.index) + 1 } ?? 0
    if case .text = form { count = max(most, 1) } else { count = most }
  }
}
