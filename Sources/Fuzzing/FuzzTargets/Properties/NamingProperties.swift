internal import SceneModel

/// What loading may do to the identifiers and names of a scene.
enum NamingProperties {
  /// A node of the main scene: what its element says of it, and what it has after loading.
  struct Named {
    /// Whether an element made it, and no other content has taken its place.
    var isPlain = true
    var saidID: ArraySlice<UInt8>?
    var saidName: ArraySlice<UInt8>?
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

  /// A node loses the identifier that its element gives it only to another whose element gives the same, or to a
  /// singleton, whose identifier follows from its tag.
  static func identifiersStay(_ nodes: [Named]) throws(PropertyViolation) {
    var places: [ArraySlice<UInt8>: Int]?
    for node in nodes {
      guard let id = node.saidID, id != node.id else { continue }
      let known = places ?? Dictionary(zip(nodes.lazy.map(\.id), 0...)) { one, _ in one }
      places = known
      guard let holder = known[id].map({ nodes[$0] }), holder.isPlain, holder.saidID != id,
        !holder.isSingleton
      else { continue }
      throw PropertyViolation(
        property: "identifiers-stay", place: node.className,
        expected: String(decoding: id, as: UTF8.self),
        found: String(decoding: node.id, as: UTF8.self))
    }
  }

  /// A name that loading gave is not that of a node before.
  static func namesGivenAreNew(_ nodes: [Named]) throws(PropertyViolation) {
    var before: [ArraySlice<UInt8>: Int] = [:]
    for (place, node) in nodes.enumerated() {
      guard let other = before[node.name] else {
        before[node.name] = place
        continue
      }
      guard nodes[other].isPlain, node.isPlain, node.saidName?.isEmpty != false else { continue }
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
      if attribute.nameBytes.elementsEqual("id".utf8) { saidID = attribute.valueBytes }
      if attribute.nameBytes.elementsEqual("name".utf8) { saidName = attribute.valueBytes }
    }
  }
}
