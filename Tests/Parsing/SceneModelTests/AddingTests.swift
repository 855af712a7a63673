import SceneModel
import Testing

@Suite struct AddingTests {
  @Test(
    "missing and duplicate identifiers are replaced",
    arguments: [
      ("<Model/><Model/>", "vtkMRMLModelNode1 vtkMRMLModelNode2"),
      ("<Model id=\"\"/>", "vtkMRMLModelNode1"),
      // An identifier of the file is not given to another node.
      ("<Model/><View id=\"vtkMRMLModelNode1\"/>", "vtkMRMLModelNode2 vtkMRMLModelNode1"),
      ("<Model id=\"x\"/><Model id=\"x\"/>", "x vtkMRMLModelNode1"),
      ("<Model id=\" {:}&lt; \"/>", " {:}< "),
      ("<Selection singletonTag=\"Singleton\"/>", "vtkMRMLSelectionNodeSingleton"),
    ])
  func givesIDs(_ elements: String, _ ids: String) throws {
    #expect(try load(elements).ids.joined(separator: " ") == ids)
  }

  @Test(
    "a missing name is made from the class's own tag",
    arguments: [
      ("<Model/><Model/><Model name=\"\"/>", "Model Model_1 Model_2"),
      ("<Model name=\"Model\"/><Model/>", "Model Model_1"), ("<ScalarVolume/>", "Volume"),
      ("<Model name=\"a\"/><Model name=\"a\"/>", "a a"),
    ])
  func givesNames(_ elements: String, _ names: String) throws {
    #expect(try load(elements).own.map(\.name).joined(separator: " ") == names)
  }

  @Test("singletons of one class and tag merge: the first keeps its position and identifier")
  func singletonsMeet() throws {
    let scene = try load(
      "<Selection id=\"a\" name=\"n\" singletonTag=\"S\" selected=\"true\"/>"
        + "<Selection id=\"b\" name=\"\" singletonTag=\"S\" references=\"r:b;\"/>")
    #expect(scene.ids == ["a"])
    #expect(scene.nodes[0].name == "n")
    // The `selected` flag stays too.
    #expect(scene.nodes[0].attribute("selected") == "true")
    // References to the second node are updated to the first.
    #expect(scene.nodes[0].references.map(\.ids) == [["a"]])
    #expect(scene.allNodes.map(\.isMerged) == [false, true, false])
  }

  @Test("a singleton merges with one of a subclass with its tag, but not of a base class")
  func singletonsMeetSubclasses() throws {
    var scene = try load(
      "<MarkupsFiducialDisplay singletonTag=\"S\"/><MarkupsDisplay singletonTag=\"S\"/>")
    #expect(scene.classes == ["MarkupsFiducialDisplay"])
    #expect(scene.hazards.map(\.code).contains(.singletonAcrossClasses))
    scene = try load(
      "<MarkupsDisplay singletonTag=\"S\"/><MarkupsFiducialDisplay singletonTag=\"S\"/>")
    #expect(scene.classes == ["MarkupsDisplay", "MarkupsFiducialDisplay"])
  }

  @Test("a node whose identifier is that of a singleton becomes it, whatever its class")
  func identifierMakesSingleton() throws {
    let scene = try load("<Model id=\"vtkMRMLTextNodeT\"/><Text singletonTag=\"T\"/>")
    #expect(scene.classes == ["Model"])
    #expect(scene.nodes[0].singletonTag == "T")
    #expect(scene.notes.map(\.code).contains(.adoptedSingletonTag))
  }

  @Test("a node that takes over content of another class adds the content's tags to its own")
  func foreignContent() throws {
    let node = try load(
      "<Model id=\"vtkMRMLTextNodeT\" userTags=\"k=v\"/>"
        + "<Text singletonTag=\"T\" name=\"n\" text=\"x\" userTags=\"l=w\" attributes=\"a:b\"/>"
    ).nodes[0]
    #expect(node.name == "n")
    guard case .pairs(let tags) = node.loadedValues.first(where: { $0.name == "userTags" })?.value
    else {
      Issue.record("no tags")
      return
    }
    #expect(tags.map(\.name) == [Array("k".utf8), Array("l".utf8)])
    #expect(node.attribute("text") == nil)
    #expect(node.customAttributes.map(\.value) == [Array("b".utf8)])
  }

  @Test("tags of all contents that a singleton took over accumulate and are written")
  func tagsAddUp() throws {
    let scene = try load(
      "<Model id=\"vtkMRMLModelNode1\" singletonTag=\"T\" userTags=\"k=v a=1\"/>"
        + "<Model singletonTag=\"T\" name=\"n\" userTags=\"m=x a=2\"/><Model singletonTag=\"T\"/>"
        + "<Model singletonTag=\"T\" userTags=\"b=3 b=4\"/>")
    let written = try scene.write()
    let again = try Scene(reading: written.span)
    for scene in [scene, again] {
      let value = scene.nodes[0].loadedValues.first { $0.name == "userTags" }?.value
      #expect(
        value == AttributeValue(reading: Array("a=2 b=4 k=v m=x".utf8)[...], as: .keyValueWords))
    }
    #expect(scene == again)
  }

  @Test("tags of a node stay when it takes over content without tags") func tagsStay() throws {
    let scene = try load(
      "<Model id=\"vtkMRMLModelNode1\" singletonTag=\"T\" userTags=\"k=v\"/><Model singletonTag=\"T\"/>"
    )
    let written = try scene.write()
    #expect(String(decoding: written, as: UTF8.self).contains("userTags=\"k=v\""))
    let again = try Scene(reading: written.span)
    #expect(again == scene)
  }

  @Test(
    "tags are a table by name, which tables and sequences do not read",
    arguments: [
      ("Model", "l=w k=v k=x =y lone", "=y k=x l=w"), ("Table", "l=w", ""), ("Sequence", "l=w", ""),
    ])
  func tagsAreATable(_ tag: String, _ given: String, _ read: String) throws {
    let scene = try load("<\(tag) id=\"a\" userTags=\"\(given)\"/>")
    guard
      case .pairs(let tags) = scene.nodes[0].loadedValues.first(where: { $0.name == "userTags" })?
        .value
    else {
      Issue.record("no tags")
      return
    }
    let words = tags.map {
      String(decoding: $0.name, as: UTF8.self) + "=" + String(decoding: $0.value, as: UTF8.self)
    }
    #expect(words.joined(separator: " ") == read)
  }

  @Test("children of a merged scene view move with its content") func viewContentMoves() throws {
    let scene = try load(
      "<SceneView singletonTag=\"S\"><Model/></SceneView>"
        + "<SceneView singletonTag=\"S\"><View/></SceneView>")
    #expect(scene.own.map { $0.children.map(\.type.name) } == [["View"]])
  }

  @Test(
    "dangling references are dropped, the others follow their renamed nodes",
    arguments: [
      ("<Model id=\"a\" references=\"r:a b;\"/>", "r=a"),
      // References to both duplicates go to the last one.
      (
        "<Model id=\"a\" references=\"r:b;\"/><Text id=\"b\"/><Text id=\"b\"/><Text id=\"b\"/>",
        "r=vtkMRMLTextNode2"
      ),
      ("<Model id=\"a\" displayNodeRef=\"a a\"/>", "display=a,a"),
      ("<Model id=\"a\" references=\"display:a;\" displayNodeRef=\"a a\"/>", "display=a"),
      ("<Model id=\"a\" references=\"display:;\" displayNodeRef=\"a\"/>", ""),
      ("<Selection id=\"a\" lengthUnitNodeRef=\"a\"/>", "unit/length=a"),
      ("<Selection id=\"a\" UnitNodeRef=\"a\"/>", "unit/=a"),
      ("<View id=\"a\" displayNodeRef=\"a\"/>", ""),
      ("<Model id=\"a\" references=\"z:a;b:a;\"/>", "b=a z=a"),
    ])
  func repairsReferences(_ elements: String, _ expected: String) throws {
    let references = try load(elements).nodes[0].references
    let spelled = references.map { "\($0.role)=\($0.ids.joined(separator: ","))" }
    #expect(spelled.joined(separator: " ") == expected)
  }

  @Test("nodes inside a scene view keep missing names and identifiers") func viewsAreLeftAlone()
    throws
  {
    let scene = try load(
      "<SceneView><Model id=\"x\" references=\"r:gone;\"/><Model id=\"x\"/><Model/></SceneView>")
    let children = scene.nodes[0].children
    #expect(children.map(\.id) == ["x", "x", ""])
    #expect(children.map(\.name) == ["", "", ""])
    #expect(children[0].references.map(\.ids) == [["gone"]])
  }

  @Test(
    "a class sets the singleton tag of its nodes",
    arguments: [
      ("<Crosshair/>", "default"), ("<Crosshair singletonTag=\"a\"/>", "a"),
      ("<Selection/>", "Singleton"), ("<View/>", "1"), ("<View layoutName=\"a\"/>", "1"),
      ("<View id=\"vtkMRMLViewNode7\"/>", "7"), ("<View layoutName=\"\"/>", ""),
      ("<View id=\"vtkMRMLViewNode\"/>", "1"), ("<PlotView singletonTag=\"b\"/>", "1"),
      ("<Slice layoutName=\"Red\"/>", "Red"), ("<Slice id=\"vtkMRMLSliceNodeRed\"/>", "Red"),
      ("<Slice id=\"vtkMRMLSliceNodeRed\" layoutName=\"Green\"/>", "Green"),
      ("<SliceComposite/>", nil),
      ("<SliceComposite layoutName=\"Red\" singletonTag=\"a\"/>", "Red"),
      ("<Camera/>", nil), ("<Camera activetag=\"vtkMRMLViewNode1\" singletonTag=\"q\"/>", "1"),
      ("<Camera activetag=\"vtkMRMLViewNode\" singletonTag=\"q\"/>", ""),
      ("<Camera activetag=\"vtkMRMLViewNode\"/>", nil),
      ("<Camera activetag=\"x\" singletonTag=\"q\"/>", "q"),
      ("<Camera activetag=\"\" singletonTag=\"q\"/>", nil),
      ("<Camera singletonTag=\"q\" activetag=\"\"/>", nil),
      ("<Unit/>", "Unit"), ("<Unit name=\"foo\"/>", "foo"),
      ("<Unit name=\"foo\" singletonTag=\"s\"/>", "s"), ("<Layout/>", nil), ("<Model/>", nil),
    ] as [(String, String?)])
  func impliesSingletonTag(_ element: String, _ tag: String?) throws {
    #expect(try load(element).nodes[0].singletonTag == tag)
  }

  @Test(
    "a class adds custom attributes and references",
    arguments: [
      ("<Unit/>", "Quantity=", ""), ("<Unit Quantity=\"length\"/>", "Quantity=length", ""),
      ("<CommandLineModule title=\"a%20b\"/>", "CommandLineModule=a b", ""),
      ("<CommandLineModule/>", "CommandLineModule=", ""),
      (
        "<ClipModels redSliceClipState=\"0\"/><Slice layoutName=\"Red\" id=\"vtkMRMLSliceNodeRed\"/>",
        "",
        "clipping=vtkMRMLSliceNodeRed"
      ),
      ("<ClipModels redSliceClipState=\"0\"/>", "", ""),
      (
        "<ClipModels redSliceClipState=\"x\"/><Slice layoutName=\"Red\" id=\"vtkMRMLSliceNodeRed\"/>",
        "", ""
      ),
    ])
  func implies(_ elements: String, _ attributes: String, _ references: String) throws {
    let node = try load(elements).nodes[0]
    let pairs = node.customAttributes.map { "\(spell($0.name))=\(spell($0.value))" }
    #expect(pairs.joined(separator: " ") == attributes)
    let roles = node.references.map { "\($0.role)=\($0.ids.joined(separator: ","))" }
    #expect(roles.joined(separator: " ") == references)
  }

  @Test("nodes of scene views follow renamed identifiers") func viewsFollowMoves() throws {
    let scene = try load(
      "<Text id=\"x\"/><Text id=\"x\"/><SceneView><Text id=\"x\" references=\"r:x;\"/>"
        + "<Text id=\"y\" references=\"r:x gone;\"/></SceneView>")
    let children = scene.nodes[2].children
    #expect(children.map(\.id) == ["vtkMRMLTextNode1", "y"])
    // A node that is renamed itself does not update its references for that renaming.
    #expect(children.map { $0.references[0].ids } == [["x"], ["vtkMRMLTextNode1", "gone"]])
  }
}

private func spell(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
