import ByteReading
import XMLReading

extension Scene {
  /// Returns the messages of notes, completed for an unknown class by its tag, its line and the
  /// extension that defines it. Tags are untrusted text.
  ///
  /// Counting lines is linear in the document, so only the first 64 unknown elements get theirs.
  public func messages(of notes: [SceneNote]) -> [String] {
    var linesLeft = 64
    return notes.map { note in
      guard note.code == .unknownClass, let element = unknownElement(at: note.offset) else {
        return note.message
      }
      let tag = document.elementNameBytes(element)
      var message = "\(note.message): '\(String(decoding: tag, as: UTF8.self))'"
      if linesLeft > 0 {
        linesLeft -= 1
        message += " in line \(document.elementPosition(element).line)"
      }
      if let known = ExtensionClass.named(byTag: tag) {
        message += ", a class of the extension \(known.extensionName) (\(known.repository))"
      }
      return message
    }
  }

  /// Returns the unknown element at an offset, by binary search: they are in document order.
  private func unknownElement(at offset: Int) -> Int? {
    let elements = contents.unknownElements
    var (low, high) = (0, elements.count)
    while low < high {
      let middle = (low + high) / 2
      if document.elementOffset(Int(elements[middle])) < offset {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < elements.count, document.elementOffset(Int(elements[low])) == offset else {
      return nil
    }
    return Int(elements[low])
  }
}
