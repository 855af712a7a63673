/// Effect of reading an attribute beyond storing its value under its name.
public enum AttributeEffect: Equatable, Sendable {
  /// Numbers outside the range are clamped.
  case limits(Double, Double)
  /// Numbers outside the range are rejected: the value is unchanged.
  case accepts(Double, Double)
  /// The value is stored under another name: an old spelling, or a second name.
  case goesTo(String)
  /// The value is also stored under another name, unless that attribute is given itself.
  case alsoGoesTo(String)
  /// Another attribute becomes the given text, whatever the value.
  case sets(String, String)
  /// Another attribute becomes the given text if the value is a number above zero.
  case setsWhenPositive(String, String)
  /// Identifiers are updated when their nodes are renamed.
  case follows
  /// Truncated to a whole number.
  case truncated
  /// Any number but 0 becomes 1.
  case isNonZero
  /// This text is replaced by another one.
  case replaces(String, by: String)
  /// A number of decimals becomes the corresponding format.
  case makesFormat
  /// Unchanged when the node takes over content.
  case stays
  /// Parts that a text property omits keep their values.
  case completes
  /// A matrix of four rows is replaced by its inverse.
  case inverted
}

/// Computation of a class after all its attributes are read.
public enum ValueRule: Sendable {
  /// The layout name is the singleton tag.
  case layoutName
  case camera
  case slice
  /// The handle's matrix keeps its rotation and loses its translation, since there are no points.
  case markups
  case plane, roi
  /// Texts and points of annotations, with their flags.
  case annotation
  /// The list of files, each once.
  case files
  /// A renamed parent is set again, after all others.
  case hierarchy
  /// The extension of the file is that of the class, whatever is given.
  case ownExtension
  /// Only user and file tables have a size of their own.
  case colorTable
  /// Scalars are never visible.
  case noScalars
}
