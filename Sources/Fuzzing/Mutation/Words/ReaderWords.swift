/// Words of the readers, harvested from their sources by `scenefuzz dictionary`.
package enum ReaderWords {
  package static let xml = list(
    """
    #FIXED #IMPLIED #PCDATA #REQUIRED &#10; &#13; &#9; &amp; &gt; &lt; &quot; /> 100 1000 1000000 1024 103 108
    109 111 1114112 112 113 11400714819323198485 115 116 117 120 124 128 15485907386658061715 16 187 191 192 20
    200000 239 240 254 255 256 28 30 31 32 33 34 35 37 38 39 40 4096 41 42 43 44 45 46 47 48 49 55296 56319
    56320 57343 58 59 60 61 62 63 64 65 65536 68 69 78 80 83 91 92 93 96 97 <!-- <!ATTLIST <!DOCTYPE <!ELEMENT
    <!ENTITY <!NOTATION <![CDATA[ </ <? <?xml ?> ANY CDATA EMPTY ENTITIES ENTITY ID IDREF IDREFS ISO-8859-1
    NDATA NMTOKEN NMTOKENS NOTATION PUBLIC SYSTEM US-ASCII UTF-16 UTF-16BE UTF-16LE UTF-8 ]> encoding encoding=
    http://www.w3.org/2000/xmlns/ http://www.w3.org/XML/1998/namespace no standalone version version= xml xmlns
    yes
    """)

  package static let json = list(
    """
    #lh %5.3f %s )) ), ): +- += -Infinity .json 0123456789.-+ 100 1000 127 128 16 17 2147483639 24 255 28 308
    32 53 55296 56320 57343 63 64 65533 65536 @schema Angle ClosedCurve Curve Fiducial Inf Infinity LPS Line
    NaN Plane RAS ROI UCUM UInt8(ascii: [UInt8(ascii: associatedNodeID autoScalingFactor autoScalingSizeFactor
    baseToNode byte] bytes center controlPointValues controlPoints coordinateSystem coordinateUnits defined
    derivationCode description display diuSsfgeGEFxX enabled false fixedNumberOfControlPoints id insideOut
    label labelFormat lastUsedControlPointNumber locked markups markups-schema-v1. markups-schema-v1.0.3.json#
    measurements methodCode missing name null objectToBase orientation planeBounds planeType position
    positionStatus preview printFormat quantityCode roiType selected size sizeMode text.append(byte) true type
    undefined units value visibility
    """)

  package static let link = list(
    """
    +-. -._~ .utf8.contains(byte) // /?# 127 128 20 2048 256 28 31 32 4096 4300 64 65535 :. access_token
    bulk_retrieve dicomweb_endpoint http:// https:// slicer slicer: studyUID viewer xn--
    """)

  package static let values = list(
    """
    %.0f )) ), +- ,.():;-+ .. .0 .mrb .mrml /?# 0))px 0.07058823529411765 0.2 0.2901960784313726
    0.29411764705882354 0.2980392156862745 0.43137254901960786 0.4392156862745098 0.6901960784313725
    0.8352941176470589 0.8823529411764706 0.9294117647058824 0.9529411764705882 1000 100000 1000000 1001 1024
    127 128 16 20 226 255 31 32 40 4095 64 8234 8238 8294 8297 :;{},= ;% <br> AnnotationControlPoints
    AnnotationLines AnnotationROI AnnotationRuler CodeMeaning CodeValue CodingSchemeDesignator Compare Display
    Fiducials FolderDisplay Green Hierarchy LabelMap LabelMapVolume Level MRML MarkupsAngle Matrix NULL Options
    Point ROIList RadiusXYZ Red Reformat ScalarVolume Scene SceneView Segmenter SegmenterCIM SegmenterClass
    SegmenterGraph SegmenterInput SegmenterSuperClass Selection Storage SubjectHierarchy SubjectHierarchyItem
    SubjectHierarchyLegacy SubjectHierarchyVersion TetraMesh Transform UInt8(ascii: Volume XYZ Yellow [br]
    activetag attributes background-color bold border-color border-width color colors createFromDefault
    createFromPrevious ctrlPtsCoord ctrlPtsSelected ctrlPtsVisible dataNode defaultWriteFileExtension display
    extensions false fieldOfView fileListMember filePattern filePrefix focalPoint font-family font-size
    font-style font-weight http https id ignore imageRange inf infinity interactionHandleToWorldMatrix italic
    labelMap layoutColor layoutLabel layoutName linePtsID lineSelected lineVisible missingItemMode nNiI name
    nan normal numcolors objectToBaseMatrix orientation orientationMatrix orientationReference
    overwriteProxyName parentNodeRef planeTobaseMatrix playback position positionMatrix radiusXYZ
    rasToIjkMatrix rasToVtkMatrix recording references rgba( sSdifgeGE saveChanges scalarVisibility
    setToDefault singletonTag sliceToRAS sortingValue storage text-shadow textList textSelected textVisible
    transform true type uriListMember userTags version viewUp vtkMRMLViewNode xyz
    """)

  package static let bundle = list(
    """
    #Color #Insight #mtree %22 ), -_.,@#$%^&()[]{}<>+= -lh -lz .. .csv .mrml .png 070701 070702 070707 100 1000
    113 114 122 126 128 137 139 148 156 157 16 171 175 181 188 199 20 216 219 225 234 237 238 24 240 25 253 255
    257 26 27 28 29 31 32 32769 33 34 344 39 40 4096 42 45 47 48 50 512 55 57 58 64 65 65280 65535 68 70 71 72
    75 76 77 78 79 7z 80 82 88 90 96 97 :// <?xml <MRML <VTKFile Annotation AnnotationControlPoints
    AnnotationFiducials AnnotationLines AnnotationRuler AnnotationSnapshot BZh CD001 Color ColorTable DataFile
    Fiducial File GRZipII HDF5 Insight LRZI LZIP LabelValue LinearTransformSequence List MSCF Markups
    MarkupsFiducial MarkupsJson MarkupsPlaneJson MarkupsROIJson MetaImage Model NDims NIfTI NRRD NRRD00 OBJ
    ObjectType PLY ProceduralColor STL SceneView Sequence ShaderProperty Table Text Transform VTK Version
    VolumeProperty VolumePropertyJson VolumeSequence WARC/ XML acsv annotation begin bmp bundle bytes byu color
    columns csv ctbl cxml fcsv fiducial file fileListMember fileName function h5 hdf5 hdr in jpeg jpg json
    legacy markups markups-schema-v member mesh mha mhd mrb mrk.json mrml nhdr nii nii.gz no nrrd obj picture
    ply png procedural property scene slicer: sp stl such table text tfm tif tiff transfer transform tsv txt
    ustar volume vp vp.json vti vtk vtkMRMLStorageNode vtp vtu xar! xml
    """)

  package static let header = list(
    """
    +- -time 10000 139 16 2-vector 256 2d-masked-matrix 2d-masked-symmetric-matrix 2d-matrix
    2d-symmetric-matrix 3-color 3-gradient 3-normal 3-vector 31 32 36 3d-left-handed 3d-masked-matrix
    3d-masked-symmetric-matrix 3d-matrix 3d-right-handed 3d-symmetric-matrix 4-color 4-vector 64 := ??? Color
    ColorAutoGenerated DataNodeClassName Extent ID LIST LabelValue Layer NRRD00.01 NRRD000 Name
    NameAutoGenerated Node SKIPLIST Segmentation_ConversionParameters Segmentation_Extent
    Segmentation_MasterRepresentation Segmentation_SourceRepresentation Tags ascii axis axismaxs axismins big
    block blocksize byte byteskip bz2 bzip2 cell centerings centers char complex content covariant-vector data
    datafile dimension directions diu diuxX domain double encoding endian file float frame gz gzip hex
    hsv-color index inf int int16 int16_t int32 int32_t int64 int64_t int8 int8_t item kinds labels las
    left-anterior-superior left-posterior-superior line lineskip list little long longlong lps max maxs
    measurement min mins name nan node none normal number old oldmax oldmin origin point quaternion ras raw
    rgb-color rgba-color right-anterior-superior sample sampleunits scalar scanner-xyz short signed size sizes
    skip space spacings stub text thicknesses time txt type uchar uint uint16 uint16_t uint32 uint32_t uint64
    uint64_t uint8 uint8_t ulonglong units unsigned ushort values vector vtkMRML xyz-color zrl
    """)

  package static let images = list(
    """
    1024 108 120 128 1280 139 1536 16 168 1792 2048 2304 24 256 31 32 344 348 36 40 4096 512 52 540 64 65536 70
    72 768 BinaryData CompressedData CompressedDataSize DimSize HeaderSize LIST LOCAL Local MET_DOUBLE
    MET_FLOAT MET_UCHAR MET_USHORT _array binarydata compresseddata compresseddatasize dimsize elementdatafile
    elementnumberofchannels elementtype headersize image local met_char met_double met_float met_int met_long
    met_long_long met_short met_uchar met_uint met_ulong met_ulong_long met_ushort n+ ndims ni objecttype
    """)

  package static let meshes = list(
    """
    .obj 100 1024 127 16 24 256 32 36 4096 50 64 65536 80 84 DataFile POINTS ascii aspect_ratio bevel binary
    binary_big_endian binary_little_endian bit c_interp cell_data cell_types cells char color_scalars comment
    connectivity cstype curv d_interp dataset deg dimensions double edge_flags element end end_header endfacet
    endloop endsolid extent face facet field float float32 float64 fo format global_ids hole int int16 int32
    int8 lines list lod long lookup_table loop maplib metadata mtllib normal normals null_array obj_info
    offsets origin outer parm pedigree_ids point_data points polygons property scalars shadow_obj short
    signed_char solid spacing string surf tensors tensors6 texture_coordinates trace_obj triangle_strips trim
    uchar uint uint16 uint32 uint8 unsigned_char unsigned_int unsigned_long unsigned_short usemap usemtl ushort
    utf8_string variant vectors vertex vertex_index vertex_indices vertices vn vp vt vtk vtkidtype vtktypeint64
    vtktypeuint64 x_coordinates y_coordinates z_coordinates
    """)

  package static let vtk = list(
    """
    .obj /> 100 1024 122 127 16 223 24 256 26 32 36 4096 48 50 52 57 62 63 64 65 65536 80 84 90 97
    </AppendedData </AppendedData></VTKFile> </FieldData><Piece </VTKFile> <AppendedData <DataArray <FieldData>
    <VTKFile >_ Array BigEndian CellData Cells DataArray DataFile Extent Lines Name NumberOfCells
    NumberOfComponents NumberOfLines NumberOfPoints NumberOfPolys NumberOfStrips NumberOfTuples NumberOfVerts
    POINTS Piece PointData Points Polys Strips UInt64 VTKFile Verts appended ascii aspect_ratio base64 bevel
    binary binary_big_endian binary_little_endian bit byte_order c_interp cell_data cell_types cells char
    color_scalars comment compressor connectivity cstype curv d_interp dataset deg dimensions double edge_flags
    element end end_header endfacet endloop endsolid extent face facet field float float32 float64 fo format
    global_ids header_type hole int int16 int32 int64 int8 lines list lod long lookup_table loop maplib
    metadata mtllib normal normals null_array obj_info offset offsets origin outer parm pedigree_ids point_data
    points polygons property scalars shadow_obj short signed_char solid spacing string surf tensors tensors6
    texture_coordinates trace_obj triangle_strips trim type types uchar uint uint16 uint32 uint64 uint8
    unsigned_char unsigned_int unsigned_long unsigned_short usemap usemtl ushort utf8_string variant vectors
    vertex vertex_index vertex_indices vertices vn vp vt vtk vtkZLibDataCompressor vtkidtype vtktypeint64
    vtktypeuint64 x_coordinates y_coordinates z_coordinates
    """)

  package static let texts = list(
    """
    .acsv 1000000 1023 127 16 255 32 48 49 65535 Ambient Category CodeMeaning CodeValue CodingScheme Color
    Color_A Color_B Color_G Color_R CoordinateSystem Diffuse LabelValue Markups Name Opacity Power Region
    RegionModifier SelectedColor Specular Type TypeModifier Visibility associatedNodeID autoCreated columns csv
    desc fiducial file id label lock ow ox oy oz point positionStatus procedural sel text tsv version vis
    visibility
    """)

  private static func list(_ text: String) -> [[UInt8]] {
    text.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) }
  }
}
