import ByteReading
import XMLReading

/// Loads a document into an empty scene, as the application does: first every element into a list
/// of loose nodes, then the nodes one after the other into the scene. The parent of a node is
/// decided by the loader's own stack, not by the tree of elements.
struct SceneLoader {
  let document: XMLDocument
  let rules: SceneRules
  let limits: SceneLimits
  var header = SceneHeader()
  var records: [NodeRecord] = []
  var main: [Int32] = []
  var strings: ByteStringTable
  var roles: [RoleRecord] = []
  var targets: [TargetRecord] = []
  var properties: [[NamedValue]] = []
  var items: [ItemRecord] = []
  var droppedItems: [ItemRecord] = []
  var unknownElements: [Int32] = []
  var notes: NoteList<SceneNote>

  var names: NameClasses
  /// The loader's stack of open nodes; the last one is the parent.
  private var stack: [Int32] = []
  /// Node of each open element, or -1: the tree of elements, to detect where it differs from the
  /// stack.
  private var openElements: [Int32] = []
  /// Nodes to be added to the scene, in order.
  private(set) var loaded: [Int32] = []
  /// First subject hierarchy among the children of each scene view.
  var hierarchyOfView: [Int32: Int32] = [:]
  private var hasHeader = false
  /// New identifiers by old ones, and the identifiers in the file: numbers of the string table.
  var movedIDs: [Int32: Int32] = [:]
  /// Contents of a node before it took over another, in order: elements and the types of their
  /// nodes, by node.
  var earlierContents: [Int32: [(element: Int32, type: Int16)]] = [:]
  var idsOfFile = DenseSet()
  /// Last number used in an identifier made from a class name, by class.
  var lastID: [Int16: Int] = [:]
  var openRoles = OpenRoles(first: 0)
  let types: WellKnownTypes

  init(document: XMLDocument, rules: SceneRules, limits: SceneLimits) {
    self.document = document
    self.rules = rules
    self.limits = limits
    notes = NoteList(limit: limits.maximumNotes)
    strings = ByteStringTable(expecting: document.elementCount)
    names = NameClasses(catalog: rules.catalog, nameCount: document.nameCount)
    types = rules.catalog.wellKnown
    let reserved = min(document.elementCount, 1_024)
    records.reserveCapacity(reserved)
    loaded.reserveCapacity(reserved)
    main.reserveCapacity(reserved)
    targets.reserveCapacity(reserved)
    roles.reserveCapacity(reserved)
    openElements.reserveCapacity(8)
  }

  mutating func load() throws(SceneError) {
    for index in 0..<document.eventCount {
      switch document.event(index) {
      case .startElement(let element): try start(element)
      case .endElement(let element): end(element)
      case .text, .processingInstruction: break
      }
    }
    addLoadedNodes(loaded)
    try readReferences()
    repairReferences()
    moveNodesOfViews()
    resolveSubjectHierarchies()
  }

  /// Handles a start tag.
  private mutating func start(_ element: Int) throws(SceneError) {
    switch names.element(document.elementNameIndex(element), in: document) {
    case .header:
      readHeader(element)
      openElements.append(-1)
    case .item:
      try readItem(element)
      openElements.append(-1)
    case .unknown:
      openElements.append(-1)
      unknownElements.append(Int32(element))
      note(.unknownClass, at: document.elementOffset(element))
    case .node(let type, let isRegistered):
      guard records.count < limits.maximumNodes else { throw error(.nodeLimit, element) }
      createNode(element, type: type, isRegistered: isRegistered)
    }
  }

  /// Handles an end tag: closes the last open node, whichever it is, if the name is a registered
  /// tag. A node made by its class name is therefore never closed by its own end tag.
  private mutating func end(_ element: Int) {
    openElements.removeLast()
    if case .node(_, isRegistered: true) = names.element(
      document.elementNameIndex(element), in: document)
    {
      _ = stack.popLast()
    }
  }

  private mutating func readHeader(_ element: Int) {
    if hasHeader { note(.repeatedHeader, at: document.elementOffset(element)) }
    hasHeader = true
    let attributes = document.attributes(of: element)
    for attribute in attributes {
      let name = document.nameBytes(document.attributeNameIndex(attribute))
      let value = document.attributeValueBytes(attribute)
      if name.elementsEqual("version".utf8) {
        header.version = Array(value)
        if SceneVersionParts(value) == nil {
          note(.unknownVersion, at: document.attributeOffset(attribute))
        }
      } else if name.elementsEqual("extensions".utf8) {
        header.extensions = Array(value)
      } else if name.elementsEqual("userTags".utf8) {
        header.userTags = Array(value)
        if attribute + 1 < attributes.upperBound {
          note(.headerCutShort, at: document.attributeOffset(attribute + 1))
        }
        return
      }
    }
  }

  /// Reads an item, which belongs to the last loaded node if that is a subject hierarchy, or to the
  /// first subject hierarchy inside it if that is a scene view.
  private mutating func readItem(_ element: Int) throws(SceneError) {
    guard items.count < limits.maximumItems else { throw error(.itemLimit, element) }
    var hierarchy: Int32 = -1
    if let last = loaded.last {
      let type = Int(records[Int(last)].type)
      if type == types.subjectHierarchy {
        hierarchy = last
      } else if type == types.sceneView, let nested = hierarchyOfView[last] {
        hierarchy = nested
      }
    }
    guard hierarchy >= 0 else {
      note(.misplacedItem, at: document.elementOffset(element))
      return
    }
    items.append(ItemRecord(element: Int32(element), hierarchy: hierarchy))
  }

  private mutating func createNode(_ element: Int, type: Int, isRegistered: Bool) {
    var record = NodeRecord(element: Int32(element), content: Int32(element), type: Int16(type))
    let index = Int32(records.count)
    var labelMap = -1
    for attribute in document.attributes(of: element) {
      let name = document.attributeNameIndex(attribute)
      switch names.attribute(name, in: document) {
      case .other: break
      case .id: record.id = strings.insert(document.attributeValueBytes(attribute))
      case .name: record.name = NodeRecord.name(fromAttribute: attribute)
      case .singletonTag:
        record.singletonTag = strings.insert(document.attributeValueBytes(attribute))
      case .attributes: record.customAttributes = Int32(attribute)
      case .references: record.references = Int32(attribute)
      case .role: record.flags.insert(.hasRoleAttributes)
      case .labelMap: labelMap = attribute
      }
    }
    convertClass(of: &record, labelMap: labelMap)
    record.singletonTag = singletonTag(of: record)
    if let parent = stack.last, Int(records[Int(parent)].type) == types.sceneView {
      record.owner = parent
      if openElements.last != parent { record.flags.insert(.swallowed) }
      if Int(record.type) == types.subjectHierarchy, hierarchyOfView[parent] == nil {
        hierarchyOfView[parent] = index
      }
    } else {
      loaded.append(index)
    }
    stack.append(index)
    openElements.append(index)
    records.append(record)
    if Int(record.type) == types.folderDisplay, record.owner >= 0,
      hierarchyOfView[record.owner] == nil
    {
      addHierarchy(toView: record.owner)
    }
    if !isRegistered { note(.classByName, node: index) }
    if record.flags.contains(.becameLabelMap) { note(.becameLabelMap, node: index) }
    if Int(record.type) == types.legacySubjectHierarchy {
      note(.legacySubjectHierarchy, node: index)
    }
  }

  /// Applies the two class replacements of the loader, which depend on custom attributes.
  private func convertClass(of record: inout NodeRecord, labelMap: Int) {
    let type = Int(record.type)
    if type == types.subjectHierarchy {
      let version = customAttributes(of: record, with: "SubjectHierarchyVersion")?[
        "SubjectHierarchyVersion"]
      if (version.flatMap { CNumber.int($0[...]) } ?? 0) < 2 {
        record.type = Int16(types.legacySubjectHierarchy)
      }
    } else if rules.catalog.type(type, isA: types.scalarVolume), isLabelMap(record, labelMap) {
      record.type = Int16(types.labelMapVolume)
      record.flags.insert(.becameLabelMap)
    }
  }

  /// Returns whether the volume is a label map: a `labelMap` other than 0 sets the custom attribute
  /// `LabelMap`.
  private func isLabelMap(_ record: NodeRecord, _ labelMap: Int) -> Bool {
    if labelMap >= 0 {
      // For an empty text the application reads an uninitialized value, taken here as not 0.
      var stream = NumberStream(document.attributeValueBytes(labelMap))
      if stream.readInt() != 0 { return true }
    }
    guard let value = customAttributes(of: record, with: "LabelMap")?["LabelMap"] else {
      return false
    }
    return CNumber.lowInt(value[...]) != 0
  }

  /// Returns the custom attributes, nil if they do not contain the word at all.
  private func customAttributes(of record: NodeRecord, with word: String) -> CustomAttributes? {
    guard record.customAttributes >= 0 else { return nil }
    let text = document.attributeValueBytes(Int(record.customAttributes))
    guard firstRange(of: Array(word.utf8), in: text) != nil else { return nil }
    return CustomAttributes(reading: text)
  }
}

extension SceneLoader {
  mutating func note(_ code: SceneNote.Code, at offset: Int) {
    notes.append(SceneNote(code, at: offset))
  }

  mutating func note(_ code: SceneNote.Code, node: Int32) {
    let element = Int(records[Int(node)].element)
    let offset = element < 0 ? 0 : document.elementOffset(element)
    notes.append(SceneNote(code, node: Int(node), at: offset))
  }

  func error(_ code: SceneError.Code, _ element: Int) -> SceneError {
    SceneError(code, at: document.elementPosition(element))
  }
}

/// Indexes in a catalog of the classes that the loader treats specially; -1 if the catalog lacks
/// one.
struct WellKnownTypes: Sendable {
  let sceneView, subjectHierarchy, legacySubjectHierarchy, scalarVolume, labelMapVolume: Int
  let selection, folderDisplay, roiList: Int

  init(_ types: [NodeType]) {
    func index(_ name: String) -> Int { types.firstIndex { $0.name == name } ?? -1 }
    sceneView = index("SceneView")
    subjectHierarchy = index("SubjectHierarchy")
    legacySubjectHierarchy = index("SubjectHierarchyLegacy")
    scalarVolume = index("ScalarVolume")
    labelMapVolume = index("LabelMapVolume")
    selection = index("Selection")
    folderDisplay = index("FolderDisplay")
    roiList = index("ROIList")
  }
}
