"""Small files of formats that the core reads and does not write, or writes in one variant only."""

import gzip
import struct
import zlib


def png(width=4, height=4):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes(range(3 * width)) for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def bmp(width=4, height=4):
    data = bytes(range(width * 3)) * height
    return (
        b"BM"
        + struct.pack(
            "<IHHIIiiHHIIiiII", 54 + len(data), 0, 0, 54, 40, width, height, 1, 24, 0, len(data), 2835, 2835, 0, 0
        )
        + data
    )


def tiff(width=4, height=4):
    data = bytes(range(width * height))
    entries = [(256, 3, 1, width), (257, 3, 1, height), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1), (273, 4, 1, 8),
               (277, 3, 1, 1), (278, 3, 1, height), (279, 4, 1, len(data))]  # fmt: skip
    head = struct.pack("<2sHI", b"II", 42, 8 + len(data)) + data + struct.pack("<H", len(entries))
    return head + b"".join(struct.pack("<HHII", *entry) for entry in entries) + bytes(4)


def nifti(magic=b"n+1\0"):
    header = bytearray(348)
    struct.pack_into("<i", header, 0, 348)
    struct.pack_into("<8h", header, 40, 3, 3, 3, 2, 1, 1, 1, 1)
    struct.pack_into("<hh", header, 70, 4, 16)
    struct.pack_into("<8f", header, 76, 1, 1, 1, 1, 1, 1, 1, 1)
    struct.pack_into("<f", header, 108, 352)
    struct.pack_into("<hh", header, 252, 1, 1)
    header[344:348] = magic
    return bytes(header) + bytes(4) + (bytes(36) if magic == b"n+1\0" else b"")


def dicom(width=4, height=4):
    def element(group, number, representation, value):
        value += b"\0" if len(value) % 2 else b""
        if representation in (b"OB", b"OW"):
            return struct.pack("<HH", group, number) + representation + struct.pack("<HI", 0, len(value)) + value
        return struct.pack("<HH", group, number) + representation + struct.pack("<H", len(value)) + value

    def short(number):
        return struct.pack("<H", number)

    meta = (
        element(2, 1, b"OB", b"\0\1")
        + element(2, 2, b"UI", b"1.2.840.10008.5.1.4.1.1.7")
        + element(2, 0x10, b"UI", b"1.2.840.10008.1.2.1")
    )
    body = b"".join([
        element(8, 0x16, b"UI", b"1.2.840.10008.5.1.4.1.1.7"), element(8, 0x18, b"UI", b"1.2.3.4"), element(8, 0x60, b"CS", b"OT"),
        element(0x20, 0xD, b"UI", b"1.2.3"), element(0x20, 0xE, b"UI", b"1.2.3.1"), element(0x28, 2, b"US", short(1)),
        element(0x28, 4, b"CS", b"MONOCHROME2"), element(0x28, 0x10, b"US", short(height)), element(0x28, 0x11, b"US", short(width)),
        element(0x28, 0x100, b"US", short(16)), element(0x28, 0x101, b"US", short(16)), element(0x28, 0x102, b"US", short(15)),
        element(0x28, 0x103, b"US", short(0)), element(0x7FE0, 0x10, b"OW", bytes(range(2 * width * height))),
    ])  # fmt: skip
    return bytes(128) + b"DICM" + element(2, 0, b"UL", struct.pack("<I", len(meta))) + meta + body


NRRD = b"NRRD0004\ntype: short\ndimension: 3\nspace: left-posterior-superior\nsizes: 3 3 2\nspace directions: (1,0,0) (0,1,0) (0,0,1)\nkinds: domain domain domain\nendian: little\nencoding: raw\nspace origin: (0,0,0)\n"
META = b"ObjectType = Image\nNDims = 3\nBinaryData = True\nBinaryDataByteOrderMSB = False\nCompressedData = False\nTransformMatrix = 1 0 0 0 1 0 0 0 1\nOffset = 0 0 0\nElementSpacing = 1 1 1\nDimSize = 3 3 2\nElementType = MET_SHORT\nElementDataFile = "
VTK_POINTS = b"# vtk DataFile Version 3.0\nt\nASCII\nDATASET STRUCTURED_POINTS\nDIMENSIONS 2 2 2\nORIGIN 0 0 0\nSPACING 1 1 1\nPOINT_DATA 8\nSCALARS s short 1\nLOOKUP_TABLE default\n0 1 2 3 4 5 6 7\n"
VTK_GRID = b"# vtk DataFile Version 3.0\nt\nASCII\nDATASET UNSTRUCTURED_GRID\nPOINTS 4 float\n0 0 0 1 0 0 0 1 0 0 0 1\nCELLS 1 5\n4 0 1 2 3\nCELL_TYPES 1\n10\nCELL_DATA 1\nFIELD f 1\na 1 1 int\n3\n"
TRANSFORM = b"#Insight Transform File V1.0\n#Transform 0\nTransform: AffineTransform_double_3_3\nParameters: 1 0 0 0 1 0 0 0 1 1 2 3\nFixedParameters: 0 0 0\n"
VTU = b'<VTKFile type="UnstructuredGrid" version="0.1" byte_order="LittleEndian"><UnstructuredGrid><Piece NumberOfPoints="4" NumberOfCells="1"><Points><DataArray type="Float32" NumberOfComponents="3" format="ascii">0 0 0 1 0 0 0 1 0 0 0 1</DataArray></Points><Cells><DataArray type="Int32" Name="connectivity" format="ascii">0 1 2 3</DataArray><DataArray type="Int32" Name="offsets" format="ascii">4</DataArray><DataArray type="UInt8" Name="types" format="ascii">10</DataArray></Cells></Piece></UnstructuredGrid></VTKFile>'
BYU = b"1 4 2 6\n1 2\n0.0 0.0 0.0 1.0 0.0 0.0\n0.0 1.0 0.0 0.0 0.0 1.0\n1 2 -3 1 2 -4\n"
UCD = b"4 1 1 0 0\n1 0 0 0\n2 1 0 0\n3 0 1 0\n4 0 0 1\n1 1 tet 1 2 3 4\n1 1\nv, none\n1 1\n2 2\n3 3\n4 4\n"
META_MESH = b"ObjectType = Mesh\nNDims = 3\nBinaryData = False\nPointType = MET_FLOAT\nPointDataType = MET_FLOAT\nCellDataType = MET_FLOAT\nNCellTypes = 1\nPointDim = ID x y ...\nNPoints = 3\nPoints =\n0 0 0 0\n1 1 0 0\n2 0 1 0\nCellType = TRI\nNCells = 1\nCells =\n0 0 1 2\n"
CXML = b'<ColorMap name="a" space="RGB"><Point x="0" o="0" r="0" g="0" b="1"/><Point x="1" o="1" r="1" g="0" b="0"/></ColorMap>'
VTM = b'<VTKFile type="vtkMultiBlockDataSet" version="1.0"><vtkMultiBlockDataSet><DataSet index="0" file="x.vtp"/></vtkMultiBlockDataSet></VTKFile>'
ACSV = b"# Name = F\n# pointNumCtrlPoints = 1\n# pointColumns = type|x|y|z|sel|vis\n# textContents = F\n# textColor = 1,1,1\npoint|1|2|3|1|1\n"
VP_JSON = b'{"@schema": "https://raw.githubusercontent.com/slicer/slicer/main/Modules/Loadable/VolumeRendering/Resources/Schema/volume-property-schema-v1.0.0.json#", "volumeProperties": [{"effectiveRange": [0, 1], "isoSurfaceValues": [], "independentComponents": true, "interpolationType": "linear", "components": [{"componentWeight": 1, "shade": true, "lighting": {"diffuse": 1, "ambient": 0.2, "specular": 0, "specularPower": 1}, "scalarOpacity": {"type": "piecewiseLinearFunction", "points": [{"x": 0, "y": 0, "midpoint": 0.5, "sharpness": 0}]}, "rgbTransferFunction": {"type": "colorTransferFunction", "points": [{"x": 0, "color": [0, 0, 0], "midpoint": 0.5, "sharpness": 0}]}}]}]}'
SP = b'{"shaderProperties": {"replacements": [{"shaderType": "fragment", "original": "//a", "first": true, "replacementCode": "b", "replaceAll": false}], "uniforms": [{"name": "u", "type": "float", "value": [1.0]}]}}'
SEGMENTS = b"Segment0_ID:=a\nSegment0_Name:=one\nSegment0_Color:=1 0 0\nSegment0_Extent:=0 2 0 2 0 1\nSegment0_Layer:=0\nSegment0_LabelValue:=1\nSegment0_Tags:=x:y|\nSegmentation_MasterRepresentation:=Binary labelmap\n"
FCSV = b"# Markups fiducial file version = 4.11\n# CoordinateSystem = LPS\n# columns = id,x,y,z,ow,ox,oy,oz,vis,sel,lock,label,desc,associatedNodeID\n1,1,2,3,0,0,0,1,1,1,0,F-1,,\n"

BY_HAND = {
    ".png": [png()], ".bmp": [bmp()], ".tiff": [tiff()], ".nii": [nifti()], ".nii.gz": [gzip.compress(nifti(), mtime=0)],
    ".hdr": [nifti(b"ni1\0")], ".img": [nifti(b"ni1\0")], ".dcm": [dicom()],
    ".vtk": [VTK_POINTS, VTK_GRID], ".vtu": [VTU], ".g": [BYU], ".byu": [BYU],
    ".ucd": [UCD], ".meta": [META_MESH], ".cxml": [CXML], ".seg.vtm": [VTM], ".acsv": [ACSV], ".vp.json": [VP_JSON], ".sp": [SP],
    ".nrrd": [NRRD + b"\n" + bytes(36), NRRD.replace(b"raw", b"gzip") + b"\n" + gzip.compress(bytes(36), mtime=0), NRRD.replace(b"raw", b"ascii") + b"\n" + b"1 " * 18],
    ".nhdr": [NRRD + b"data file: data.raw\n\n", NRRD + b"data file: LIST\ndata.raw\n"],
    ".seg.nrrd": [NRRD + SEGMENTS + b"\n" + bytes(36)], ".seg.nhdr": [NRRD + SEGMENTS + b"data file: data.raw\n\n"],
    ".seq.nrrd": [NRRD + b"measurement frame: (1,0,0) (0,1,0) (0,0,1)\n\n" + bytes(36)],
    ".mha": [META + b"LOCAL\n" + bytes(36)], ".mhd": [META + b"data.raw\n", META + b"LIST\ndata.raw\ndata.raw\n"],
    ".seq.mha": [META + b"LOCAL\n" + bytes(36)], ".seq.mhd": [META + b"data.raw\n"], ".tfm": [TRANSFORM], ".txt": [TRANSFORM, FCSV],
    ".fcsv": [FCSV], ".csv": [b"a,b\n1,2\n3,4\n", b"LabelValue,Name,Color_R,Color_G,Color_B,Color_A\n1,a,1,2,3,255\n"], ".tsv": [b"a\tb\n1\t2\n"],
    ".raw": [bytes(64)], ".ge4": [b"IMGF" + struct.pack(">5I", 7904, 4, 4, 16, 1) + bytes(8000)], ".ipl": [bytes(512)], ".json": [b'{"a": [1, "b", null]}'], ".xml": [b"<a><b c='d'/></a>"],
}  # fmt: skip
