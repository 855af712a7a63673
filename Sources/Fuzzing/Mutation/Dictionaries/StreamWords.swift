/// Dictionary words of DEFLATE streams (RFC 1951) and of their wrappers (RFC 1950 and 1952).
enum StreamWords {
  static let raw: [FuzzDictionary.Section] = [
    .init(
      "Blocks",
      [
        DictionaryWord([0x01, 0x00, 0x00, 0xFF, 0xFF], name: "stored_empty"),
        DictionaryWord([0x00, 0x00, 0x00, 0xFF, 0xFF], name: "stored_more"),
        DictionaryWord([0x03, 0x00], name: "fixed_end"),
        DictionaryWord([0x05, 0xC0], name: "dynamic_head"),
        DictionaryWord([0xFF, 0xFF], name: "longest"),
        DictionaryWord([0x00, 0x00, 0xFF, 0xFF], name: "sync"),
      ])
  ]

  static let wrapped: [FuzzDictionary.Section] = [
    .init(
      "Wrappers",
      [
        DictionaryWord([0x78, 0x9C], name: "zlib_head"),
        DictionaryWord([0x78, 0xF9], name: "zlib_dictionary"),
        DictionaryWord([0x1F, 0x8B, 0x08, 0x00], name: "gzip_head"),
        DictionaryWord([0x1F, 0x8B, 0x08, 0x1E], name: "gzip_fields"),
        DictionaryWord([0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00], name: "gzip_empty_end"),
        DictionaryWord([0x00, 0x00, 0x00, 0x01], name: "adler_empty"),
      ])
  ]
}
