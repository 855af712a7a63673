import SceneFiles
import Testing

@Suite("the kind of a file is recognized by name, role and content")
struct SceneFileKindTests {
  @Test(
    "a file name allows the kinds of its extension, in any case",
    arguments: [
      ("Data/F.mrk.json", [.markups]), ("a.NRRD", [.nrrd]), ("x.seg.nrrd", [.nrrd]),
      ("v.nii.gz", [.nifti]), ("v.gz", []), ("nrrd", []), ("m.VTP", [.vtkXML]),
      ("t.csv", [.table, .colorColumns]),
    ] as [(String, [SceneFileKind])])
  func names(_ name: String, _ kinds: [SceneFileKind]) {
    #expect(SceneFileKind.kinds(ofFileName: name) == kinds)
  }

  @Test(
    "content is recognized by its first bytes",
    arguments: [
      ("NRRD0005\n", .nrrd), ("# vtk DataFile Version 3.0\n", .legacyVTK), ("ply\nformat", .ply),
      ("# Color table file x\n", .colorTable), ("# Color procedural file\n", .proceduralColors),
      ("# Markups fiducial file version = 4.11\r\n", .fiducials),
      ("<?xml version=\"1.0\"?>\n<VTKFile type=\"PolyData\">", .vtkXML),
      ("<MRML version=\"5\">", .scene), ("ObjectType = Image\nNDims = 3\n", .metaImage),
      ("LabelValue,Name\n1,a\n", .colorColumns), ("PK\u{3}\u{4}", .bundle),
      ("solid x\n", nil), ("", nil), ("hello", nil),
    ] as [(String, SceneFileKind?)])
  func content(_ text: String, _ kind: SceneFileKind?) {
    #expect(SceneFileKind(recognizing: Array(text.utf8).span) == kind)
  }

  @Test("a storage class has the kinds that it reads")
  func roles() {
    #expect(SceneFileKind.kinds(ofStorageClass: "vtkMRMLMarkupsJsonStorageNode") == [.markups])
    #expect(SceneFileKind.kinds(ofStorageClass: "vtkMRMLModelStorageNode").contains(.stl))
    #expect(SceneFileKind.kinds(ofStorageClass: "vtkMRMLVolumeArchetypeStorageNode").isEmpty)
  }
}
