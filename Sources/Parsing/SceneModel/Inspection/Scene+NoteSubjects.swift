import ByteReading
import XMLReading

extension Scene {
  /// Returns the messages of notes, completed by what they are about: the tag and line of an
  /// unknown class with the extension that defines it, the class of a node that nothing refers to,
  /// the tag of an element of a former format. Of a tag at most 80 characters are shown.
  ///
  /// Counting lines is linear in the document, so only the first 64 unknown elements get theirs.
  public func messages(of notes: [SceneNote]) -> [String] {
    let (nodes, unknown) = (allNodes, unknownElements)
    var linesLeft = 64
    return notes.map { note in
      switch note.code {
      case .unknownClass:
        guard let element = element(at: note.offset, among: unknown) else { return note.message }
        var message = "\(note.message): '\(tag(element))'"
        if linesLeft > 0 {
          linesLeft -= 1
          message += " in line \(document.elementPosition(element).line)"
        }
        if let known = ExtensionClass.named(byTag: document.elementNameBytes(element)) {
          message += ", a class of the extension \(known.extensionName) (\(known.repository))"
        }
        return message
      case .unreferencedNode:
        return note.message + (note.node.map { ": a \(nodes[$0].className)" } ?? "")
      case .legacyFormat:
        let element =
          element(at: note.offset, among: unknown)
          ?? element(at: note.offset, among: 0..<document.elementCount)
        return note.message + (element.map { ": '\(tag($0))'" } ?? "")
      default: return note.message
      }
    }
  }

  private func tag(_ element: Int) -> String {
    Printable.text(document.elementName(element), limit: 80)
  }

  /// Returns the first element at an offset, by binary search: elements are in document order.
  private func element(
    at offset: Int, among elements: some RandomAccessCollection<Int>
  ) -> Int? {
    var rest = elements[...]
    while let middle = rest.isEmpty ? nil : rest.index(rest.startIndex, offsetBy: rest.count / 2) {
      if document.elementOffset(elements[middle]) < offset {
        rest = rest[rest.index(after: middle)...]
      } else {
        rest = rest[..<middle]
      }
    }
    let found = rest.startIndex
    guard found != elements.endIndex, document.elementOffset(elements[found]) == offset else {
      return nil
    }
    return elements[found]
  }
}
