/// Dictionary words of XML 1.0, fifth edition: delimiters, declarations, references, and bytes at
/// the edges of encodings.
enum XMLWords {
  static let sections: [FuzzDictionary.Section] = [
    .init("Tags", tags), .init("Declaration", declaration), .init("Sections", sectionMarks),
    .init("References", references), .init("Document type", documentType), .init("Bytes", bytes),
  ]

  private static let tags: [DictionaryWord] = [
    DictionaryWord("<a>", name: "tag_a"),
    DictionaryWord("</a>", name: "end_a"),
    DictionaryWord("<a/>", name: "empty_a"),
    DictionaryWord("<b/>", name: "empty_b"),
    DictionaryWord("</", name: "start_end"),
    DictionaryWord("/>", name: "empty_end"),
    DictionaryWord(#" b="1""#, name: "attribute"),
    DictionaryWord(" c='2'", name: "attribute_single"),
    DictionaryWord(#" d="""#, name: "attribute_empty"),
    DictionaryWord(#" xml:lang="en""#, name: "xml_lang"),
    DictionaryWord(#" xml:space="preserve""#, name: "xml_space"),
    DictionaryWord(#" xmlns:m="urn:one""#, name: "xmlns"),
  ]

  private static let declaration: [DictionaryWord] = [
    DictionaryWord(#"<?xml version="1.0"?>"#, name: "declaration"),
    DictionaryWord("<?xml ", name: "declaration_open"),
    DictionaryWord(#" version="1.0""#, name: "version"),
    DictionaryWord(" version='1.1'", name: "version_1_1"),
    DictionaryWord(#" encoding=""#, name: "encoding"),
    DictionaryWord(#" standalone="yes""#, name: "standalone_yes"),
    DictionaryWord(" standalone='no'", name: "standalone_no"),
    DictionaryWord("UTF-8", name: "utf_8"),
    DictionaryWord("UTF-16", name: "utf_16"),
    DictionaryWord("UTF-16LE", name: "utf_16le"),
    DictionaryWord("UTF-16BE", name: "utf_16be"),
    DictionaryWord("ISO-8859-1", name: "latin_1"),
    DictionaryWord("US-ASCII", name: "us_ascii"),
  ]

  private static let sectionMarks: [DictionaryWord] = [
    DictionaryWord("<!-- -->", name: "comment"),
    DictionaryWord("<!--", name: "comment_open"),
    DictionaryWord("-->", name: "comment_close"),
    DictionaryWord("<![CDATA[x]]>", name: "cdata"),
    DictionaryWord("<![CDATA[", name: "cdata_open"),
    DictionaryWord("]]>", name: "cdata_close"),
    DictionaryWord("<?p d?>", name: "instruction"),
    DictionaryWord("<?", name: "instruction_open"),
    DictionaryWord("?>", name: "instruction_close"),
  ]

  private static let references: [DictionaryWord] = [
    DictionaryWord("&amp;", name: "amp"),
    DictionaryWord("&lt;", name: "lt"),
    DictionaryWord("&gt;", name: "gt"),
    DictionaryWord("&quot;", name: "quot"),
    DictionaryWord("&apos;", name: "apos"),
    DictionaryWord("&e;", name: "entity_e"),
    DictionaryWord("&f;", name: "entity_f"),
    DictionaryWord("%p;", name: "parameter_p"),
    DictionaryWord("&#9;", name: "character_tab"),
    DictionaryWord("&#10;", name: "character_line_feed"),
    DictionaryWord("&#13;", name: "character_return"),
    DictionaryWord("&#38;", name: "character_amp"),
    DictionaryWord("&#37;", name: "character_percent"),
    DictionaryWord("&#x3C;", name: "character_lt"),
    DictionaryWord("&#x10FFFF;", name: "character_last"),
    DictionaryWord("&#0;", name: "character_nul"),
    DictionaryWord("&#xD800;", name: "character_surrogate"),
  ]

  private static let documentType: [DictionaryWord] = [
    DictionaryWord("<!DOCTYPE a", name: "doctype"),
    DictionaryWord("<!DOCTYPE a [", name: "doctype_subset"),
    DictionaryWord("]>", name: "subset_close"),
    DictionaryWord("<!DOCTYPE a SYSTEM 's'>", name: "doctype_system"),
    DictionaryWord(" SYSTEM 's'", name: "system"),
    DictionaryWord(" PUBLIC '-//x' 's'", name: "public"),
    DictionaryWord(" NDATA n", name: "ndata"),
    DictionaryWord("<!ENTITY e 'v'>", name: "entity"),
    DictionaryWord("<!ENTITY f '&e;&e;'>", name: "entity_other"),
    DictionaryWord("<!ENTITY e '<b/>'>", name: "entity_elements"),
    DictionaryWord("<!ENTITY e SYSTEM 's'>", name: "entity_external"),
    DictionaryWord("<!ENTITY ", name: "entity_open"),
    DictionaryWord(#"<!ENTITY % p "<!ENTITY e 'v'>">"#, name: "parameter_entity"),
    DictionaryWord("<!ENTITY % p SYSTEM 's'>", name: "parameter_external"),
    DictionaryWord("<!ATTLIST a b CDATA 'v'>", name: "attlist"),
    DictionaryWord("<!ATTLIST ", name: "attlist_open"),
    DictionaryWord("<!ELEMENT a ANY>", name: "element"),
    DictionaryWord("<!ELEMENT ", name: "element_open"),
    DictionaryWord("<!NOTATION n SYSTEM 's'>", name: "notation"),
    DictionaryWord("<![INCLUDE[", name: "conditional"),
    DictionaryWord("<![IGNORE[", name: "conditional_ignore"),
    DictionaryWord(" CDATA ", name: "type_cdata"),
    DictionaryWord(" ID ", name: "type_id"),
    DictionaryWord(" IDREF ", name: "type_idref"),
    DictionaryWord(" IDREFS ", name: "type_idrefs"),
    DictionaryWord(" ENTITY ", name: "type_entity"),
    DictionaryWord(" ENTITIES ", name: "type_entities"),
    DictionaryWord(" NMTOKEN ", name: "type_nmtoken"),
    DictionaryWord(" NMTOKENS ", name: "type_nmtokens"),
    DictionaryWord(" NOTATION (n) ", name: "type_notation"),
    DictionaryWord(" (p|q) ", name: "type_choice"),
    DictionaryWord(" #REQUIRED", name: "required"),
    DictionaryWord(" #IMPLIED", name: "implied"),
    DictionaryWord(" #FIXED ", name: "fixed"),
    DictionaryWord("(#PCDATA)", name: "pcdata"),
    DictionaryWord("(#PCDATA|a)*", name: "pcdata_mixed"),
    DictionaryWord(" EMPTY", name: "empty"),
    DictionaryWord(" ANY", name: "any"),
  ]

  private static let bytes: [DictionaryWord] = [
    DictionaryWord([0xEF, 0xBB, 0xBF], name: "bom_utf_8"),
    DictionaryWord([0xFF, 0xFE], name: "bom_utf_16le"),
    DictionaryWord([0xFE, 0xFF], name: "bom_utf_16be"),
    DictionaryWord(
      [0x3C, 0x00, 0x3F, 0x00, 0x78, 0x00, 0x6D, 0x00, 0x6C, 0x00], name: "declaration_utf_16le"),
    DictionaryWord(
      [0x00, 0x3C, 0x00, 0x3F, 0x00, 0x78, 0x00, 0x6D, 0x00, 0x6C], name: "declaration_utf_16be"),
    DictionaryWord([0xC3, 0xA9], name: "two_bytes"),
    DictionaryWord([0xE6, 0x97, 0xA5], name: "three_bytes"),
    DictionaryWord([0xF0, 0x9D, 0x92, 0xB3], name: "four_bytes"),
    DictionaryWord([0xEF, 0xBF, 0xBE], name: "not_a_character"),
    DictionaryWord([0xED, 0xA0, 0x80], name: "surrogate"),
    DictionaryWord([0xC0, 0xAF], name: "overlong"),
    DictionaryWord([0x0D, 0x0A], name: "line_end"),
    DictionaryWord([0xC2, 0x85], name: "next_line"),
    DictionaryWord([0xE2, 0x80, 0xA8], name: "line_separator"),
  ]
}
