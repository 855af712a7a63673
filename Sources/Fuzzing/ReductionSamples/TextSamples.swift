internal import JSONReading
internal import SlicerURL

extension ReductionSample {
  static let links = [
    ReductionSample(
      name: "url-query",
      meaning: "a link with a parameter that is given twice, with different values"
    ) { bytes in
      guard let link = try? SlicerURL(reading: bytes.span), let query = link.query else {
        return false
      }
      let values = Dictionary(grouping: query, by: \.name).mapValues { Set($0.map(\.value)) }
      return values.contains { !$0.key.isEmpty && $0.value.count > 1 }
    },
    ReductionSample(
      name: "url-escape", meaning: "a link with a fragment and a parameter whose value holds ../"
    ) { bytes in
      guard let link = try? SlicerURL(reading: bytes.span), let query = link.query else {
        return false
      }
      return link.fragment != nil
        && query.contains { item in
          item.value.indices.dropLast(2).contains {
            item.value[$0..<$0 + 3].elementsEqual("../".utf8)
          }
        }
    },
  ]

  static let objects = [
    ReductionSample(
      name: "json-points", meaning: "a text with two positions in one list, of different lengths"
    ) { bytes in
      guard let document = try? JSONDocument(reading: bytes.span) else { return false }
      return Self.lists(in: document.root).contains { list in
        let lengths = list.elements.compactMap { point in
          point.members.first { $0.name.elementsEqual("position".utf8) }?.value.elements.count
        }
        return Set(lengths).count > 1
      }
    },
    ReductionSample(
      name: "json-nesting",
      meaning: "a text with a false in the fourth level beside a number below 0"
    ) { bytes in
      guard let document = try? JSONDocument(reading: bytes.span), document.depth >= 4 else {
        return false
      }
      return Self.lists(in: document.root, fromLevel: 4).contains { list in
        let values = list.elements + list.members.map(\.value)
        return values.contains { $0.bool == false }
          && values.contains { ($0.number?.value ?? 0) < 0 }
      }
    },
  ]

  /// Objects and arrays at level `first` and below; the root has level 1.
  private static func lists(in root: JSONValue, fromLevel first: Int = 1) -> [JSONValue] {
    var found: [JSONValue] = []
    var waiting = [(value: root, level: 1)]
    while let (value, level) = waiting.popLast() {
      let inner = value.elements + value.members.map(\.value)
      guard value.kind == .array || value.kind == .object else { continue }
      if level >= first { found.append(value) }
      waiting += inner.map { ($0, level + 1) }
    }
    return found
  }
}
