extension PairSchema {
  /// Values of attributes that refer to nodes: roles, targets and their properties.
  package static let references: [PairSchema] = [
    PairSchema(
      "references",
      [
        Field("role", ["role", "r%3A", "any role", "Role", ""]),
        Field("targets", ["1", "2", "9", "0"]),
        Field("properties", ["0", "1", "2", "17"]),
        Field("names", ["numbered", "equal", "escaped", "cased", "empty"]),
        Field("value", ["v", "", "a%2Cb", "a=b", "{x}", "%2500"]),
        Field("second", ["none", "equal", "other", "cased", "run-on"]),
        Field("blank", [" ", "  ", "\t", "\n"]),
        Field("end", [";", "", ";;"]),
      ],
      groups: [["properties", "names", "value"], ["role", "second", "end"]],
      make: reference)
  ]

  private static func reference(_ choice: [String: String]) -> [UInt8] {
    let count = Int(choice["properties"] ?? "") ?? 0
    let names = (0..<count).map { number -> String in
      switch choice["names"] {
      case "equal": "name"
      case "escaped": number % 2 == 0 ? "name\(number / 2)" : "n%61me\(number / 2)"
      case "cased": number % 2 == 0 ? "name\(number / 2)" : "Name\(number / 2)"
      case "empty": ""
      default: "name\(number)"
      }
    }
    let block = names.map { "\($0)=\(choice["value"] ?? "")" }.joined(separator: ",")
    let blank = choice["blank"] ?? " "
    let targets = (0..<(Int(choice["targets"] ?? "") ?? 0)).map { "id\($0)" }
    var text = (choice["role"] ?? "") + ":" + targets.joined(separator: blank)
    if count > 0 { text += "\(blank){\(block)}" }
    text += choice["end"] ?? ""
    switch choice["second"] {
    case "equal": text += (choice["role"] ?? "") + ":id9\(blank){\(block)};"
    case "other": text += "other:id0;"
    case "cased": text += (choice["role"] ?? "").uppercased() + ":id0;"
    case "run-on": text += "no colon;x:id1;"
    default: break
    }
    return Array(text.utf8)
  }

  /// Links of the application: parts of the address, and names and values of parameters.
  package static let links: [PairSchema] = [
    PairSchema(
      "links",
      [
        Field("scheme", ["slicer://", "SLICER://", "slicer:", "slicer:\\\\"]),
        Field("user", ["", "u@", "u:p@", "a@b@", "%40@"]),
        Field("host", ["viewer", "Viewer", "view%65r", "[::1]", "viewer.", ""]),
        Field("port", ["", ":", ":80", ":00080", ":65536"]),
        Field("path", ["/", "", "//", "/../", "/%2e%2e/"]),
        Field("study", ["1.2.840", "1..2", "%31.2", "1.2&studyUID=1.3", "\u{661}.2", ""]),
        Field(
          "endpoint",
          [
            "", "https://h/d", "https%3A%2F%2Fh%2Fd", "https%253A%252F%252Fh", "http://u@h/?a=b&c",
            "https://h/%00", "HTTPS://H/",
          ]),
        Field("token", ["none", "", "a%20b", "a+b", "a=b", "%2500", "\u{E9}"]),
        Field("name", ["plain", "escaped", "cased", "twice", "blank"]),
        Field("mark", ["&", ";", "&&", "&amp;"]),
        Field("fragment", ["", "#", "#studyUID=2"]),
      ],
      groups: [
        ["user", "host", "port"], ["endpoint", "name", "mark"], ["study", "token", "name"],
      ],
      make: link)
  ]

  private static func link(_ choice: [String: String]) -> [UInt8] {
    func named(_ name: String, _ value: String) -> String {
      switch choice["name"] {
      case "escaped": "%\(String(name.utf8.first ?? 0x41, radix: 16))\(name.dropFirst())=\(value)"
      case "cased": "\(name.uppercased())=\(value)"
      case "twice": "\(name)=x\(choice["mark"] ?? "&")\(name)=\(value)"
      case "blank": "+\(name)%20=\(value)"
      default: "\(name)=\(value)"
      }
    }
    var parameters = ["studyUID=\(choice["study"] ?? "")"]
    if let value = choice["endpoint"], !value.isEmpty {
      parameters.append(named("dicomweb_endpoint", value))
    }
    if let value = choice["token"], value != "none" {
      parameters.append(named("access_token", value))
    }
    let address = ["scheme", "user", "host", "port", "path"].map { choice[$0] ?? "" }.joined()
    let query = parameters.joined(separator: choice["mark"] ?? "&")
    return Array("\(address)?\(query)\(choice["fragment"] ?? "")".utf8)
  }
}
