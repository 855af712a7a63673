extension PairSchema {
  /// Documents: namespaces, entities and defaults with every form around them.
  package static let documents: [PairSchema] = [
    PairSchema(
      "documents",
      [
        Field("encoding", ["none", "UTF-8", "US-ASCII", "ISO-8859-1", "utf-16"]),
        Field("standalone", ["none", "yes", "no"]),
        Field(
          "namespace",
          [
            "none", "default", "prefix", "rebound", "unbound", "undone", "xml", "shadowed", "cased",
            "twice",
          ]),
        Field(
          "entity",
          ["none", "text", "markup", "nested", "parameter", "unread", "character", "quoted"]),
        Field(
          "default", ["none", "value", "fixed", "implied", "namespace", "enumeration", "many"]),
        Field("order", ["entities-first", "attributes-first"]),
        Field("content", ["text", "cdata", "comment", "instruction", "element", "reference"]),
        Field("line", ["\n", "\r\n", "\r", " "]),
        Field("quote", ["\"", "'"]),
        Field("place", ["content", "attribute", "both"]),
      ],
      groups: [
        ["namespace", "entity", "default"], ["encoding", "content", "line"],
        ["standalone", "entity", "default"], ["entity", "place", "order"],
      ],
      make: document)
  ]

  private static func declaration(_ choice: [String: String], _ q: String) -> String {
    var text = "<?xml version=\(q)1.0\(q)"
    if let name = choice["encoding"], name != "none" { text += " encoding=\(q)\(name)\(q)" }
    if let word = choice["standalone"], word != "none" { text += " standalone=\(q)\(word)\(q)" }
    return text == "<?xml version=\(q)1.0\(q)" && choice["line"] == " " ? "" : text + "?>"
  }

  private static func entities(_ choice: [String: String], _ q: String) -> String {
    switch choice["entity"] {
    case "text": "<!ENTITY e \(q)text\(q)>"
    case "markup": "<!ENTITY e \(q)<b>in</b>\(q)>"
    case "nested": "<!ENTITY f \(q)deep\(q)><!ENTITY e \(q)a&f;b\(q)>"
    case "parameter":
      "<!ENTITY % p \(q)<!ENTITY e 'of p'>\(q)>%p;"
    case "unread": "<!ENTITY % p SYSTEM \(q)none.dtd\(q)>%p;<!ENTITY e \(q)late\(q)>"
    case "character": "<!ENTITY e \(q)&#38;#60;&#13;&#10;\(q)>"
    case "quoted": "<!ENTITY e \(q)&#34;&#39;\(q)>"
    default: ""
    }
  }

  private static func attributes(_ choice: [String: String], _ q: String) -> String {
    let value = choice["entity"] == "none" || choice["place"] == "content" ? "d" : "&e;"
    return switch choice["default"] {
    case "value": "<!ATTLIST a d CDATA \(q)\(value)\(q)>"
    case "fixed": "<!ATTLIST a d CDATA #FIXED \(q) \(value)  x \(q)>"
    case "implied": "<!ATTLIST a d NMTOKENS #IMPLIED e CDATA #REQUIRED>"
    case "namespace": "<!ATTLIST a xmlns:p CDATA \(q)u:default\(q)>"
    case "many": "<!ATTLIST a \((0..<17).map { "d\($0) CDATA \(q)\(value)\(q) " }.joined())>"
    case "enumeration": "<!ATTLIST a d (one|two) \(q)two\(q)>"
    default: ""
    }
  }

  private static func document(_ choice: [String: String]) -> [UInt8] {
    let q = choice["quote"] ?? "\""
    let line = choice["line"] ?? "\n"
    let (one, other) = (entities(choice, q), attributes(choice, q))
    let isEntityFirst = choice["order"] == "entities-first"
    let subset = isEntityFirst ? one + line + other : other + line + one
    let hasSubset = !one.isEmpty || !other.isEmpty
    let uses = one.isEmpty ? "" : "&e;"
    let inText = choice["place"] == "attribute" ? "" : uses
    let inValue =
      choice["place"] == "content" || choice["entity"] == "markup" ? "" : uses
    let (binding, prefix) =
      switch choice["namespace"] {
      case "default": (" xmlns=\(q)u:1\(q)", "")
      case "prefix": (" xmlns:p=\(q)u:1\(q)", "p:")
      case "rebound": (" xmlns:p=\(q)u:1\(q) xmlns:r=\(q)u:1\(q)", "r:")
      case "unbound": ("", "p:")
      case "undone": (" xmlns=\(q)u:1\(q)", "")
      case "xml": (" xml:space=\(q)preserve\(q)", "")
      case "shadowed": (" xmlns:p=\(q)u:1\(q) p:v=\(q)0\(q)", "p:")
      case "cased": (" xmlns:p=\(q)u:a\(q) xmlns:r=\(q)u:A\(q) p:v=\(q)0\(q)", "r:")
      case "twice": (" xmlns:p=\(q)u:1\(q) xmlns:r=\(q)u:1\(q) p:x=\(q)0\(q) r:x=\(q)1\(q)", "p:")
      default: ("", "")
      }
    let inner =
      switch choice["namespace"] {
      case "undone": " xmlns=\(q)\(q)"
      case "rebound": " xmlns:p=\(q)u:2\(q)"
      case "shadowed": " xmlns:p=\(q)u:2\(q) p:v=\(q)1\(q)"
      case "cased": " xmlns:p=\(q)u:A\(q) xmlns:r=\(q)u:a\(q) r:v=\(q)1\(q) p:w=\(q)2\(q)"
      default: ""
      }
    let content =
      switch choice["content"] {
      case "cdata": "<![CDATA[\(line)]] >&e;]]>"
      case "comment": "<!-- \(line)&e; -->"
      case "instruction": "<?pi \(line)d?>"
      case "element": "<\(prefix)c\(line)x=\(q)1\(q)/>"
      case "reference": "&#x\("1F9E0");&lt;\(line)&#13;"
      default: "te\(line)xt"
      }
    let start = declaration(choice, q)
    let doctype = hasSubset ? "<!DOCTYPE a [\(line)\(subset)\(line)]>\(line)" : ""
    let body =
      "<a\(binding)\(line.first == "\n" ? "\n" : " ")v=\(q)1\(line)\(inValue)\(q)>\(content)\(inText)"
      + "<\(prefix)b\(inner)/></a>\(line)"
    let text = (start.isEmpty ? "" : start + line) + doctype + body
    guard choice["encoding"] == "utf-16" else { return Array(text.utf8) }
    return [0xFF, 0xFE]
      + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
  }
}
