/// Kind of an attribute's value, which decides how its text is read.
public enum ValueKind: Equatable, Sendable {
  /// Element of a vector, or a single number, of the stream engine (``NumberStream``).
  public enum Element: Sendable {
    case bool, int, double
  }

  /// Grammar specific to one attribute.
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
    /// `name value` words: what a sequence browser synchronizes; missing names have their defaults.
    case synchronization
    /// `window|level`
    case windowLevelPreset
    /// `name value`, split at the first space.
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
  /// One of the strings, otherwise a number as C's `atoi` reads it.
  case enumerationOrNumber(Enumeration)
  /// One of the strings, otherwise the given number, which may have no string.
  case looseEnumeration(Enumeration, else: Int32)
  /// One number of the stream engine.
  case stream(Element)
  /// A fixed number of values of the stream engine.
  case vector(Element, Int)
  /// Numbers separated by white space or `|`.
  case numberList
  /// Items separated by `;`, each with its escapes decoded.
  case stringList
  /// Items separated by `|`.
  case barList
  /// A fixed number of texts separated by semicolons: missing ones are empty, further ones dropped.
  case labels(Int)
  /// Numbers separated by one space.
  case levels
  /// A text with line ends written as `[br]` or `<br>`.
  case lines
  /// Words separated by white space.
  case words
  /// A table of `key=value` words separated by white space; a later value replaces an earlier one.
  case keyValueWords
  /// The first word only.
  case firstWord
  /// Identifier of a node, verbatim.
  case nodeID
  /// Identifiers separated by white space or `;`.
  case nodeIDs
  /// File name with its escapes decoded.
  case path
  /// Address with its escapes decoded.
  case uri
  /// Text with its escapes decoded.
  case urlEncoded
  /// A `printf` format.
  case format
  /// `name:value|…` after decoding escapes: a coded entry of a terminology.
  case codedEntry
  /// `name:value;…` of a text property.
  case textProperty
  /// C's `atoi`.
  case atoi
  /// C's `atof`.
  case atof
  /// Only the presence of the attribute counts.
  case presence
  /// Known and unused.
  case ignored
  case record(Record)

  /// Whether the value is the identifier of a node, or several.
  var namesNodes: Bool {
    switch self {
    case .nodeID, .nodeIDs: true
    default: false
    }
  }
}
