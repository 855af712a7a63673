// One import for every reader: `import SceneReading`.
@_exported public import ByteReading
@_exported public import JSONReading
@_exported public import SceneBundle
@_exported public import SceneFiles
@_exported public import SceneModel
@_exported public import SideFiles
@_exported public import SlicerURL
@_exported public import XMLReading
@_exported public import ZipReading
