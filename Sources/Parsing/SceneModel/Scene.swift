public import XMLReading

/// A scene as it is after 3D Slicer has loaded it into an empty one.
///
/// Loading follows the application's loader exactly, its peculiarities included. Nodes are stored
/// in flat arrays beside the document; values are decoded on demand. Memory: the document plus
/// about 50 bytes for each node and 12 for each reference.
///
/// Two scenes are equal if they hold the same header, nodes with their identifiers, names,
/// attributes and references, nested nodes and items. Offsets, notes, spellings of tags, skipped
/// elements and the subject hierarchy that loading adds do not count.
public struct Scene: Sendable {
  let contents: SceneContents

  /// Reads and loads a scene.
  ///
  /// Throws if no node would be loaded. Cost: linear in the input.
  public init(
    reading input: Span<UInt8>, rules: SceneRules = .slicer, limits: SceneLimits = .default,
    xmlLimits: XMLLimits = .default
  ) throws(SceneError) {
    let document = try Self.document(reading: input, rules.xml, xmlLimits)
    try self.init(document: document, rules: rules, limits: limits)
  }

  /// Loads a document that is already parsed.
  public init(
    document: XMLDocument, rules: SceneRules = .slicer, limits: SceneLimits = .default
  ) throws(SceneError) {
    var loader = SceneLoader(document: document, rules: rules, limits: limits)
    try loader.load()
    contents = SceneContents(consume loader)
  }

  private static func document(
    reading input: Span<UInt8>, _ rules: XMLRules, _ limits: XMLLimits
  ) throws(SceneError) -> XMLDocument {
    do throws(XMLError) {
      return try XMLDocument(reading: input, rules: rules, limits: limits)
    } catch {
      throw SceneError(error)
    }
  }
}

/// Result of loading a scene that is not refused.
public enum SceneOutcome: String, Sendable {
  case accepted
  /// Nodes were loaded, and the application reports an error: an element of an unknown class.
  case acceptedWithErrors
}

extension Scene {
  /// XML document of the scene; the scene retains it, and nodes refer to it.
  public var document: XMLDocument { contents.document }
  /// Version, extensions and tags of the `MRML` elements.
  public var header: SceneHeader { contents.header }
  /// Whether loading met elements of unknown classes, the only error after which the rest is
  /// loaded.
  public var outcome: SceneOutcome {
    contents.unknownElements.isEmpty ? .accepted : .acceptedWithErrors
  }

  /// Nodes of the scene in order, without those inside scene views.
  public var nodes: NodeList { NodeList(contents: contents, indexes: contents.main[...]) }

  /// Every node made by an element, in document order, including those inside scene views and
  /// merged singletons. Notes and hazards index into these.
  public var allNodes: NodeList {
    NodeList(contents: contents, indexes: nil)
  }

  /// Nodes in the scene of each scene view, by the index of the view. Linear in all nodes.
  public var childrenOfViews: [Int: [Node]] {
    var children: [Int: [Node]] = [:]
    for (view, indexes) in contents.childrenOfViews {
      children[Int(view)] = indexes.map { Node(contents: contents, index: Int($0)) }
    }
    return children
  }

  /// Elements of ``document`` that made no node.
  public var unknownElements: [Int] { contents.unknownElements.map(Int.init) }

  /// Items of all subject hierarchies, in document order. Decoded on each call: linear in the
  /// items.
  public var items: [SubjectHierarchyItem] { contents.items.map { contents.item($0) } }

  /// Returns the node of the scene with that identifier. Linear in the nodes.
  public func node(withID id: String) -> Node? {
    let id = Array(id.utf8)[...]
    return nodes.first { $0.idBytes == id }
  }
}

extension Scene: Equatable {
  /// Compares header, held nodes and items; the type states what does not count. Linear in both
  /// scenes.
  public static func == (lhs: Scene, rhs: Scene) -> Bool {
    guard lhs.header == rhs.header,
      lhs.contents.items.count == rhs.contents.items.count
    else { return false }
    let (left, right) = (lhs.contents.heldNodes, rhs.contents.heldNodes)
    guard left.count == right.count, zip(left, right).allSatisfy({ $0.holdsSame(as: $1) }) else {
      return false
    }
    // Owners and items name nodes by index; held nodes are numbered alike on both sides.
    let leftNumber = Dictionary(uniqueKeysWithValues: zip(left.map(\.index), 0...))
    let rightNumber = Dictionary(uniqueKeysWithValues: zip(right.map(\.index), 0...))
    for (one, other) in zip(left, right)
    where one.view.flatMap({ leftNumber[$0.index] })
      != other.view.flatMap({ rightNumber[$0.index] })
    {
      return false
    }
    let pairs = zip(
      inOrder(lhs.items, of: leftNumber), inOrder(rhs.items, of: rightNumber))
    return pairs.allSatisfy { one, other in
      var other = other
      guard leftNumber[one.hierarchy] == rightNumber[other.hierarchy] else { return false }
      (other.hierarchy, other.offset) = (one.hierarchy, one.offset)
      return one == other
    }
  }

  /// Sorts items by hierarchy: only the order inside each one counts.
  private static func inOrder(
    _ items: [SubjectHierarchyItem], of number: [Int: Int]
  ) -> [SubjectHierarchyItem] {
    items.enumerated().sorted { one, other in
      (number[one.element.hierarchy] ?? -1, one.offset)
        < (number[other.element.hierarchy] ?? -1, other.offset)
    }.map(\.element)
  }
}

extension SceneContents {
  /// Nodes with elements that the scene and its views hold, each view before its children.
  var heldNodes: [Node] {
    let children = childrenOfViews
    var held: [Node] = []
    // A stack, last first: views may nest to any depth.
    var pending = Array(main.reversed().filter { records[Int($0)].element >= 0 })
    while let index = pending.popLast() {
      held.append(Node(contents: self, index: Int(index)))
      pending.append(contentsOf: (children[index] ?? []).reversed())
    }
    return held
  }

  /// Nodes in each scene view, in document order.
  var childrenOfViews: [Int32: [Int32]] {
    var children: [Int32: [Int32]] = [:]
    for (index, record) in records.enumerated() where record.owner >= 0 {
      children[record.owner, default: []].append(Int32(index))
    }
    return children
  }
}
