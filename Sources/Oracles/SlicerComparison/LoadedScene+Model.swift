package import SceneModel

extension LoadedScene {
  /// A scene as this project's model has it. Values are compared from the model itself, so there are none here.
  package init(_ scene: Scene) { self = Self.reading(scene).loaded }

  /// The same with the model's nodes beside it, in the order of the list.
  static func reading(_ scene: Scene) -> (loaded: LoadedScene, models: [Node]) {
    var loaded = LoadedScene(outcome: scene.outcome == .accepted ? .accepted : .acceptedWithErrors)
    var models: [Node] = []
    let children = scene.childrenOfViews
    // A stack, last first: views nest as deep as the input likes.
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
