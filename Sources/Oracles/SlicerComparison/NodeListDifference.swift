/// First difference between two lists of nodes or hierarchy items.
struct NodeListDifference {
  var node = ""
  var ours: String
  var slicer: String

  /// Returns nil when class, tag, identifier, name and view of all nodes and all items are equal.
  init?(ours: LoadedScene, slicer: LoadedScene) {
    for (one, other) in zip(ours.nodes, slicer.nodes) where one.summary != other.summary {
      self.init(node: one.id, ours: one.summary, slicer: other.summary)
      return
    }
    guard ours.nodes.count == slicer.nodes.count else {
      let place = min(ours.nodes.count, slicer.nodes.count)
      self.init(
        ours: ours.nodes[safe: place]?.summary ?? "no more nodes",
        slicer: slicer.nodes[safe: place]?.summary ?? "no more nodes")
      return
    }
    guard ours.items != slicer.items else { return nil }
    let (ones, others) = (ours.items ?? [], slicer.items ?? [])
    let place = zip(ones, others).enumerated().first { $1.0 != $1.1 }?.offset
    let first = place ?? min(ones.count, others.count)
    self.init(
      node: "item \(first)", ours: ones[safe: first]?.summary ?? "no more items",
      slicer: others[safe: first]?.summary ?? "no more items")
  }

  private init(node: String = "", ours: String, slicer: String) {
    self.node = node
    self.ours = ours
    self.slicer = slicer
  }
}

extension LoadedNode {
  fileprivate var summary: String {
    let place = view.map { " in node \($0)" } ?? ""
    return "\(self.class) <\(tag)> id '\(id)' name '\(name)'\(place)"
  }

  /// First difference between two nodes in singleton tag, flags or custom attributes.
  func attributeDifference(_ other: LoadedNode) -> (ours: String, slicer: String)? {
    if singletonTag != other.singletonTag {
      return ("singletonTag \(spell(singletonTag))", spell(other.singletonTag))
    }
    for (name, flag) in flags.sorted(by: { $0.key < $1.key }) where other.flags[name] != flag {
      return ("\(name) \(flag)", other.flags[name].map { "\($0)" } ?? "nothing")
    }
    return mapDifference(attributes, other.attributes)
  }
}

extension LoadedItem {
  fileprivate var summary: String {
    "under \(parent.map { "\($0)" } ?? "nothing") name \(spell(name)) dataNode \(spell(dataNode))"
  }
}

private func spell(_ text: String?) -> String { text.map { "'\($0)'" } ?? "nothing" }

/// Text of both values for the first key, in sorted order, at which two maps differ.
func mapDifference<Value: Equatable>(
  _ ours: [String: Value], _ slicer: [String: Value]
) -> (ours: String, slicer: String)? {
  guard ours != slicer else { return nil }
  let keys = Set(ours.keys).union(slicer.keys).sorted()
  guard let key = keys.first(where: { ours[$0] != slicer[$0] }) else { return nil }
  return (
    "\(key) = \(ours[key].map { "\($0)" } ?? "nothing")",
    slicer[key].map { "\($0)" } ?? "nothing"
  )
}

extension Array {
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
