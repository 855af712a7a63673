/// Kinds of files that a scene can name.
public enum SceneFileKind: String, CaseIterable, Sendable {
  /// Markups (`.mrk.json`).
  case markups
  /// Fiducials (`.fcsv`).
  case fiducials
  /// Legacy annotations (`.acsv`).
  case annotations
  /// Color table in text (`.ctbl`).
  case colorTable
  /// Color table in columns with a `LabelValue`.
  case colorColumns
  /// Color transfer function.
  case proceduralColors
  /// NRRD header, attached or detached, also of segmentations and sequences.
  case nrrd
  /// Volume property (`.vp`).
  case volumeProperty
  /// MetaImage (`.mha`, `.mhd`).
  case metaImage
  /// NIfTI-1 and NIfTI-2 (`.nii`, `.nii.gz`).
  case nifti
  /// Legacy VTK file (`.vtk`).
  case legacyVTK
  /// VTK XML file (`.vtp`, `.vtu`, `.vti`).
  case vtkXML
  /// STL mesh, text or binary.
  case stl
  /// Wavefront OBJ mesh.
  case obj
  /// PLY mesh.
  case ply
  /// Delimited text (`.tsv`, `.csv`).
  case table
  /// Plain text (`.txt`, `.json`, `.xml` of a text node).
  case text
  /// A scene (`.mrml`), such as that of a sequence.
  case scene
  /// A bundle (`.mrb`), such as that of a sequence.
  case bundle
  /// A picture (`.png`, `.jpg`): recognized, not read.
  case picture
  /// An HDF5 file (`.h5`), such as a transform: recognized, not read.
  case hdf5
  /// An Insight transform file (`.tfm`, `.txt`): recognized, not read.
  case insightTransform

  /// Whether a reader of this package checks the content.
  public var hasReader: Bool {
    switch self {
    case .scene, .bundle, .picture, .hdf5, .insightTransform: false
    default: true
    }
  }

  /// Name of the kind in messages.
  public var title: String {
    switch self {
    case .markups: "markups file"
    case .fiducials: "fiducial file"
    case .annotations: "legacy annotation file"
    case .colorTable: "color table"
    case .colorColumns: "color table in columns"
    case .proceduralColors: "color transfer function"
    case .nrrd: "NRRD file"
    case .volumeProperty: "volume property file"
    case .metaImage: "MetaImage file"
    case .nifti: "NIfTI file"
    case .legacyVTK: "legacy VTK file"
    case .vtkXML: "VTK XML file"
    case .stl: "STL mesh"
    case .obj: "OBJ mesh"
    case .ply: "PLY mesh"
    case .table: "table"
    case .text: "text"
    case .scene: "scene"
    case .bundle: "bundle"
    case .picture: "picture"
    case .hdf5: "HDF5 file"
    case .insightTransform: "Insight transform file"
    }
  }
}
