/// Dictionary words of the grammars of attribute values.
enum ValueWords {
  static let sections: [FuzzDictionary.Section] = [
    .init(
      "Separators and pairs",
      [
        ";", ":", "|", "{", "}", "=", ",", " ", "\t", "\0", "[br]", "<br>", "a:b;", "role:id;",
        "key:value;", "{k=v}", "CodeValue:", "font-size:12px;",
      ].map { DictionaryWord($0) }),
    .init(
      "Escapes",
      [
        "%3B", "%25", "%3A", "%7B", "%7D", "%2C", "%3D", "%20", "%22", "%27", "%3C", "%3E", "%2525",
      ].map { DictionaryWord($0) }),
    .init("Numbers", numbers.map { DictionaryWord($0) }),
  ]

  /// A selection of `EdgeValues.numbers`: a dictionary must stay short.
  static let numbers = [
    "0", "-1", "1", "2147483647", "2147483648", "-2147483648", "-2147483649", "4294967295",
    "4294967296", "9223372036854775807", "1e308", "1e309", "-1e-400", "nan", "inf", "infinity",
    "0x10", "0x", "0b", "0o", "1.5e3", "007", "+1", ".5", "5.", "1e", "e+", "true", "false",
  ]
}
