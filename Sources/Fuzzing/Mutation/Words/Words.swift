internal import SceneModel

/// Words of scenes as bytes, computed once from the catalogue of node types.
enum Words {
  static let id = Array("id".utf8)
  static let name = Array("name".utf8)
  static let references = Array("references".utf8)
  static let attributes = Array("attributes".utf8)
  static let singletonTag = Array("singletonTag".utf8)
  static let parent = Array("parent".utf8)

  /// Class of nodes: its first tag, its name, its attributes and roles.
  struct Class: Sendable {
    let tag: [UInt8]
    let className: [UInt8]
    let attributes: [NodeAttribute]
    let roles: [ReferenceRole]
  }

  /// Classes that have a tag.
  static let classes: [Class] = {
    let catalog = NodeCatalog.slicer
    return catalog.types.indices.compactMap { index in
      guard let tag = catalog.types[index].tags.first else { return nil }
      return Class(
        tag: Array(tag.utf8), className: Array(catalog.types[index].className.utf8),
        attributes: catalog.attributes(of: index), roles: catalog.roles(of: index))
    }
  }()

  /// Tags of classes, each paired with the tag of a base class.
  static let ancestries: [(tag: String, ancestor: String)] = {
    let catalog = NodeCatalog.slicer
    let tags = catalog.types.map(\.tags.first)
    return tags.indices.flatMap { index in
      tags.indices.compactMap { ancestor in
        guard let tag = tags[index], let other = tags[ancestor], index != ancestor,
          catalog.type(index, isA: ancestor)
        else { return nil }
        return (tag, other)
      }
    }
  }()

  private static let indexOfTag: [[UInt8]: Int] = {
    var found: [[UInt8]: Int] = [:]
    for (index, item) in classes.enumerated() { found[item.tag] = index }
    return found
  }()

  static func nodeClass(ofTag tag: ArraySlice<UInt8>) -> Class? {
    indexOfTag[Array(tag)].map { classes[$0] }
  }

  /// Tags with special rules: aliases, class names, abstract classes, unknown tags, the header.
  static let oddTags: [[UInt8]] = [
    "SceneSnapshot", "ROI", "VolumeRenderingParameters", "ScalarVolume", "ScalarVolumeDisplay",
    "SceneViewNode", "ModelNode", "SubjectHierarchyNode", "Color", "Volume", "Markups", "Storage",
    "Display", "Node", "MRML", "Matrix", "Fiducials", "FiberBundle", "m:Model",
    "SubjectHierarchyItem",
  ].map { Array($0.utf8) }

  static let paths: [[UInt8]] = [
    "/etc/passwd", "../../outside.nrrd", "~/home.vtk", "~root/x", "C:\\data\\x.nrrd",
    "\\\\server\\share\\x", "file:///tmp/x", "http://host.example/x", "slicer:x", "slicer://host/",
    "a/%2e%2e/b", "a%252Fb", "%2520", "a&#1;b", "a&#10;b", "a\u{202E}b", "", ".", "..",
    "scene.mrml",
    "bundle.mrb", "Data/x.nrrd", "a/b/../../../c", "a/../../../../c", "%22%3C%3E%27%20%25",
  ].map { Array($0.utf8) }

  static let addresses: [[UInt8]] = [
    "http://host.example/x.nrrd", "https://host.example/", "https://user:word@host.example/x",
    "file:///etc/hosts", "ftp://host.example/x", "http://%68ost/", "http://10.0.0.1/", "https:x",
    "http://host.example/?u=http://other.example/", "//host.example/x",
  ].map { Array($0.utf8) }

  static let formats: [[UInt8]] = [
    "%N-%d", "%s", "%n", "%d%d", "%*d", "%999999d", "%.9999f", "none", "%", "%%", "%-#5.1f",
    "%S%s%n",
  ].map { Array($0.utf8) }

  static let names: [[UInt8]] = [
    "", " ", "a b", "&quot;", "&lt;", "a:b", "a;b", "{a}", "a}b{c", "%3A", "vtkMRMLModelNode1",
    "vtkMRMLSliceNodeRed", "größe", "肝臓", "a\u{301}", "../x", "a/b", "&#10;", "NULL", "0",
  ].map { Array($0.utf8) }

  static let roles: [[UInt8]] = [
    "display", "storage", "transform", "unit/length", "lineColor", "displayNodeRef", "", "any role",
    "parentNodeRef", "associatedNodeRef", "roi", "table",
  ].map { Array($0.utf8) }
}
