import SceneModel

/// Reads a scene from its text.
func read(_ text: String, limits: SceneLimits = .default) throws(SceneError) -> Scene {
  try read(bytes: Array(text.utf8), limits: limits)
}

func read(bytes: [UInt8], limits: SceneLimits = .default) throws(SceneError) -> Scene {
  try Scene(reading: bytes.span, limits: limits)
}

/// Reads elements inside an `MRML` element; offsets count from the first of them.
func load(_ elements: String, limits: SceneLimits = .default) throws(SceneError) -> Scene {
  try read("<MRML>\(elements)</MRML>", limits: limits)
}

/// Offset of the elements of ``load(_:limits:)``.
let bodyOffset = "<MRML>".utf8.count

extension Scene {
  /// Nodes made by elements, without the subject hierarchy that loading adds.
  var own: [Node] { nodes.filter { $0.element != nil } }
  var ids: [String] { own.map(\.id) }
  var classes: [String] { own.map(\.type.name) }
}
