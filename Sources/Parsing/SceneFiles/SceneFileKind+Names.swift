extension SceneFileKind {
  /// Kinds that the extension of a file name allows, the usual one first; empty for an unknown one.
  public static func kinds(ofFileName name: String) -> [SceneFileKind] {
    let base = name.split(separator: "/").last.map { $0.lowercased() } ?? ""
    for (suffix, kinds) in byExtension where base.hasSuffix("." + suffix) { return kinds }
    return []
  }

  /// Kinds by extension; longer extensions come before their endings.
  private static let byExtension: [(String, [SceneFileKind])] = [
    ("mrk.json", [.markups]), ("vp.json", [.text]), ("json", [.markups, .text]),
    ("fcsv", [.fiducials]), ("acsv", [.annotations]), ("ctbl", [.colorTable]),
    ("txt", [.text, .colorTable, .proceduralColors, .fiducials, .table, .insightTransform]),
    ("csv", [.table, .colorColumns]), ("tsv", [.table, .colorColumns]),
    ("cxml", [.text]), ("xml", [.text, .scene]), ("sp", [.text]),
    ("nrrd", [.nrrd]), ("nhdr", [.nrrd]), ("vp", [.volumeProperty]),
    ("mha", [.metaImage]), ("mhd", [.metaImage]),
    ("nii.gz", [.nifti]), ("nii", [.nifti]), ("hdr", [.nifti]),
    ("vtk", [.legacyVTK]), ("g", [.legacyVTK]), ("byu", []),
    ("vtp", [.vtkXML]), ("vtu", [.vtkXML]), ("vti", [.vtkXML]),
    ("stl", [.stl]), ("obj", [.obj]), ("ply", [.ply]),
    ("mrml", [.scene]), ("mrb", [.bundle]),
    ("png", [.picture]), ("jpg", [.picture]), ("jpeg", [.picture]), ("bmp", [.picture]),
    ("tif", [.picture]), ("tiff", [.picture]),
    ("h5", [.hdf5]), ("hdf5", [.hdf5]), ("tfm", [.insightTransform]),
  ]

  /// Kinds that a storage class reads, by the suffix of its class name; empty for any kind.
  ///
  /// Facts: `GetSupportedReadFileExtensions` of the storage classes of 3D Slicer.
  public static func kinds(ofStorageClass className: String) -> [SceneFileKind] {
    for (name, kinds) in byClass where className == "vtkMRML\(name)StorageNode" { return kinds }
    return []
  }

  private static let byClass: [(String, [SceneFileKind])] = [
    ("MarkupsJson", [.markups]), ("MarkupsPlaneJson", [.markups]), ("MarkupsROIJson", [.markups]),
    ("MarkupsFiducial", [.fiducials, .annotations]), ("Markups", [.markups, .fiducials]),
    ("AnnotationFiducials", [.annotations]), ("AnnotationRuler", [.annotations]),
    ("AnnotationControlPoints", [.annotations]), ("AnnotationLines", [.annotations]),
    ("Annotation", [.annotations]),
    ("ColorTable", [.colorColumns, .colorTable]), ("ProceduralColor", [.proceduralColors]),
    ("VolumeProperty", [.volumeProperty]), ("VolumePropertyJson", [.text]),
    ("ShaderProperty", [.text]),
    ("Table", [.table]), ("Text", [.text]),
    ("NRRD", [.nrrd]),
    ("VolumeSequence", [.nrrd, .metaImage]),
    ("LinearTransformSequence", [.nrrd, .metaImage]),
    ("SceneView", [.picture]), ("AnnotationSnapshot", [.picture]),
    ("Model", [.legacyVTK, .vtkXML, .stl, .obj, .ply]),
    ("Sequence", [.bundle, .scene]),
  ]
}
