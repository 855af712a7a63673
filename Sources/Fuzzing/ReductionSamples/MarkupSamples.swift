internal import XMLReading

extension ReductionSample {
  static let xml = [
    ReductionSample(
      name: "xml-reference",
      meaning: "well-formed, two levels, an attribute that ends in Ref has the value of some id"
    ) { bytes in
      guard let document = try? XMLDocument(reading: bytes.span), Markup.depth(document) >= 2
      else { return false }
      let all = 0..<document.attributeCount
      let ids = Set(
        all.lazy.filter { document.attributeNameBytes($0).elementsEqual("id".utf8) }
          .map(document.attributeValueBytes))
      return all.contains {
        let value = document.attributeValueBytes($0)
        return document.attributeNameBytes($0).suffix(3).elementsEqual("Ref".utf8)
          && !value.isEmpty && ids.contains(value)
      }
    },
    ReductionSample(
      name: "xml-instruction",
      meaning: "well-formed, a processing instruction, and an element in the fourth level"
    ) { bytes in
      guard let document = Markup(bytes) else { return false }
      return document.depth >= 4 && document.hasInstruction
    },
    ReductionSample(
      name: "xml-entity", meaning: "well-formed, an entity is declared and used in an attribute"
    ) { bytes in
      guard Markup(bytes) != nil else { return false }
      let text = String(decoding: bytes, as: UTF8.self)
      return text.split(separator: "<!ENTITY ").dropFirst().contains { rest in
        let name = rest.prefix { $0 != " " }
        return !name.isEmpty && text.contains("=\"&\(name);\"")
      }
    },
    ReductionSample(
      name: "xml-namespaces",
      meaning: "well-formed, two prefixes with different names in one element, used in another"
    ) { bytes in
      guard let document = Markup(bytes) else { return false }
      let declared = Dictionary(
        grouping: document.attributes.filter { $0.name.hasPrefix("xmlns:") }
      ) {
        $0.element
      }
      return declared.values.contains { pair in
        guard pair.count >= 2, Set(pair.map(\.value)).count >= 2 else { return false }
        let prefixes = pair.map { $0.name.dropFirst("xmlns:".count) + ":" }
        return Set(document.attributes.map(\.element)).contains { element in
          let names = document.attributes.filter { $0.element == element }.map(\.name)
          return element != pair[0].element
            && prefixes.count { prefix in names.contains { $0.hasPrefix(prefix) } } >= 2
        }
      }
    },
  ]

  static let scenes = [
    ReductionSample(
      name: "scene-cycle", meaning: "two nodes whose transformNodeRef names the other"
    ) { bytes in
      guard let document = Markup(bytes) else { return false }
      var above: [String: String] = [:]
      for attributes in document.byElement.values {
        guard let id = attributes["id"], let other = attributes["transformNodeRef"], id != other
        else { continue }
        above[id] = other
      }
      return above.contains { above[$0.value] == $0.key }
    },
    ReductionSample(
      name: "scene-roles", meaning: "references with two roles, each naming a node of the scene"
    ) { bytes in
      guard let document = Markup(bytes) else { return false }
      let ids = Set(
        document.attributes.filter { $0.name == "id" && !$0.value.isEmpty }.map(\.value))
      return document.attributes.filter { $0.name == "references" }.contains { attribute in
        let roles = attribute.value.split(separator: ";").filter { role in
          let parts = role.split(separator: ":", omittingEmptySubsequences: false)
          return parts.count == 2 && !parts[0].isEmpty && ids.contains(String(parts[1]))
        }
        return roles.count >= 2
      }
    },
    ReductionSample(
      name: "scene-list",
      meaning: "a scene whose root is MRML, with a list of 6 numbers, one negative"
    ) { bytes in
      guard let document = Markup(bytes), document.root == "MRML" else { return false }
      return document.attributes.contains { attribute in
        let numbers = attribute.value.split(separator: " ").map { Double(String($0)) }
        return numbers.count == 6 && numbers.allSatisfy { $0 != nil }
          && numbers.contains { ($0 ?? 0) < 0 }
      }
    },
  ]
}

/// Well-formed document as lists of attributes.
struct Markup {
  struct Attribute {
    let element: Int
    let name: String
    let value: String
  }

  private(set) var attributes: [Attribute] = []
  let depth: Int
  let root: String
  let hasInstruction: Bool

  /// Reads a document; nil when it is not well-formed.
  init?(_ bytes: [UInt8]) {
    guard let document = try? XMLDocument(reading: bytes.span) else { return nil }
    hasInstruction = document.processingInstructionCount > 0
    root = document.elementCount > 0 ? document.elementName(0) : ""
    depth = Self.depth(document)
    for element in 0..<document.elementCount {
      for attribute in document.attributes(of: element) {
        attributes.append(
          Attribute(
            element: element, name: document.attributeName(attribute),
            value: document.attributeValue(attribute)))
      }
    }
  }

  /// Maximum number of open elements.
  static func depth(_ document: XMLDocument) -> Int {
    var (open, maximum) = (0, 0)
    for index in 0..<document.eventCount {
      switch document.event(index) {
      case .startElement:
        open += 1
        maximum = max(maximum, open)
      case .endElement: open -= 1
      default: break
      }
    }
    return maximum
  }

  var byElement: [Int: [String: String]] {
    var all: [Int: [String: String]] = [:]
    for attribute in attributes {
      all[attribute.element, default: [:]][attribute.name] = attribute.value
    }
    return all
  }
}
