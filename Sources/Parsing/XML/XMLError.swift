public import ByteReading

/// Why a document was refused, and where. After it nothing else is delivered.
///
/// The position is that of the first byte that breaks the constraint, in the bytes as given (before decoding).
/// For a fault inside the replacement text of an entity it is that of the reference in the document.
public struct XMLError: Error, Equatable, Sendable {
  /// The first constraint that does not hold.
  public let code: Code
  /// Where it was broken, in the bytes as given.
  public let position: SourcePosition

  /// An error at a place that the caller has worked out.
  public init(code: Code, position: SourcePosition) {
    self.code = code
    self.position = position
  }

  /// One sentence for people.
  public var message: String { code.message }

  /// The constraint that was broken. The names are stable: programs see them in JSON.
  public enum Code: UInt8, CaseIterable, Sendable {
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
