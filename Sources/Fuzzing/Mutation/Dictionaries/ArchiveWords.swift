/// Dictionary words of zip archives, little-endian as in APPNOTE, and of bundles.
enum ArchiveWords {
  static let sections: [FuzzDictionary.Section] = [
    .init("Records of APPNOTE", records),
    .init("Methods, flags and versions", fields),
    .init("Extra fields and attributes", extraFields),
    .init("Edges of fields, and streams", edges),
    .init("Names and contents of bundles", names),
    .init("Signatures of other archives", others),
  ]

  private static let records: [DictionaryWord] = [
    DictionaryWord([0x50, 0x4B, 0x03, 0x04], name: "local_header"),
    DictionaryWord([0x50, 0x4B, 0x01, 0x02], name: "central_header"),
    DictionaryWord([0x50, 0x4B, 0x05, 0x06], name: "end_record"),
    DictionaryWord([0x50, 0x4B, 0x07, 0x08], name: "descriptor"),
    DictionaryWord([0x50, 0x4B, 0x06, 0x06], name: "zip64_end"),
    DictionaryWord([0x50, 0x4B, 0x06, 0x07], name: "zip64_locator"),
    DictionaryWord([0x50, 0x4B, 0x06, 0x08], name: "archive_extra_data"),
    DictionaryWord([0x50, 0x4B, 0x05, 0x05], name: "signature"),
  ]

  private static let fields: [DictionaryWord] = [
    DictionaryWord([0x00, 0x00], name: "method_stored"),
    DictionaryWord([0x08, 0x00], name: "method_deflate"),
    DictionaryWord([0x09, 0x00], name: "method_deflate64"),
    DictionaryWord([0x0C, 0x00], name: "method_bzip2"),
    DictionaryWord([0x0E, 0x00], name: "method_lzma"),
    DictionaryWord([0x5D, 0x00], name: "method_zstandard"),
    DictionaryWord([0x63, 0x00], name: "method_aes"),
    DictionaryWord([0x01, 0x00], name: "flag_encrypted"),
    DictionaryWord([0x08, 0x00], name: "flag_descriptor"),
    DictionaryWord([0x00, 0x08], name: "flag_utf8"),
    DictionaryWord([0x40, 0x00], name: "flag_strong"),
    DictionaryWord([0x14, 0x00], name: "needs_20"),
    DictionaryWord([0x2D, 0x00], name: "needs_45"),
    DictionaryWord([0x1E, 0x03], name: "made_by_unix"),
  ]

  private static let extraFields: [DictionaryWord] = [
    DictionaryWord([0x01, 0x00, 0x1C, 0x00], name: "extra_zip64"),
    DictionaryWord([0x55, 0x54, 0x09, 0x00], name: "extra_timestamp"),
    DictionaryWord([0x75, 0x78, 0x0B, 0x00], name: "extra_unix"),
    DictionaryWord([0x75, 0x70, 0x05, 0x00], name: "extra_unicode_path"),
    DictionaryWord([0x00, 0x00, 0xFF, 0xA1], name: "link_attributes"),
    DictionaryWord([0x10, 0x00, 0x00, 0x00], name: "folder_attributes"),
  ]

  private static let edges: [DictionaryWord] = [
    DictionaryWord([0xFF, 0xFF], name: "all_ones_16"),
    DictionaryWord([0xFF, 0xFF, 0xFF, 0xFF], name: "all_ones_32"),
    DictionaryWord([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], name: "all_ones_64"),
    DictionaryWord([0x00, 0x00, 0x00, 0x00], name: "zero_32"),
    DictionaryWord([0x03, 0x00], name: "deflate_empty"),
    DictionaryWord([0x01, 0x05, 0x00, 0xFA, 0xFF], name: "deflate_stored"),
  ]

  private static let names: [DictionaryWord] = [
    DictionaryWord("scene.mrml", name: "name_scene"),
    DictionaryWord("Data/", name: "name_data"),
    DictionaryWord("../", name: "name_up"),
    DictionaryWord("/", name: "name_root"),
    DictionaryWord(#"..\"#, name: "name_back"),
    DictionaryWord(#"C:\"#, name: "name_drive"),
    DictionaryWord("%2e%2e%2f", name: "name_encoded"),
    DictionaryWord(".mrml", name: "mrml"),
    DictionaryWord(".mrb", name: "mrb"),
    DictionaryWord("<MRML></MRML>", name: "scene"),
  ]

  private static let others: [DictionaryWord] = [
    DictionaryWord([0x1F, 0x8B, 0x08], name: "gzip"),
    DictionaryWord([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], name: "seven_zip"),
    DictionaryWord([0x52, 0x61, 0x72, 0x21, 0x1A, 0x07], name: "rar"),
    DictionaryWord([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], name: "xz"),
    DictionaryWord([0x75, 0x73, 0x74, 0x61, 0x72, 0x00, 0x30, 0x30], name: "tar"),
  ]
}
