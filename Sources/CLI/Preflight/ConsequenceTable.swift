/// Consequences by source and code of a hazard.
package enum ConsequenceTable {
  /// The consequence of a hazard; `unusual` for a code that the table lacks.
  static func consequence(of hazard: ReportedHazard) -> Consequence {
    table[hazard.source]?[hazard.code] ?? .unusual
  }

  /// Whether the table has the code.
  package static func contains(_ code: String, of source: ReportedHazard.Source) -> Bool {
    table[source]?[code] != nil
  }

  private static let table: [ReportedHazard.Source: [String: Consequence]] = groups.mapValues {
    var codes: [String: Consequence] = [:]
    for (consequence, words) in $0 {
      for word in words.split(whereSeparator: \.isWhitespace) { codes[String(word)] = consequence }
    }
    return codes
  }

  private static let groups: [ReportedHazard.Source: [(Consequence, String)]] = [
    .archive: [
      (
        .writesOutside,
        "absoluteName parentComponent driveLetter linkEscapes throughLink symbolicLink"
      ),
      (
        .twoReadings,
        """
        prefixBytes commentOutside secondEndRecord endRecordInComment entryCountDisagrees
        directorySizeDisagrees directoryOffsetDisagrees zip64Disagrees zip64LocatorInvalid
        unlistedMember localHeaderMissing headerOffsetDisagrees localNameDisagrees
        localMethodDisagrees localFlagsDisagree localSizeDisagrees localCompressedSizeDisagrees
        localChecksumDisagrees descriptorDisagrees memberOutside overlappingMember
        zip64FieldMissing unicodePathDisagrees duplicateName storedSizesDisagree
        directoryDisagrees throughFile fileAndDirectory nulInName localTimeDisagrees
        localVersionDisagrees extraFieldDisagrees extraFieldRepeated zip64RecordSizeDisagrees
        """
      ),
      (.exhaustion, "totalSizeExceeded memberTooLarge highRatio impossibleRatio"),
      (.misleadingName, "controlInName bidiInName invalidUTF8Name emptyName invisibleInName"),
      (
        .otherSystems,
        """
        backslash caseFoldingTwin compatibilityTwin windowsDeviceName trailingDotOrSpace
        windowsCharacter alternateStream longComponent longPath
        """
      ),
      (.incomplete, "encryptedMember patchedMember unsupportedMethod multipleDisks"),
      (.damaged, "contentRefused descriptorMissing extraFieldInvalid unusedCompressedBytes"),
      (
        .unusual,
        """
        spanningMarker trailingBytes unusedBytes paddingNotZero zip64FieldUnneeded directoryWithContent
        nestedArchive moreHazards
        """
      ),
    ],
    .bundle: [
      (.twoReadings, "beginsAsOtherFormat ambiguousScene"), (.otherSystems, "sceneInOtherCase"),
      (.writesOutside, "sceneOutside"), (.incomplete, "memberMissing viewMemberMissing"),
      (.readsOutside, "fileNameEscapes"), (.wrongData, "fileNameShared"),
      (.unusual, "furtherScene memberExtra"), (.damaged, "innerRefused"),
      (.exhaustion, "innerLimit"),
    ],
    .scene: [
      (
        .crash,
        """
        singletonAcrossClasses referenceCycle selfReference itemCycle itemOutsideHierarchy
        shortNumbers countMismatch colorsWithoutType colorNameOfQuotes colorIndexOutOfRange
        formatConversion formatWidth negativePointIndex pointIndexPastEnd oddPointIndices
        """
      ),
      (
        .exhaustion,
        """
        hugeCount deepNesting manyAttributes manyNodes longAttribute entityExpansion nestedElements
        nestedItems
        """
      ),
      (
        .readsOutside,
        "identifierInPath absolutePath parentPath homePath doublyEncodedPath sceneAsData"
      ),
      (.otherSystems, "foreignPath longPath"),
      (
        .network,
        """
        schemeInPath remoteURI foreignURI externalSubsetSkipped externalParameterEntitySkipped
        externalEntitySkipped
        """
      ),
      (.credentials, "userInfoInURI"),
      (.misleadingName, "controlCharacterInPath invisibleCharacter unusualID nonASCIIID"),
      (
        .wrongData,
        """
        longID sharedID crossClassReference danglingItemParent duplicateItemID nestedSceneViews
        swallowedNode nonFiniteNumber defaultedAttribute duplicateID mergedSingleton
        referencesCutShort repeatedAttributeKey emptyAttributeKey headerCutShort repeatedHeader
        classByName unresolvedHierarchy undeclaredEntitySkipped undeclaredParameterEntitySkipped
        otherEncoding numberOutOfRange itemNamedTwice invalidItemID misplacedItem runOnRole
        """
      ),
      (.incomplete, "unknownClass missingID legacyFormat"),
      (.unusual, "missingVersion unknownVersion otherRoot"),
    ],
    .sideFile: [
      (
        .crash,
        """
        elementWithoutType itemNotObject formatConversion nameOfQuotes negativeCount
        dataTooShort offsetOutside indexOutside componentCount activeName
        """
      ),
      (.exhaustion, "deepNesting hugeImage hugeTable"), (.readsOutside, "pathOutside"),
      (.twoReadings, "duplicateName bytesAfterNUL listWithSkips"), (.damaged, "invalidStream"),
      (.misleadingName, "controlCharacter"),
      (
        .wrongData,
        """
        nonFiniteNumber wrongType wrongLength partialVector invalidUTF8 lateHeader unknownVersion
        missingColumn surplusColumn unclosedQuote foreignSeparator notANumber unknownStatus
        componentOutOfRange missingAlpha oddQuotes lineOfBlanks commentInColumns shortRow longLine
        missingLine countMismatch positionsNotAscending repeatedID generatedID unusualSegment
        sizesDisagree columnsContradict
        """
      ),
    ],
    .sceneFile: [
      (.incomplete, "fileRefused fileMissing viewFileMissing dataFileMissing"),
      (.readsOutside, "fileOutside"), (.damaged, "fileUnreadable"),
      (.wrongData, "otherKind otherRole"), (.crash, "dataFileTooShort"), (.unusual, "fileExtra"),
    ],
    .link: [
      (
        .network,
        "foreignAuthority foreignEndpoint internationalEndpoint insecureEndpoint port"
      ),
      (.credentials, "userInfo endpointUserInfo accessToken tokenInTheClear"),
      (.misleadingName, "controlCharacter nonASCIIHost encodedHost doublyEncoded notUTF8"),
      (
        .wrongData,
        """
        duplicateName strayPercent malformedStudy invalidBulkRetrieve missingEndpoint missingStudy
        """
      ),
      (.unusual, "missingAuthority ignoredPath ignoredFragment longLink unknownName"),
    ],
    .stream: [(.unusual, "trailingBytes")],
  ]
}
