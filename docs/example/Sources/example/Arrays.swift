import Foundation
import SceneReading
import SceneReadingFoundation

/// Reads a scene from an array, and prints Foundation's text of an error.
func showArrays() throws {
  let whole = Array("<MRML><Model id=\"vtkMRMLModelNode1\" name=\"skull\"/></MRML>".utf8)
  try show(whole.span)
  do {
    try show(Array(whole.dropLast(9)).span)
  } catch {
    print(error.localizedDescription)
  }
}
