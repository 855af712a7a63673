/// What a class does with the value of an attribute beyond keeping it under the attribute's name.
public enum AttributeEffect: Equatable, Sendable {
  /// Numbers outside are brought to the nearest limit.
  case limits(Double, Double)
  /// Numbers outside are not taken: the value stays what it was.
  case accepts(Double, Double)
  /// The value goes to the attribute of another name: an old spelling, or two names for one thing.
  case goesTo(String)
  /// The value also goes to the attribute of another name, unless that one is given itself.
  case alsoGoesTo(String)
  /// Another attribute becomes the given text, whatever the value.
  case sets(String, String)
  /// Another attribute becomes the given text when the value is a number above zero.
  case setsWhenPositive(String, String)
  /// Identifiers follow the nodes that got a new one.
  case follows
  /// Cut to a whole number.
  case truncated
  /// Any number but 0 is 1.
  case isNonZero
  /// This text becomes another one.
  case replaces(String, by: String)
  /// A number of decimals becomes the format that shows as many.
  case makesFormat
  /// Content that is taken over leaves it as it was.
  case stays
  /// What a text property leaves out stays what it was.
  case completes
  /// A matrix of four rows becomes its inverse.
  case inverted
}

/// What a class makes of its values once all its attributes are read.
public enum ValueRule: Sendable {
  /// The layout name is that of the singleton.
  case layoutName
  case camera
  case slice
  /// The handle's matrix keeps its turn and loses its place: there are no points.
  case markups
  case plane, roi
  /// Texts and points of annotations, with their flags.
  case annotation
  /// The list of files, each once.
  case files
  /// A parent that got a new identifier is set once more, behind all others.
  case hierarchy
  /// The extension of the file is the class's own, whatever is given.
  case ownExtension
  /// Only tables of users and of files have a size of their own.
  case colorTable
  /// Scalars are never shown.
  case noScalars
}
