import SceneModel
import Testing

@Suite struct ExtensionClassTests {
  @Test("a tag with or without 'Node' names the class of an extension")
  func tags() {
    let known = ExtensionClass.named(byTag: "FiberBundleLineDisplayNode".utf8)
    #expect(known?.extensionName == "SlicerDMRI")
    #expect(
      known?.source
        == "Modules/Loadable/TractographyDisplay/MRML/vtkMRMLFiberBundleLineDisplayNode.h")
    #expect(
      ExtensionClass.named(byTag: "IGTLConnector".utf8)?.repository
        == "openigtlink/SlicerOpenIGTLink")
    #expect(ExtensionClass.named(byTag: "Model".utf8) == nil)
    #expect(ExtensionClass.named(byTag: "Node".utf8) == nil)
  }

  @Test("class names of extensions are unique and unknown to a default application")
  func unique() {
    let names = ExtensionClass.all.map(\.name)
    #expect(Set(names).count == names.count)
    for name in names {
      #expect(NodeCatalog.slicer.type(forTag: Array(name.utf8)[...]) == nil, "\(name)")
    }
  }

  @Test("the note of an unknown class has its tag, its line and its extension")
  func message() throws {
    let scene = try read("<MRML>\n<FiberBundle id='a'/>\n<Unheard/>\n<Model/></MRML>")
    let notes = scene.notes.filter { $0.code == .unknownClass }
    let sentence = "no class has this tag; the element is skipped, its children are read"
    #expect(
      scene.messages(of: notes) == [
        "\(sentence): 'FiberBundle' in line 2, a class of the extension SlicerDMRI "
          + "(SlicerDMRI/SlicerDMRI)",
        "\(sentence): 'Unheard' in line 3",
      ])
  }
}
