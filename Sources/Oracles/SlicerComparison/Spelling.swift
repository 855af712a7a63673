import SceneModel

/// Short text of a value for messages.
func spelled(_ value: AttributeValue) -> String {
  switch value {
  case .bool(let flag): "\(flag)"
  case .integer(let number): "\(number)"
  case .real(let number): "\(number)"
  case .text(let bytes): "'\(utf8Text(bytes))'"
  case .term(let term, _): "'\(term)'"
  case .bools(let flags): flags.map { $0 ? "1" : "0" }.joined(separator: " ")
  case .integers(let numbers): numbers.map { "\($0)" }.joined(separator: " ")
  case .reals(let numbers): numbers.map { "\($0)" }.joined(separator: " ")
  case .texts(let texts): texts.map { "'\(utf8Text($0))'" }.joined(separator: " ")
  case .pairs(let pairs):
    pairs.map { "\(utf8Text($0.name))=\(utf8Text($0.value))" }.joined(separator: " ")
  case .records(let records):
    records.map { "(\($0.map { utf8Text($0) }.joined(separator: " ")))" }.joined()
  case .present: "present"
  case .ignored: "ignored"
  case .rejected: "rejected"
  case .unspecified: "unspecified"
  }
}

extension WrittenValue {
  var spelled: String {
    switch self {
    case .text(let text): "'\(text)'"
    case .numbers(let numbers): numbers.map { "\($0)" }.joined(separator: " ")
    }
  }
}
