import SceneReading

/// Prints each model of a scene with its references, and the file that each storage node names.
func describe(_ scene: Scene) {
  for node in scene.nodes where node.className == "vtkMRMLModelNode" {
    print(Printable.text(node.name), "selectable:", node.flags["selectable"] ?? true)
    for reference in node.references {
      for id in reference.ids where scene.node(withID: id) == nil {
        print("  \(Printable.text(reference.role)) refers to nothing: \(Printable.text(id))")
      }
    }
  }
  for file in scene.storageFileNames() {
    print(Printable.text(file.storageClass), Printable.text(file.name))
  }
}

/// Reads with limits of its own; says where and why a scene is refused.
func read(_ bytes: [UInt8]) -> Scene? {
  do throws(SceneError) {
    return try Scene(reading: bytes.span, limits: SceneLimits(maximumNodes: 10_000))
  } catch {
    print("line \(error.position.line): \(error.message) [\(error.code)]")
    return nil
  }
}
