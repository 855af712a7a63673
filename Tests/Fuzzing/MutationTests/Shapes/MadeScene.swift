import SceneModel
import XMLReading

@testable import Mutation

/// A mutated scene for the predicates of shapes: its elements and its hazards.
struct MadeScene {
  struct Element {
    let tag: String
    let attributes: [(name: String, value: String)]
    /// Index of the parent element, -1 for the root.
    let parent: Int
    let depth: Int

    subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

    /// The class of the tag; nil for other tags.
    var nodeClass: Words.Class? { Words.nodeClass(ofTag: Array(tag.utf8)[...]) }
  }

  let bytes: [UInt8]
  /// Empty for a malformed document.
  let elements: [Element]
  let refusal: XMLError.Code?
  let hazards: Set<SceneHazard.Code>

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    do throws(XMLError) {
      let document = try XMLDocument(reading: bytes.span, rules: .slicer)
      elements = Self.elements(of: document)
      refusal = nil
    } catch {
      elements = []
      refusal = error.code
    }
    let scene = refusal == nil ? try? Scene(reading: bytes.span) : nil
    hazards = Set((scene?.hazards ?? []).map(\.code))
  }

  private static func elements(of document: XMLDocument) -> [Element] {
    var elements: [Element] = []
    var open: [Int] = []
    for place in 0..<document.eventCount {
      switch document.event(place) {
      case .startElement(let e):
        let attributes = document.attributes(of: e).map {
          (document.attributeName($0), document.attributeValue($0))
        }
        elements.append(
          Element(
            tag: document.elementName(e), attributes: attributes, parent: open.last ?? -1,
            depth: open.count))
        open.append(elements.count - 1)
      case .endElement: open.removeLast()
      default: break
      }
    }
    return elements
  }

  func holds(_ text: String) -> Bool { bytes.firstRange(of: Array(text.utf8)) != nil }

  var ids: [String] { elements.compactMap { $0["id"] } }

  func children(of index: Int) -> [Element] { elements.filter { $0.parent == index } }

  /// Values of attributes of this name, in any element.
  func values(_ names: String...) -> [String] {
    elements.flatMap { element in names.compactMap { element[$0] } }
  }

  /// Values of vectors: the required number of numbers, the text, and its words.
  var vectors: [(count: Int, text: String, words: [String])] {
    elements.flatMap { element in
      (element.nodeClass?.attributes ?? []).compactMap { known in
        guard case .vector(_, let count) = known.kind, let text = element[known.name] else {
          return nil
        }
        return (count, text, text.split(separator: " ").map(String.init))
      }
    }
  }

  /// File paths of storage nodes.
  var paths: [String] { values("fileName", "fileListMember0", "fileListMember1") }

  /// Pieces of `references` attributes.
  var references: [(id: String, role: String, targets: [String], text: String)] {
    elements.flatMap { element in
      (element["references"] ?? "").split(separator: ";").map { piece in
        let colon = piece.firstIndex(of: ":")
        let role = colon.map { String(piece[..<$0]) } ?? ""
        let targets = colon.map { piece[piece.index(after: $0)...].split(separator: " ") } ?? []
        return (element["id"] ?? "", role, targets.map(String.init), String(piece))
      }
    }
  }

  /// Whether following edges from some node returns to it after a number of steps in `length`.
  func hasCycle(_ edges: [String: String], length: ClosedRange<Int>) -> Bool {
    edges.keys.contains { start in
      var place = start
      for step in 1...length.upperBound {
        guard let next = edges[place] else { return false }
        place = next
        if place == start { return length.contains(step) }
      }
      return false
    }
  }

  /// First target of each node in one role of `references`.
  func edges(role: String) -> [String: String] {
    var edges: [String: String] = [:]
    for reference in references where reference.role == role && !reference.id.isEmpty {
      edges[reference.id] = edges[reference.id] ?? reference.targets.first
    }
    return edges
  }

  /// Value of an attribute for each identifier of an element.
  func edges(attribute: String) -> [String: String] {
    var edges: [String: String] = [:]
    for element in elements {
      if let id = element["id"], let target = element[attribute] { edges[id] = target }
    }
    return edges
  }
}
