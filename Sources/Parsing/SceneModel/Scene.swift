public import XMLReading

/// A scene as it stands after 3D Slicer has loaded it into an empty one.
///
/// Reading follows the application's loader to the letter, its oddities included. Nodes live in flat arrays beside
/// the document; values are decoded when they are asked for. Memory: the document plus some 50 bytes for each node
/// and 12 for each reference.
///
/// Two scenes are equal when they hold the same: header, nodes with their identifiers, names, attributes and
/// references, nested nodes and items. Offsets, notes, spellings of tags, skipped elements and the subject hierarchy
/// that loading adds do not count.
public struct Scene: Sendable {
  let contents: SceneContents

  /// Reads and loads a scene.
  ///
  /// Throws when no node would be loaded. Cost: linear in the input.
  public init(
    reading input: Span<UInt8>, rules: SceneRules = .slicer, limits: SceneLimits = .default,
    xmlLimits: XMLLimits = .default
  ) throws(SceneError) {
    let document = try Self.document(reading: input, rules.xml, xmlLimits)
    try self.init(document: document, rules: rules, limits: limits)
  }

  /// Loads a document that was read before.
  public init(
    document: XMLDocument, rules: SceneRules = .slicer, limits: SceneLimits = .default
  ) throws(SceneError) {
    var loader = SceneLoader(document: document, rules: rules, limits: limits)
    try loader.load()
    contents = SceneContents(loader)
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

/// What loading a scene that is not refused came to.
public enum SceneOutcome: String, Sendable {
  case accepted
  /// Nodes were loaded, and the application reports an error that counts: an element of no known class.
  case acceptedWithErrors
}

extension Scene {
  /// The XML document that the scene was loaded from; the scene holds it, and nodes refer to it.
  public var document: XMLDocument { contents.document }
  /// Version, extensions and tags of the `MRML` elements that loading took.
  public var header: SceneHeader { contents.header }
  /// Whether loading met elements of unknown classes, the one error that counts and yet loads the rest.
  public var outcome: SceneOutcome {
    contents.unknownElements.isEmpty ? .accepted : .acceptedWithErrors
  }

  /// The nodes of the scene, in its order; those inside scene views are with their view.
  public var nodes: NodeList { NodeList(contents: contents, indexes: contents.main[...]) }

  /// Every node that an element made, in document order: also those inside scene views, and those whose content went
  /// to an earlier singleton. Remarks and hazards count in these.
  public var allNodes: NodeList {
    NodeList(contents: contents, indexes: contents.records.indices.map(Int32.init)[...])
  }

  /// The nodes of each scene view's own scene, by the index of the view. Linear in all nodes.
  public var childrenOfViews: [Int: [Node]] {
    var children: [Int: [Node]] = [:]
    for (view, indexes) in contents.childrenOfViews {
      children[Int(view)] = indexes.map { Node(contents: contents, index: Int($0)) }
    }
    return children
  }

  /// The elements that made no node, as elements of ``document``, verbatim there.
  public var unknownElements: [Int] { contents.unknownElements.map(Int.init) }

  /// The items of all subject hierarchies, in document order. Decoded here: linear in the items.
  public var items: [SubjectHierarchyItem] { contents.items.map { contents.item($0) } }

  /// The node of the scene with that identifier. Linear in the nodes.
  public func node(withID id: String) -> Node? {
    let id = Array(id.utf8)[...]
    return nodes.first { $0.idBytes == id }
  }
}

extension Scene: Equatable {
  /// True when header, held nodes and items agree; see the type for what does not count. Linear in both scenes.
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

  /// Items hierarchy by hierarchy: only the order inside each one means something.
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
  /// The nodes from elements that the scene and its views still hold, each view before what is in it.
  var heldNodes: [Node] {
    let children = childrenOfViews
    var held: [Node] = []
    // A stack, last first: views nest as deep as the input likes.
    var pending = Array(main.reversed().filter { records[Int($0)].element >= 0 })
    while let index = pending.popLast() {
      held.append(Node(contents: self, index: Int(index)))
      pending.append(contentsOf: (children[index] ?? []).reversed())
    }
    return held
  }

  /// The nodes in each scene view, in document order.
  var childrenOfViews: [Int32: [Int32]] {
    var children: [Int32: [Int32]] = [:]
    for (index, record) in records.enumerated() where record.owner >= 0 {
      children[record.owner, default: []].append(Int32(index))
    }
    return children
  }
}
