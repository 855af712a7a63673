internal import SceneModel

/// Properties of the identifiers and names that loading assigns.
enum NamingProperties {
  /// Identity of a node of the main scene: in its element, and after loading.
  struct Named {
    /// Whether the node comes from an element and has not taken over other content.
    var isPlain = true
    var writtenID: ArraySlice<UInt8>?
    var writtenName: ArraySlice<UInt8>?
    var id: ArraySlice<UInt8>
    var name: ArraySlice<UInt8>
    var isSingleton = false
    var className = ""
  }

  static func check(_ scene: Scene) throws(PropertyViolation) {
    let nodes = scene.nodes.map { Named($0) }
    try identifiersStay(nodes)
    try namesGivenAreNew(nodes)
  }

  /// A node loses its written identifier only to a node with the same written identifier, or to a
  /// singleton, whose identifier follows from its tag.
  static func identifiersStay(_ nodes: [Named]) throws(PropertyViolation) {
    var places: [ArraySlice<UInt8>: Int]?
    for node in nodes {
      guard let id = node.writtenID, id != node.id else { continue }
      let known = places ?? Dictionary(zip(nodes.lazy.map(\.id), 0...)) { one, _ in one }
      places = known
      guard let holder = known[id].map({ nodes[$0] }), holder.isPlain, holder.writtenID != id,
        !holder.isSingleton
      else { continue }
      throw PropertyViolation(
        property: "identifiers-stay", place: node.className,
        expected: String(decoding: id, as: UTF8.self),
        found: String(decoding: node.id, as: UTF8.self))
    }
  }

  /// A name that loading assigned differs from those of the nodes before.
  static func namesGivenAreNew(_ nodes: [Named]) throws(PropertyViolation) {
    var before: [ArraySlice<UInt8>: Int] = [:]
    for (place, node) in nodes.enumerated() {
      guard let other = before[node.name] else {
        before[node.name] = place
        continue
      }
      guard nodes[other].isPlain, node.isPlain, node.writtenName?.isEmpty != false else { continue }
      throw PropertyViolation(
        property: "names-given-are-new", place: node.className, expected: "a new name",
        found: String(decoding: node.name, as: UTF8.self))
    }
  }
}

extension NamingProperties.Named {
  fileprivate init(_ node: Node) {
    self.init(id: node.idBytes, name: node.nameBytes)
    isPlain = node.element != nil && !node.hasTakenOver
    isSingleton = node.singletonTag != nil
    className = node.className
    for attribute in isPlain ? node.attributes : [] {
      if attribute.nameBytes.elementsEqual("id".utf8) { writtenID = attribute.valueBytes }
      if attribute.nameBytes.elementsEqual("name".utf8) { writtenName = attribute.valueBytes }
    }
  }
}
