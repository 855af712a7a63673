/// Formats of images and meshes beside a scene.
extension TextFormat {
  /// MetaImage headers; numbers of NIfTI headers are left to `HeaderField`.
  package static let imageHeader = TextFormat(
    separators: ["\n", "=", " \t"],
    words: [
      "ObjectType = Image", "NDims = 3", "DimSize = 2 2 2", "ElementType = MET_UCHAR",
      "ElementType = MET_DOUBLE", "ElementType = MET_SHORT", "ElementDataFile = LOCAL",
      "ElementDataFile = LIST", "ElementDataFile = LIST 2", "ElementDataFile = x.raw",
      "ElementDataFile = x%d.raw 1 2 1", "ElementDataFile = ../x.raw", "CompressedData = True",
      "CompressedDataSize = 12", "HeaderSize = -1", "HeaderSize = 8", "BinaryData = False",
      "ElementNumberOfChannels = 3", "%n", "%s", "n+1\u{0}", "ni1\u{0}",
    ]
  ) { draft in
    let name = draft.pick([
      "NDims", "DimSize", "ElementNumberOfChannels", "CompressedDataSize", "HeaderSize",
      "ElementSpacing", "Offset", "ElementType", "ElementDataFile",
    ])
    let count = name.first == 0x44 ? [1, 2, 3, 3, 4][draft.random.below(5)] : 1
    let values = (0..<count).map { _ in
      draft.random.once(in: 3) ? draft.number() : draft.plainNumber()
    }
    return name + Array(" = ".utf8) + Array(values.joined(separator: [0x20])) + [0x0A]
  }

  /// STL, OBJ and PLY meshes.
  package static let mesh = TextFormat(
    separators: ["\n", " ", "/"],
    words: [
      "ply", "format ascii 1.0", "format binary_little_endian 1.0", "format binary_big_endian 1.0",
      "element vertex 3", "element face 1", "property float x", "property uchar red",
      "property list uchar int vertex_indices", "property list int double vertex_index",
      "end_header", "comment", "solid", "facet normal 0 0 1", "outer loop", "vertex 0 0 0",
      "endloop", "endfacet", "endsolid", "v 0 0 0", "vt 0 0", "vn 0 0 1", "f 1 2 3",
      "f 1/1/1 2/2/2 3/3/3", "f 1//1 2//2 3//3", "f -1 -2 -3", "l 1 2", "mtllib x.mtl",
      "mtllib ../x.mtl", "usemtl m", "\\",
    ]
  ) { draft in
    let keyword = draft.pick([
      "v", "vn", "vt", "f", "l", "vertex", "facet normal", "3", "4", "element vertex",
      "element face",
    ])
    let count = keyword.first == 0x65 ? 1 : [1, 2, 3, 3, 4][draft.random.below(5)]
    let values = (0..<count).map { _ in
      draft.random.once(in: 3) ? draft.number() : draft.plainNumber()
    }
    return keyword + [0x20] + Array(values.joined(separator: [0x20])) + [0x0A]
  }

  /// Legacy and XML files of VTK.
  package static let vtk = TextFormat(
    separators: ["\n>", " =<", "\""],
    words: [
      "# vtk DataFile Version 3.0\nt\nASCII\n", "# vtk DataFile Version 5.1\nt\nBINARY\n",
      "DATASET POLYDATA", "DATASET STRUCTURED_POINTS", "DIMENSIONS 2 2 2", "POINTS 3 float",
      "POLYGONS 1 4", "LINES 1 3", "CELLS 1 4", "CELL_TYPES 1", "OFFSETS vtktypeint64",
      "CONNECTIVITY vtktypeint64", "POINT_DATA 3", "CELL_DATA 1", "SCALARS s float 1",
      "LOOKUP_TABLE default", "LOOKUP_TABLE t 2", "COLOR_SCALARS c 3", "VECTORS v float",
      "TENSORS t double", "TEXTURE_COORDINATES t 2 float", "FIELD f 1", "a 3 3 int", "METADATA",
      "bit", "vtkIdType", "string", "<VTKFile type=\"PolyData\" byte_order=\"LittleEndian\">",
      "header_type=\"UInt64\"", "compressor=\"vtkZLibDataCompressor\"",
      "<Piece NumberOfPoints=\"3\" NumberOfPolys=\"1\">", "Extent=\"0 1 0 1 0 1\"",
      "<DataArray type=\"Float32\" NumberOfComponents=\"3\" format=\"ascii\">", "</DataArray>",
      "format=\"appended\" offset=\"0\"", "format=\"binary\"", "<AppendedData encoding=\"raw\">_",
      "<AppendedData encoding=\"base64\">_", "</AppendedData>", "</VTKFile>", "AAAAAAAA",
    ]
  ) { draft in
    let keyword = draft.pick([
      "POINTS", "POLYGONS", "VERTICES", "CELLS", "CELL_TYPES", "POINT_DATA", "DIMENSIONS",
      "SCALARS s float", "FIELD f", "a", "3", "LOOKUP_TABLE t",
    ])
    let count = [1, 2, 2, 3][draft.random.below(4)]
    let values = (0..<count).map { _ in
      draft.random.once(in: 3) ? draft.number() : draft.plainNumber()
    }
    let type = draft.pick(["", " float", " int", " double", " unsigned_char", " bit"])
    return keyword + [0x20] + Array(values.joined(separator: [0x20])) + type + [0x0A]
  }
}
