// readme:begin (README.md shows these lines; LayoutTests compares them)
import Foundation
import SceneReading

func show(_ bytes: Span<UInt8>) throws(SceneError) {
  let scene = try Scene(reading: bytes)
  for node in scene.nodes { print(node.className, node.id, node.name) }
  for hazard in scene.hazards { print(hazard.severity, hazard.message, hazard.offset) }
}

for path in CommandLine.arguments.dropFirst() {
  do {
    let file = try Data(contentsOf: URL(fileURLWithPath: path))
    try show(file.span)
  } catch {
    print("\(path): \(error)")
  }
}
// readme:end

try showArrays()
try showBundle()
if let scene = read(Array("<MRML><Model id=\"vtkMRMLModelNode1\" name=\"skull\"/></MRML>".utf8)) {
  describe(scene)
}
for path in CommandLine.arguments.dropFirst() {
  try checkLookup(Data(contentsOf: URL(fileURLWithPath: path)).span)
}
