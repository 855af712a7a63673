public import SceneModel

extension LoadedScene {
  /// A scene as this project's model has it. Values are compared from the model itself, so there are none here.
  public init(_ scene: Scene) {
    self.init(outcome: scene.outcome == .accepted ? .accepted : .acceptedWithErrors)
    let children = scene.childrenOfViews
    // A stack, last first: views nest as deep as the input likes.
    var pending = scene.nodes.reversed().map { (node: $0, view: Int?.none) }
    while let (node, view) = pending.popLast() {
      let place = nodes.count
      nodes.append(LoadedNode(node, view: view))
      pending += (children[node.index] ?? []).reversed().map { ($0, place) }
    }
    items = scene.hierarchyItems
  }
}

extension LoadedNode {
  init(_ node: Node, view: Int?) {
    let values = node.rootValues
    self.init(
      class: node.className, tag: node.type.tags.first ?? node.type.name, id: node.id,
      name: node.name,
      description: values["description"].flatMap {
        if case .text(let bytes) = $0 { text(bytes) } else { nil }
      },
      singletonTag: node.singletonTag,
      flags: values.compactMapValues { if case .bool(let flag) = $0 { flag } else { nil } },
      attributes: Dictionary(
        node.customAttributes.map { (text($0.name), text($0.value)) }, uniquingKeysWith: { $1 }),
      references: Dictionary(
        node.references.map { ($0.role, $0.ids) }, uniquingKeysWith: { $0 + $1 }),
      view: view)
  }
}

func text(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
