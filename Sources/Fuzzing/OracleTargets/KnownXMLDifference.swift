import LibXML2Oracle
import XMLReading

/// Legitimate difference between libxml2 and this reader, with a condition that recognizes it.
struct KnownXMLDifference: Sendable {
  /// Reader that follows the Recommendation.
  enum Right { case ours, theirs, both }
  let name: String
  let right: Right
  /// Requirement of the Recommendation, with its section.
  let why: String
  let applies: @Sendable (_ document: String, _ ours: XMLOutcome, _ theirs: LibXML2.Reading) -> Bool

  /// Whether there is a `mark` after a `start`, with only white space between them.
  private static func contains(
    _ document: String, _ mark: Character, after start: Character
  ) -> Bool {
    var isAfterStart = false
    for letter in document {
      if letter == mark && isAfterStart { return true }
      if letter == start {
        isAfterStart = true
      } else if !letter.isWhitespace {
        isAfterStart = false
      }
    }
    return false
  }

  /// Whether any `word` has no white space after it.
  private static func lacksSpace(_ document: String, after word: String) -> Bool {
    var rest = document[...]
    while let found = rest.firstRange(of: word) {
      rest = rest[found.upperBound...]
      if rest.first?.isWhitespace != true { return true }
    }
    return false
  }

  /// The document as ASCII for the conditions, so that UTF-16 needs no case of its own.
  ///
  /// `␀` is a NUL that is not half of a UTF-16 letter. A prefix `▯` means UTF-16 without a byte
  /// order mark, a suffix `½` UTF-16 with half of a character.
  static func letters(of bytes: [UInt8]) -> String {
    let hasMark = bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
    if hasMark { return units(of: bytes).map(letter).joined() + cut(bytes) }
    let isUnmarked = bytes.prefix(2).contains(0)
    var last: UInt8 = 1
    let letters = bytes.compactMap { byte -> String? in
      defer { last = byte }
      return byte == 0 && isUnmarked && last != 0 ? nil : letter(UInt16(byte))
    }
    return (isUnmarked ? "▯" : "") + letters.joined() + (isUnmarked ? cut(bytes) : "")
  }

  private static func letter(_ unit: UInt16) -> String {
    unit == 0 ? "␀" : unit < 0x80 ? String(Unicode.Scalar(UInt8(unit))) : "¤"
  }

  private static func cut(_ bytes: [UInt8]) -> String {
    bytes.count % 2 == 1 || hasHalfPair(bytes) ? "½" : ""
  }

  /// Units of UTF-16 with a byte order mark, the mark included.
  private static func units(of bytes: [UInt8]) -> [UInt16] {
    let high = bytes[0] == 0xFE ? 0 : 1
    return stride(from: 0, to: bytes.count - 1, by: 2).map {
      UInt16(bytes[$0 + high]) << 8 | UInt16(bytes[$0 + 1 - high])
    }
  }
}

extension KnownXMLDifference {
  /// Whether UTF-16 has an unpaired surrogate.
  private static func hasHalfPair(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 4 else { return false }
    let high = bytes[0] == 0xFF || bytes[1] == 0 ? 1 : 0
    var isOpen = false
    for place in stride(from: 0, to: bytes.count - 1, by: 2) {
      let kind = bytes[place + high] & 0xFC
      if isOpen != (kind == 0xDC) { return true }
      isOpen = kind == 0xD8
    }
    return isOpen
  }

  static let all: [KnownXMLDifference] = [
    KnownXMLDifference(
      name: "CR from a character reference in an entity value", right: .ours,
      why: """
        Line ends are normalized in the document and in external entities on input (2.11). A CR in the \
        replacement text of an internal entity comes from a reference and stays.
        """
    ) { document, ours, theirs in
      theirs.verdict == .accepted && ours.error == nil && ours.lines.contains { $0.contains("\r") }
        && ours.lines.map(XMLOutcome.withoutLineEnds)
          == theirs.lines.map(XMLOutcome.withoutLineEnds)
    },
    KnownXMLDifference(
      name: "declarations after a parameter entity that was not read", right: .ours,
      why: """
        A processor that does not read a parameter entity must not use entity and attribute-list declarations \
        after the reference, unless the document is standalone (5.1).
        """
    ) { _, ours, _ in
      ours.notes.contains(.externalParameterEntitySkipped)
        || ours.notes.contains(.undeclaredParameterEntitySkipped)
    },
    KnownXMLDifference(
      name: "an undeclared entity where declarations may be unread", right: .ours,
      why: """
        In a document with a parameter entity reference that is not standalone, an undeclared general entity is not a \
        violation of well-formedness (4.1, Entity Declared). libxml2 ignores that inside replacement text.
        """
    ) { document, ours, theirs in
      guard case .refused(26...27, _) = theirs.verdict else { return false }
      // Without any of these, every declaration is read.
      let mayBeUnread = ["%", "SYSTEM", "PUBLIC"].contains { document.contains($0) }
      return mayBeUnread && ours.notes.contains(.undeclaredEntitySkipped)
    },
    KnownXMLDifference(
      name: "an external entity whose address is not a URI", right: .ours,
      why: """
        A non-validating processor may skip an external entity (4.4.3). libxml2 treats one whose address it cannot \
        resolve as undeclared.
        """
    ) { _, ours, theirs in
      guard case .refused(26, _) = theirs.verdict else { return false }
      return ours.notes.contains(.externalEntitySkipped)
    },
    KnownXMLDifference(
      name: "NUL after the root element", right: .ours,
      why:
        "NUL is not a character (production 2); libxml2 treats it as the end of the document."
    ) { document, ours, theirs in
      ours.error?.code == .illegalCharacter && theirs.verdict == .accepted
        && document.contains("␀")
    },
    KnownXMLDifference(
      name: "other names of encodings", right: .both,
      why:
        "A processor must read UTF-8 and UTF-16, may read other encodings, and refuses the rest (4.3.3)."
    ) { _, ours, _ in ours.error?.code == .unsupportedEncoding },
    KnownXMLDifference(
      name: "an internal subset after the end of the declaration", right: .ours,
      why: "The bracket is before the '>' of the declaration, not after it (production 28)."
    ) { document, ours, _ in
      ours.error?.code == .textOutsideRoot && contains(document, "[", after: ">")
    },
    KnownXMLDifference(
      name: "a fragment in a system identifier", right: .ours,
      why: "It is an error, but not a fatal one, so reading may continue (4.2.2)."
    ) { _, _, theirs in
      guard case .refused(92, _) = theirs.verdict else { return false }
      return true
    },
    KnownXMLDifference(
      name: "an entity declared only inside a parameter entity, in a standalone document",
      right: .ours,
      why:
        "A reference outside of parameter entities must match a declaration outside of them (4.1)."
    ) { _, ours, _ in ours.error?.code == .entityDeclaredInParameterEntity },
    KnownXMLDifference(
      name: "NDATA without a name", right: .ours,
      why: "An unparsed entity names its notation (production 76)."
    ) { document, ours, _ in
      ours.error?.code == .malformedName && document.contains("NDATA")
    },
    KnownXMLDifference(
      name: "a parameter entity referenced twice", right: .ours,
      why: "Only a reference inside its own replacement text is a recursion (4.1, No Recursion)."
    ) { document, ours, theirs in
      guard case .refused(let code, _) = theirs.verdict, code == 1 || code == 26 else {
        return false
      }
      return ours.error == nil && document.split(separator: "%").count > 2
    },
    KnownXMLDifference(
      name: "a violation of Namespaces in XML", right: .both,
      why: """
        A colon is a name character (production 4), and a declaration of a namespace is an ordinary attribute; only \
        Namespaces in XML requires more. libxml2 always applies it, and drops, renames or refuses violations.
        """
    ) { _, ours, theirs in
      guard ours.error == nil else { return false }
      // Codes of namespaces, with which libxml2 refuses few documents.
      if case .refused(200...205, _) = theirs.verdict { return true }
      return !theirs.isNamespaceWellFormed
    },
    KnownXMLDifference(
      name: "an attribute twice, behind another one of the same namespace", right: .ours,
      why: """
        A name appears once in a tag (3.1, Unique Att Spec). libxml2 stops comparing at the other prefix and reports a \
        violation of Namespaces in XML only.
        """
    ) { _, ours, theirs in
      ours.error?.code == .duplicateAttribute && theirs.verdict == .accepted
        && !theirs.isNamespaceWellFormed
    },
    KnownXMLDifference(
      name: "a declaration of the prefix xml", right: .ours,
      why:
        "It is an ordinary attribute of the document (3.1); libxml2 does not report it."
    ) { _, ours, theirs in
      theirs.verdict == .accepted
        && ours.lines.filter { !$0.hasPrefix("Axmlns:xml ") }
          == theirs.lines
    },
    KnownXMLDifference(
      name: "a defaulted declaration of a namespace that is in scope", right: .ours,
      why: """
        The element has every attribute for which a default is declared (3.3.2); libxml2 does not report such a \
        declaration where an element around it has the same one.
        """
    ) { document, ours, theirs in
      theirs.verdict == .accepted && ours.error == nil && document.contains("ATTLIST")
        && NamespacesInScope.agree(ours.lines, theirs.lines)
    },
    KnownXMLDifference(
      name: "a version number without a second part", right: .ours,
      why: "At least one digit follows the full stop (production 26)."
    ) { _, ours, _ in ours.error?.code == .unsupportedVersion },
    KnownXMLDifference(
      name: "UTF-16 without a byte order mark", right: .both,
      why:
        "Such a document should have a mark (4.3.3); a processor may detect it by the first characters (appendix F)."
    ) { document, _, theirs in
      theirs.verdict != .accepted && document.hasPrefix("▯")
    },
    KnownXMLDifference(
      name: "half a character in UTF-16", right: .ours,
      why:
        "Bytes that are not a character of the encoding are a fatal error (4.3.3); libxml2 drops them."
    ) { document, ours, theirs in
      // The error may be one before the bytes: with a byte missing, all text after it is another.
      ours.error != nil && theirs.verdict == .accepted && document.hasSuffix("½")
    },
    KnownXMLDifference(
      name: "a declared encoding other than that of the bytes", right: .ours,
      why: "A document in another encoding than the declared one is a fatal error (4.3.3)."
    ) { _, ours, _ in ours.error?.code == .encodingMismatch },
    KnownXMLDifference(
      name: "bytes beyond US-ASCII in a document declared as US-ASCII", right: .ours,
      why: "Bytes that are not legal in the declared encoding are a fatal error (4.3.3)."
    ) { document, ours, _ in
      ours.error?.code == .malformedEncoding && document.uppercased().contains("US-ASCII")
    },
    KnownXMLDifference(
      name: "no white space before standalone", right: .ours,
      why: "White space is required before the standalone declaration (production 32)."
    ) { document, ours, theirs in
      ours.error?.code == .malformedXMLDeclaration && theirs.verdict == .accepted
        && (document.contains("'standalone") || document.contains("\"standalone"))
    },
    KnownXMLDifference(
      name: "no white space after <!DOCTYPE", right: .ours,
      why: "White space is required between the keyword and the name (production 28)."
    ) { document, ours, _ in
      ours.error?.code == .missingWhitespace && lacksSpace(document, after: "<!DOCTYPE")
    },
  ]
}
