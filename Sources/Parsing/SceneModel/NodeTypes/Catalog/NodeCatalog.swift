/// Catalog of node classes with their inheritance.
///
/// Built once from the tables and shared by reference. Classes are identified by their index in
/// ``types``.
public final class NodeCatalog: Sendable {
  /// Classes of a default application.
  public static let slicer = NodeCatalog(
    NodeType.root + NodeType.application + NodeType.annotations + NodeType.colors + NodeType.data
      + NodeType.displays + NodeType.hierarchies + NodeType.markups + NodeType.markupsDisplays
      + NodeType.sequences + NodeType.storages + NodeType.tables + NodeType.transforms
      + NodeType.views + NodeType.volumeDisplays + NodeType.volumeRendering + NodeType.volumes)

  /// All classes, in the order of the tables; if two register one tag, the later one has it.
  public let types: [NodeType]
  /// Full names of the classes in UTF-8.
  let classNames: [[UInt8]]
  /// Name of the subject hierarchy that loading adds.
  let subjectHierarchyName = Array("SubjectHierarchy".utf8)[...]
  private let indexOfTag: ByteStringMap<Int>
  private let indexOfClass: ByteStringMap<Int>
  /// Ancestry of each class, itself first.
  let lineages: [[Int]]
  private let inherited: [InheritedAttributes]
  let wellKnown: WellKnownTypes
  let families: ClassFamilies
  let roleTable: RoleTable
  let meanings: NameMeanings
  private let roleNames: [AttributeNames]
  private let claimedNames: [AttributeNames]

  init(_ types: [NodeType]) {
    self.types = types
    classNames = types.map { Array($0.className.utf8) }
    var indexOfTag = ByteStringMap<Int>()
    var indexOfClass = ByteStringMap<Int>()
    var indexOfName: [String: Int] = [:]
    for (index, type) in types.enumerated() {
      indexOfName[type.name] = index
      indexOfClass[Array(type.className.utf8)[...]] = index
      for tag in type.tags { indexOfTag[Array(tag.utf8)[...]] = index }
    }
    lineages = types.indices.map { start in
      var lineage = [start]
      // Bounded by the number of classes, so that a cycle in the tables ends (a test forbids
      // cycles).
      while lineage.count <= types.count, let parent = types[lineage[lineage.count - 1]].parent,
        let index = indexOfName[parent]
      {
        lineage.append(index)
      }
      return lineage
    }
    let parentName = Array("parentNodeRef".utf8)[...]
    let inherited = lineages.map { lineage in InheritedAttributes(lineage.map { types[$0] }) }
    let parents = inherited.map { $0.attribute(parentName) != nil }
    self.inherited = inherited
    let roles = lineages.map { lineage in lineage.reversed().flatMap { types[$0].roles } }
    roleNames = roles.map { AttributeNames(settingRoles: $0) }
    claimedNames = roles.map { AttributeNames(settingRoles: $0, and: AttributeNames.ofEveryNode) }
    wellKnown = WellKnownTypes(types)
    roleTable = RoleTable(types)
    meanings = NameMeanings(
      tags: types.enumerated().flatMap { index, type in type.tags.map { ($0, index) } },
      roles: types.flatMap(\.roles))
    families = ClassFamilies(indexOfClass, parents: parents)
    self.indexOfTag = indexOfTag
    self.indexOfClass = indexOfClass
  }

  /// Returns the class that registered `tag`.
  public func type(forTag tag: ArraySlice<UInt8>) -> Int? { indexOfTag[tag] }

  /// Returns the class with that full name, `vtkMRML…Node`.
  public func type(forClass name: some Collection<UInt8>) -> Int? {
    indexOfClass[Array(name)[...]]
  }

  /// Returns the class that the loader creates for an element: the registered one, otherwise the
  /// registered class whose name is the tag between `vtkMRML` and `Node`, otherwise nil.
  func typeCreated(forTag tag: ArraySlice<UInt8>) -> Int? {
    if let index = type(forTag: tag) { return index }
    var name = Array("vtkMRML".utf8) + tag
    if !tag.elementsEqual("Node".utf8), !tag.suffix(4).elementsEqual("Node".utf8) {
      name += "Node".utf8
    }
    guard let index = type(forClass: name), !types[index].tags.isEmpty else { return nil }
    return index
  }

  /// Returns whether class `index` is `ancestor` or inherits from it.
  public func type(_ index: Int, isA ancestor: Int) -> Bool { lineages[index].contains(ancestor) }

  /// Returns how class `index` reads the attribute `name`, nil if it does not.
  public func attribute(_ name: ArraySlice<UInt8>, of index: Int) -> NodeAttribute? {
    inherited[index].attribute(name)
  }

  /// Returns whether class `index` reads the attribute `name` as identifiers of nodes.
  func namesNodes(_ name: ArraySlice<UInt8>, of index: Int) -> Bool {
    inherited[index].namesNodes(name)
  }

  /// Returns every attribute that class `index` reads, inherited ones first.
  public func attributes(of index: Int) -> [NodeAttribute] {
    lineages[index].reversed().flatMap { types[$0].attributes }
  }

  /// Returns every attribute that class `index` reads by its whole name, once each, with the kind
  /// and default of the nearest class, sorted by name.
  func effectiveAttributes(of index: Int) -> [NodeAttribute] { inherited[index].effective }

  /// Returns whether an attribute with that name sets a role of class `index`.
  func setsRole(_ name: ArraySlice<UInt8>, of index: Int) -> Bool {
    roleNames[index].contains(name)
  }

  /// Returns whether the model represents the attribute other than as a plain one: identifier,
  /// name, singleton tag, custom attributes, references and roles.
  func claims(_ name: ArraySlice<UInt8>, of index: Int) -> Bool {
    claimedNames[index].contains(name)
  }

  /// Returns every role that class `index` registers, inherited ones first.
  public func roles(of index: Int) -> [ReferenceRole] {
    lineages[index].reversed().flatMap { types[$0].roles }
  }
}

/// Returns the first range of `word` (not empty) in `text`. Cost: the product of the lengths; words
/// are short names of the tables.
func firstRange(of word: [UInt8], in text: ArraySlice<UInt8>) -> Range<Int>? {
  guard text.count >= word.count else { return nil }
  let (span, first) = (text.span, word[0])
  var place = 0
  while place <= span.count - word.count {
    if span[place] == first {
      let start = text.startIndex + place
      if text[start..<start + word.count].elementsEqual(word) { return start..<start + word.count }
    }
    place &+= 1
  }
  return nil
}
