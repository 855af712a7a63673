/// How the text of an attribute is read.
public enum ValueKind: Equatable, Sendable {
  /// One element of a vector or a lone number of the stream engine (``NumberStream``).
  public enum Element: Sendable {
    case bool, int, double
  }

  /// A grammar of its own.
  public enum Record: Sendable {
    /// `key:value;…` of every node.
    case customAttributes
    /// `role:id id;…` of every node.
    case references
    /// `index 'name' r g b a …`
    case colors
    /// A count, then as many numbers, two for each point.
    case piecewiseFunction
    /// A count, then as many numbers, four for each point.
    case colorTransferFunction
    /// Records between `|`: an identifier, then `name:value` words.
    case segmentDisplayProperties
    /// `nodeID:value;…`
    case indexValues
    /// `name value` words that say what a sequence browser keeps in step; those not named are as usual.
    case synchronization
    /// `window|level`
    case windowLevelPreset
    /// `name value`, split at the first blank.
    case parameter
  }

  /// Exactly `true` is true, everything else false.
  case bool
  /// Verbatim.
  case string
  /// A 32-bit integer that fills the text (``VariantNumber``).
  case int
  /// A double that fills the text (``VariantNumber``).
  case float
  /// Exactly one of the strings.
  case enumeration(Enumeration)
  /// One of the strings, else a number as C's `atoi` reads it.
  case enumerationOrNumber(Enumeration)
  /// One of the strings, else the given number, whose string may be none.
  case looseEnumeration(Enumeration, else: Int32)
  /// One number of the stream engine.
  case stream(Element)
  /// So many numbers of the stream engine.
  case vector(Element, Int)
  /// Numbers between blanks or `|`.
  case numberList
  /// `;`-separated, each item with its escapes decoded.
  case stringList
  /// `|`-separated.
  case barList
  /// So many texts between semicolons: missing ones are empty, further ones dropped.
  case labels(Int)
  /// Numbers with one blank between two.
  case levels
  /// A text whose line ends are written as `[br]` or `<br>`.
  case lines
  /// Words between blanks.
  case words
  /// A table of `key=value` words between blanks; a later value replaces an earlier one.
  case keyValueWords
  /// The first word only.
  case firstWord
  /// A node's identifier, verbatim.
  case nodeID
  /// Identifiers between blanks or `;`.
  case nodeIDs
  /// A file name with its escapes decoded.
  case path
  /// An address with its escapes decoded.
  case uri
  /// A text with its escapes decoded.
  case urlEncoded
  /// A `printf` format.
  case format
  /// `name:value|…` behind the escapes: a coded entry of a terminology.
  case codedEntry
  /// `name:value;…` of a text property.
  case textProperty
  /// C's `atoi`.
  case atoi
  /// C's `atof`.
  case atof
  /// Only that the attribute is there.
  case presence
  /// Known, and not used.
  case ignored
  case record(Record)
}
