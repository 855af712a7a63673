/// What `XMLRules.namespaces` adds to a document.
extension XMLDocument {
  /// Name of the namespace of an element, empty when it is in none; nil where namespaces are not resolved.
  public func elementNamespace(_ e: Int) -> String? { name(tape.elementNamespace(e)) }

  /// Name of the namespace of an attribute, empty for one without a prefix; of declarations it is that of `xmlns`.
  public func attributeNamespace(_ a: Int) -> String? { name(tape.attributeNamespace(a)) }

  private func name(_ number: UInt32?) -> String? {
    number.map { String(decoding: namespaceNames[Int($0)], as: UTF8.self) }
  }
}

extension XMLEventReader {
  /// Name of the namespace of an element whose start was delivered; as long as its attributes may be asked for.
  public func elementNamespace(_ e: Int) -> String? {
    reader.namespaceName(reader.processor.tape.elementNamespace(e))
  }

  /// Name of the namespace of an attribute, empty for one without a prefix.
  public func attributeNamespace(_ a: Int) -> String? {
    reader.namespaceName(reader.processor.tape.attributeNamespace(a))
  }
}

extension PieceReader {
  fileprivate func namespaceName(_ number: UInt32?) -> String? {
    number.map { String(decoding: processor.scopes.names[Int($0)], as: UTF8.self) }
  }
}
