public import ByteReading

/// Refusal of a document: reason and position. Nothing is delivered after it.
///
/// The position is that of the first byte that breaks the constraint, in the bytes as given (before
/// decoding). For a fault inside the replacement text of an entity it is that of the reference in
/// the document.
public struct XMLError: TextParseError {
  /// First constraint that the document breaks.
  public let code: Code
  /// First byte that breaks it, in the bytes as given.
  public let position: SourcePosition

  /// A refusal at a given position.
  public init(code: Code, position: SourcePosition) {
    self.code = code
    self.position = position
  }

  /// Broken constraint. Names are stable: programs read them in JSON.
  public enum Code: UInt8, ParseErrorCode, CaseIterable {
    // Bytes and characters.
    case malformedEncoding
    case illegalCharacter
    case unsupportedEncoding
    case encodingMismatch
    // Document structure.
    case malformedXMLDeclaration
    case unsupportedVersion
    case noRootElement
    case textOutsideRoot
    case contentAfterRoot
    case unclosedElement
    case unexpectedEnd
    // Tags and attributes.
    case malformedName
    case malformedStartTag
    case malformedEndTag
    case mismatchedEndTag
    case missingEqualsSign
    case missingQuote
    case missingWhitespace
    case lessThanInAttributeValue
    case duplicateAttribute
    // Other markup.
    case malformedMarkup
    case doubleHyphenInComment
    case malformedProcessingInstruction
    case reservedTarget
    case sectionEndInText
    // References and entities.
    case malformedReference
    case illegalCharacterReference
    case undeclaredEntity
    case entityDeclaredInParameterEntity
    case unparsedEntityReference
    case externalEntityInAttribute
    case recursiveEntity
    case entityNotNested
    // Document type declaration.
    case misplacedDoctype
    case malformedDoctype
    case malformedDeclaration
    case malformedContentModel
    case malformedPublicIdentifier
    case parameterEntityInDeclaration
    // Namespaces.
    case malformedQualifiedName
    case undeclaredPrefix
    case reservedPrefix
    case reservedNamespace
    case undeclaredNamespace
    case duplicateExpandedName
    // Limits.
    case inputLengthLimit
    case depthLimit
    case attributeCountLimit
    case nameLengthLimit
    case valueLengthLimit
    case eventLimit
    case entityDepthLimit
    case expansionLimit
    case expansionRatioLimit
  }
}
