package import SceneModel

extension LoadedScene {
  /// Converts a scene of the model. `values` stays nil because `SceneComparison` takes values from
  /// the model.
  package init(_ scene: Scene) { self = Self.reading(scene).loaded }

  /// Converts a scene of the model and returns the model's nodes in the order of `loaded.nodes`.
  static func reading(_ scene: Scene) -> (loaded: LoadedScene, models: [Node]) {
    var loaded = LoadedScene(outcome: scene.outcome == .accepted ? .accepted : .acceptedWithErrors)
    var models: [Node] = []
    let children = scene.childrenOfViews
    // An explicit stack, last node first: the input decides how deep views nest.
    var pending = scene.nodes.reversed().map { (node: $0, view: Int?.none) }
    while let (node, view) = pending.popLast() {
      let place = loaded.nodes.count
      models.append(node)
      loaded.nodes.append(LoadedNode(node, view: view))
      pending += (children[node.index] ?? []).reversed().map { ($0, place) }
    }
    loaded.items = scene.hierarchyItems
    return (loaded, models)
  }
}

extension LoadedNode {
  init(_ node: Node, view: Int?) {
    self.init(
      class: node.className, tag: node.type.tags.first ?? node.type.name, id: node.id,
      name: node.name, description: nil, singletonTag: node.singletonTag, flags: node.flags,
      attributes: Dictionary(
        node.customAttributes.map { (utf8Text($0.name), utf8Text($0.value)) },
        uniquingKeysWith: { $1 }),
      references: Dictionary(
        node.references.map { ($0.role, $0.ids) }, uniquingKeysWith: { $0 + $1 }),
      view: view)
  }
}

func utf8Text(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
