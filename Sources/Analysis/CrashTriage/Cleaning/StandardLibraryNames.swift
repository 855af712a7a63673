/// Types of the standard library and names of their public members, from the module interface of
/// Swift 6.3.
///
/// Backtraces of a program that links the standard library statically, and Apple's reports, print
/// its functions without a module and with the program as their binary: `Array.append(_:)`. A
/// member that is not listed, such as `Array.chunked(by:)`, is an extension of the program's own.
/// Members with an underscore are the library's.
enum StandardLibraryNames {
  /// Whether `function`, a name without a module such as `String.init(decoding:as:)`, is declared
  /// by the library.
  static func declares(_ function: String) -> Bool {
    let path = function.prefix { $0 != "(" && $0 != "<" && $0 != " " }
    guard let dot = path.firstIndex(of: "."), types.contains(String(path[..<dot])) else {
      return false
    }
    let own = path[path.index(after: dot)...]
    if own.utf8.allSatisfy({ operatorBytes.contains($0) }) {
      return operators.contains(String(own))
    }
    let member = path[path.index(after: path.lastIndex(of: ".") ?? dot)...]
    if member.hasPrefix("_") { return true }
    guard member == "init" else { return members.contains(String(member)) }
    let label = function.dropFirst(path.count + 1).prefix { $0 != ":" && $0 != ")" }
    return members.contains("init(" + label)
  }

  private static let operatorBytes = Set("+-*/%<>=!&|^~?.".utf8)

  /// Operators that the library declares.
  private static let operators = words(
    """
    + - * / % == != === !== < <= > >= ... ..< & | ^ ~ << >> &+ &- &* &<< &>> += -= *= /= %= &= |= ^=
    <<= >>= &+= &-= &*= &<<= &>>= && || ! ?? ~= .& .| .^ .< .<= .> .>= .== .!= .!
    """)

  static let types = words(
    """
    ASCII AdditiveArithmetic AnyBidirectionalCollection AnyCollection AnyHashable AnyIndex
    AnyIterator AnyKeyPath AnyRandomAccessCollection AnySequence Array ArraySlice
    BidirectionalCollection BinaryFloatingPoint BinaryInteger Bool CVaListPointer
    CanonicalCombiningClass Change Character CharacterIterator ClosedRange CodingKey
    CodingUserInfoKey Collection CollectionDifference CollectionOfOne CommandLine Comparable
    Context ContiguousArray DecodingError DefaultIndices DefaultStringInterpolation Dictionary
    DiscontiguousSlice DisplayStyle Double DropFirstSequence DropWhileSequence Duration
    DurationProtocol EmptyCollection EncodingError EnumeratedSequence Equatable Error
    ExpressibleByExtendedGraphemeClusterLiteral ExpressibleByIntegerLiteral
    ExpressibleByStringInterpolation ExpressibleByStringLiteral FixedWidthInteger
    FlattenCollection FlattenSequence Float Float16 Float80 FloatingPoint
    FloatingPointClassification FloatingPointRoundingRule FloatingPointSign ForwardParser
    GeneralCategory Hashable Hasher Identifiable Index IndexingIterator InlineArray Int Int128
    Int16 Int32 Int64 Int8 Iterator IteratorSequence JoinedSequence KeyValuePairs
    KeyedDecodingContainer KeyedDecodingContainerProtocol KeyedEncodingContainer
    KeyedEncodingContainerProtocol Keys Kind LazyCollection LazyCollectionProtocol
    LazyDropWhileCollection LazyDropWhileSequence LazyFilterCollection LazyFilterSequence
    LazyMapCollection LazyMapSequence LazyPrefixWhileCollection LazyPrefixWhileSequence
    LazySequence LazySequenceProtocol ManagedBuffer ManagedBufferPointer MemoryLayout Mirror
    MutableCollection MutableRawSpan MutableSpan Never NumericType ObjectIdentifier
    OpaquePointer OptionSet Optional OutputRawSpan OutputSpan Parser PartialRangeFrom
    PartialRangeThrough PartialRangeUpTo PrefixSequence Properties RandomAccessCollection
    RandomNumberGenerator Range RangeExpression RangeReplaceableCollection RangeSet Ranges
    RawRepresentable RawSpan Repeated Result ReverseParser ReversedCollection Scalar Sequence
    Set SetAlgebra SignedInteger SignedNumeric SingleValueDecodingContainer
    SingleValueEncodingContainer Slice Span StaticBigInt StaticString StrideThrough
    StrideThroughIterator StrideTo StrideToIterator Strideable String StringProtocol Substring
    SystemRandomNumberGenerator TextOutputStream UInt UInt128 UInt16 UInt32 UInt64 UInt8 UTF16
    UTF16View UTF32 UTF8 UTF8Span UTF8View UnboundedRange_ UnfoldSequence UnicodeCodec
    UnicodeDecodingResult UnicodeScalarIterator UnicodeScalarView UnkeyedDecodingContainer
    UnkeyedEncodingContainer Unmanaged UnsafeBufferPointer UnsafeMutableBufferPointer
    UnsafeMutablePointer UnsafeMutableRawBufferPointer UnsafeMutableRawPointer UnsafePointer
    UnsafeRawBufferPointer UnsafeRawPointer UnsignedInteger ValidationError Values Words
    Zip2Sequence
    """)

  static let members = words(
    """
    above aboveLeft aboveRight addProduct addingProduct addingReportingOverflow advanced age
    alignedDown alignedUp alignment allKeys allSatisfy allocate append appendInterpolation
    appendLiteral applying argc arguments asciiValue assign assumingMemoryBound attachedAbove
    attachedAboveRight attachedBelow attachedBelowLeft attoseconds base baseAddress below
    belowLeft belowRight bigEndian binade bindMemory bitPattern bitWidth buffer byteCount
    byteOffsets byteSwapped bytes bytesEqual canonicalCombiningClass capacity
    changesWhenCaseFolded changesWhenCaseMapped changesWhenLowercased changesWhenNFKCCaseFolded
    changesWhenTitlecased changesWhenUppercased characters charactersEqual checkForASCII
    checkForNFC children clamped codeUnits codingKey codingPath combine compactMap
    compactMapValues components contains copyBytes copyMemory count currentCodeUnitOffset
    customMirror customPlaygroundQuickLook dataCorruptedError deallocate debugDescription
    decode decodeCString decodeIfPresent decodeNil deinitialize deinitializeElement descendant
    description difference displayStyle distance dividedReportingOverflow dividingFullWidth
    doubleAbove doubleBelow drop dropFirst dropLast elements elementsEqual encode
    encodeConditional encodeIfPresent encodeNil encodedOffset encodedReplacementCharacter
    endIndex enumerated escaped exponent exponentBitCount exponentBitPattern extracting filter
    finalize first firstIndex flatMap flatMapError floatingPointClass forEach formIndex
    formIntersection formRemainder formSquareRoot formSymmetricDifference
    formTruncatingRemainder formUnion freeCapacity fromOpaque generalCategory get
    greatestFiniteMagnitude hasPointerRepresentation hasPrefix hasSuffix hash hashValue header
    hexDigitValue id index indices inferringMoves infinity init( init(_ init(arrayLiteral
    init(ascii init(attoseconds init(base init(bigEndian init(bitPattern init(booleanLiteral
    init(buffer init(bufferClass init(cString init(capacity init(catching init(clamping
    init(codingKey init(codingPath init(copying init(decoding init(decodingCString
    init(describing init(dictionaryLiteral init(encodedOffset init(exactly
    init(extendedGraphemeClusterLiteral init(first init(floatLiteral init(from init(grouping
    init(initializingWith init(integerLiteral init(literalCapacity init(littleEndian
    init(minimumCapacity init(mutating init(nan init(nilLiteral init(rawValue init(rebasing
    init(reflecting init(repeating init(secondsComponent init(sign init(signOf
    init(stringInterpolation init(stringLiteral init(truncatingIfNeeded init(unchecked
    init(uncheckedBounds init(unicodeScalarLiteral init(uniqueKeysWithValues
    init(unsafeBufferObject init(unsafeUninitializedCapacity init(utf16Offset init(validating
    init(validatingCString init(validatingUTF8 initialize initializeElement initializeMemory
    insert insertions intersection invalidNonSurrogateCodePointByte inverse iotaSubscript
    isASCII isASCIIHexDigit isAlphabetic isBidiControl isBidiMirrored isCanonical
    isCanonicallyEquivalent isCanonicallyLessThan isCaseIgnorable isCased isContiguousUTF8
    isContinuation isCurrencySymbol isDash isDefaultIgnorableCodePoint isDeprecated isDiacritic
    isDisjoint isEmoji isEmojiModifier isEmojiModifierBase isEmojiPresentation isEmpty isEqual
    isExtender isFinite isFull isFullCompositionExclusion isGraphemeBase isGraphemeExtend
    isHexDigit isIDContinue isIDSBinaryOperator isIDSTrinaryOperator isIDStart isIdentical
    isIdeographic isInfinite isJoinControl isKnownASCII isKnownNFC isLeadSurrogate isLess
    isLessThanOrEqualTo isLetter isLogicalOrderException isLowercase isMath isMathSymbol
    isMultiple isNaN isNewline isNoncharacterCodePoint isNormal isNumber isPatternSyntax
    isPatternWhitespace isPunctuation isQuotationMark isRadical isSentenceTerminal isSignMinus
    isSignalingNaN isSigned isSoftDotted isStrictSubset isStrictSuperset isSubnormal isSubset
    isSuperset isSurrogate isSymbol isTerminalPunctuation isTotallyOrdered isTrailSurrogate
    isUnifiedIdeograph isUniqueReference isUppercase isVariationSelector isWhitespace
    isWholeNumber isXIDContinue isXIDStart isZero joined kanaVoicing keys kind last lastIndex
    lazy leadSurrogate leadingZeroBitCount leastNonzeroMagnitude leastNormalMagnitude left
    lexicographicallyPrecedes littleEndian load loadUnaligned lowerBound lowercaseMapping
    lowercased magnitude makeCharacterIterator makeContiguousUTF8 makeIterator
    makeUnicodeScalarIterator map mapError mapValues max maximum maximumMagnitude merge merging
    microseconds milliseconds min minimum minimumMagnitude move moveAssign moveElement
    moveInitialize moveInitializeMemory moveSubranges moveUpdate multipliedFullWidth
    multipliedReportingOverflow mutableBytes mutableSpan name nameAlias nan nanoseconds negate
    nestedContainer nestedUnkeyedContainer next nextDown nextUp nonzeroBitCount notReordered
    nukta numericType numericValue offset overlaps overlay overlongEncodingByte parseScalar
    partition passRetained passUnretained pi pointee pointer popFirst popLast prefix previous
    properties quietNaN quotientAndRemainder radix random randomElement ranges rawValue reduce
    relative release remainder remainderReportingOverflow removals remove removeAll removeFirst
    removeLast removeSubrange removeSubranges removeValue removingSubranges repeatedValue
    replaceSubrange reserveCapacity reset retain reverse reversed right rootType round rounded
    samePosition seconds shuffle shuffled sign signalingNaN significand significandBitCount
    significandBitPattern significandWidth signum size skipBack skipForward sort sorted span
    split squareRoot startIndex starts storeBytes stride subjectType subranges subscript
    subtract subtracting subtractingReportingOverflow suffix superDecoder superEncoder
    superclassMirror surrogateCodePointByte swapAt symmetricDifference take takeRetainedValue
    takeUnretainedValue titlecaseMapping toOpaque toggle trailSurrogate trailingZeroBitCount
    transcode transcodedLength truncatedScalar truncatingRemainder ulp ulpOfOne
    underestimatedCount underlyingError unexpectedContinuationByte unicodeScalar unicodeScalars
    unicodeScalarsEqual union unsafeArgv unsafeLoad unsafeLoadUnaligned unsafelyUnwrapped
    update updateValue upperBound uppercaseMapping uppercased utf16 utf16Offset utf8
    utf8CString utf8CodeUnitCount utf8Span utf8Start value valueType values virama
    wholeNumberValue width withCString withContiguousMutableStorageIfAvailable
    withContiguousStorageIfAvailable withMemoryRebound withMutableCharacters withUTF8
    withUTF8Buffer withUnsafeBufferPointer withUnsafeBytes withUnsafeMutableBufferPointer
    withUnsafeMutableBytes withUnsafeMutablePointerToElements withUnsafeMutablePointerToHeader
    withUnsafeMutablePointers words write zero
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
