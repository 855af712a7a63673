import XMLReading

extension SceneLoader {
  /// Adds loose nodes to the empty scene in order: merges singletons, replaces missing and
  /// duplicate identifiers, makes up missing names.
  mutating func addLoadedNodes(_ loaded: [Int32]) {
    var adding = Adding(reserving: loaded.lazy.map { [records] in records[Int($0)].id })
    for index in loaded {
      if let existing = singleton(meeting: index, &adding) {
        merge(index, into: existing, &adding)
      } else {
        if Int(records[Int(index)].type) == types.folderDisplay, !adding.hasHierarchy {
          addHierarchy(&adding)
        }
        if Int(records[Int(index)].type) == types.subjectHierarchy { adding.hasHierarchy = true }
        giveID(to: index, &adding)
        giveName(to: index, &adding)
        main.append(index)
        noteSingleton(index, &adding)
      }
    }
    moveContents(adding.merged)
    movedIDs = adding.movedIDs
    idsOfFile = adding.reserved
  }

  /// Adds a subject hierarchy if there is none yet: the display of a folder requires one.
  private mutating func addHierarchy(_ adding: inout Adding) {
    adding.hasHierarchy = true
    var taken = adding.reserved
    for index in main { taken.insert(records[Int(index)].id) }
    guard let index = makeSubjectHierarchy(taken) else { return }
    adding.nodeOfID[records[Int(index)].id] = index
    if adding.knowsNames { adding.takenNames.insert(records[Int(index)].name) }
    main.append(index)
  }

  /// State of the scene while nodes are added. Keys are numbers of the string table.
  struct Adding {
    /// Identifiers of the file, reserved for the nodes that carry them.
    let reserved: DenseSet
    var nodeOfID = DenseMap()
    /// Names of nodes; filled at the first nameless node.
    var takenNames = DenseSet()
    var knowsNames = false
    var hasHierarchy = false
    /// Nodes with a singleton tag, by tag.
    var singletons: [Int32: [Int32]] = [:]
    /// Next number for a name, by prefix.
    var nextName: [Int32: Int] = [:]
    var movedIDs: [Int32: Int32] = [:]
    /// Nodes whose content moved to an earlier one, in order.
    var merged: [(from: Int32, to: Int32)] = []

    init(reserving ids: some Sequence<Int32>) { reserved = DenseSet(ids) }
  }

  /// Returns the node of the scene that receives this one's content: one of its class with the same
  /// tag, otherwise the node of any class whose identifier is that of such a singleton.
  private mutating func singleton(meeting index: Int32, _ adding: inout Adding) -> Int32? {
    let record = records[Int(index)]
    guard record.singletonTag >= 0 else { return nil }
    let type = Int(record.type)
    if let found = adding.singletons[record.singletonTag]?.first(where: {
      // A tag may have changed since it was recorded.
      records[Int($0)].singletonTag == record.singletonTag
        && rules.catalog.type(Int(records[Int($0)].type), isA: type)
    }) {
      return found
    }
    guard let id = strings.index(of: singletonID(of: record)[...]),
      let found = adding.nodeOfID[id]
    else { return nil }
    records[Int(found)].singletonTag = record.singletonTag
    records[Int(found)].flags.insert(.adoptedTag)
    adding.singletons[record.singletonTag, default: []].append(found)
    note(.adoptedSingletonTag, node: found)
    return found
  }

  /// Moves the content; identifier and class stay, and an empty name does not replace one.
  private mutating func merge(_ index: Int32, into existing: Int32, _ adding: inout Adding) {
    let record = records[Int(index)]
    records[Int(index)].flags.insert(.merged)
    // One class takes over nothing.
    if Int(records[Int(existing)].type) != types.roiList {
      let before = records[Int(existing)]
      earlierContents[existing, default: []].append(
        (before.content, before.contentType < 0 ? before.type : before.contentType))
      records[Int(existing)].content = record.content
      records[Int(existing)].contentType = record.type
      records[Int(existing)].customAttributes = record.customAttributes
      records[Int(existing)].references = record.references
    }
    if Int(records[Int(existing)].type) != types.roiList, !nameBytes(record).isEmpty {
      setName(number(ofName: record), of: existing, &adding)
    }
    adding.merged.append((index, existing))
    let id = records[Int(existing)].id
    if record.id >= 0, record.id != id { adding.movedIDs[record.id] = id }
    note(.mergedSingleton, node: index)
  }

  /// Moves the children of a merged scene view to the view that took its content. If that is not a
  /// view, they are lost, and so are the children it had.
  private mutating func moveContents(_ merged: [(from: Int32, to: Int32)]) {
    guard !merged.isEmpty else { return }
    var holder: [Int32: Int32] = [:]
    var source: [Int32: Int32] = [:]
    for (from, to) in merged {
      holder[source[to] ?? to] = -1
      holder[from] = to
      source[to] = from
    }
    for index in records.indices where records[index].owner >= 0 {
      guard let owner = holder[records[index].owner] else { continue }
      let isView = owner >= 0 && Int(records[Int(owner)].type) == types.sceneView
      records[index].owner = isView ? owner : NodeRecord.lost
    }
    // Owners precede what they hold.
    var isLost = [Bool](repeating: false, count: records.count)
    for (index, record) in records.enumerated() {
      isLost[index] =
        record.owner == NodeRecord.lost || (record.owner >= 0 && isLost[Int(record.owner)])
    }
    // Items not yet attached to a hierarchy stay, and those of a lost hierarchy are dropped with
    // it.
    dropItems { [records] item in
      records[Int(item.hierarchy)].flags.contains(.merged) || isLost[Int(item.hierarchy)]
    }
  }

  private mutating func giveID(to index: Int32, _ adding: inout Adding) {
    let record = records[Int(index)]
    let isMissing = record.id < 0 || strings[record.id].isEmpty
    guard isMissing || adding.nodeOfID[record.id] != nil else {
      adding.nodeOfID[record.id] = index
      return
    }
    note(isMissing ? .missingID : .duplicateID, node: index)
    var id: Int32
    if record.singletonTag >= 0 {
      id = strings.insert(singletonID(of: record)[...])
    } else {
      let className = rules.catalog.classNames[Int(record.type)]
      var number = lastID[record.type, default: 0]
      repeat {
        number += 1
        id = strings.insert(className, number)
      } while adding.nodeOfID[id] != nil || adding.reserved.contains(id)
      lastID[record.type] = number
    }
    if !isMissing { adding.movedIDs[record.id] = id }
    records[Int(index)].id = id
    adding.nodeOfID[id] = index
  }

  private func noteSingleton(_ index: Int32, _ adding: inout Adding) {
    let tag = records[Int(index)].singletonTag
    if tag >= 0 { adding.singletons[tag, default: []].append(index) }
  }

  /// Sets the name, and the singleton tag for the class in which both are one.
  private mutating func setName(_ name: Int32, of index: Int32, _ adding: inout Adding) {
    records[Int(index)].name = name
    adding.takenNames.insert(name)
    if rules.catalog.types[Int(records[Int(index)].type)].singleton == .name {
      records[Int(index)].singletonTag = name
      noteSingleton(index, &adding)
    }
  }

  private mutating func giveName(to index: Int32, _ adding: inout Adding) {
    let record = records[Int(index)]
    guard nameBytes(record).isEmpty else {
      if adding.knowsNames { adding.takenNames.insert(number(ofName: record)) }
      return
    }
    note(.missingName, node: index)
    if !adding.knowsNames {
      adding.knowsNames = true
      for index in main { adding.takenNames.insert(number(ofName: records[Int(index)])) }
    }
    let prefix = Array(rules.catalog.types[Int(record.type)].defaultName.utf8)
    let key = strings.insert(prefix[...])
    var number = adding.nextName[key, default: 0]
    var name: Int32
    repeat {
      name = number == 0 ? key : strings.insert((prefix + "_\(number)".utf8)[...])
      number += 1
    } while adding.takenNames.contains(name)
    adding.nextName[key] = number
    setName(name, of: index, &adding)
  }

  private func nameBytes(_ record: NodeRecord) -> ArraySlice<UInt8> {
    if record.name >= 0 { return strings[record.name] }
    return record.name == -1
      ? [] : document.attributeValueBytes(NodeRecord.attribute(ofName: record.name))
  }

  /// Returns the number of the name, storing it now.
  private mutating func number(ofName record: NodeRecord) -> Int32 {
    record.name >= 0 ? record.name : strings.insert(nameBytes(record))
  }

  private func singletonID(of record: NodeRecord) -> [UInt8] {
    Array(rules.catalog.types[Int(record.type)].className.utf8) + strings[record.singletonTag]
  }
}
