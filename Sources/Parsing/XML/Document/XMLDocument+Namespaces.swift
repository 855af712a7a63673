/// Namespaces of a document read with `XMLRules.namespaces`.
extension XMLDocument {
  /// Returns the namespace of an element, empty for none; nil if namespaces are not resolved.
  public func elementNamespace(_ e: Int) -> String? { name(contents.tape.elementNamespace(e)) }

  /// Returns the namespace of an attribute: empty without a prefix, that of `xmlns` for a
  /// declaration.
  public func attributeNamespace(_ a: Int) -> String? { name(contents.tape.attributeNamespace(a)) }

  private func name(_ number: UInt32?) -> String? {
    number.map { String(decoding: contents.namespaceNames[Int($0)], as: UTF8.self) }
  }
}

extension XMLEventReader {
  /// Returns the namespace of an element whose start was delivered, as long as its attributes are
  /// accessible.
  public func elementNamespace(_ e: Int) -> String? {
    reader.namespaceName(reader.processor.tape.elementNamespace(e))
  }

  /// Returns the namespace of an attribute, empty without a prefix.
  public func attributeNamespace(_ a: Int) -> String? {
    reader.namespaceName(reader.processor.tape.attributeNamespace(a))
  }
}

extension PieceReader {
  fileprivate func namespaceName(_ number: UInt32?) -> String? {
    number.map { String(decoding: processor.scopes.names[Int($0)], as: UTF8.self) }
  }
}
