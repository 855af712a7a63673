#!/usr/bin/env python3
"""Writes the seeds `form-*` of nrrd-header, vtk-header, mesh-header and image-header: forms of these
formats that are rare, and headers that end or lie at one place.

    python3 scripts/corpus/write_header_seeds.py

Also rewrites their lines in the README.md of each folder; the lines of other seeds are left alone.
"""

import base64
import os
import struct

from write_hostile_bundles import ROOT


def nrrd(*fields, data=b"", magic="NRRD0005"):
    head = [magic, "type: short", "dimension: 2", "sizes: 2 2", "endian: little", *fields]
    return "\n".join(head).encode() + b"\n\n" + data


def detached(*fields, dimension=3, sizes="2 2 3"):
    return "\n".join(
        ["NRRD0005", "type: short", f"dimension: {dimension}", f"sizes: {sizes}", "endian: little", "encoding: raw", *fields]
    ).encode() + b"\n"


SEQUENCE = [
    "NRRD0005", "type: short", "dimension: 3", "sizes: 3 1 1", "endian: little", "encoding: raw",
    "kinds: list domain domain",
]


def sequence(*lines, data=bytes(6)):
    return "\n".join([*SEQUENCE, *lines]).encode() + b"\n\n" + data


NRRD = {
    "bzip2": ("data in bzip2, which is not inflated", nrrd("encoding: bzip2", data=b"BZh9")),
    "line-skip": ("lines before the samples", nrrd("line skip: 2", "encoding: raw", data=b"a\nb\n" + bytes(8))),
    "byte-skip": ("bytes before the samples", nrrd("byte skip: 3", "encoding: raw", data=bytes(11))),
    "byte-skip-end": ("a skip that counts from the end", nrrd("byte skip: -1", "encoding: raw", data=bytes(19))),
    "both-skips": ("lines and bytes before the samples", nrrd("line skip: 1", "byte skip: 1", "encoding: raw", data=b"a\nb" + bytes(8))),
    "skip-beyond": ("a skip beyond the end", nrrd("byte skip: 99", "encoding: raw", data=bytes(8))),
    "text-short": ("fewer numbers than samples, in text", nrrd("encoding: text", data=b"1 2       ")),
    "text-empty": ("no room for the numbers", nrrd("encoding: text", data=b"1")),
    "skip-list": ("files with a skip each", detached("data file: SKIPLIST 2", "0 a.raw", "4 b.raw", "-1 c.raw")),
    "skip-list-odd": ("a skip without a file", detached("data file: SKIPLIST", "0", "x b.raw")),
    "list-short": ("fewer files than slices", detached("data file: LIST 2", "a.raw")),
    "pattern-down": ("a pattern that counts down", detached("data file: s%03d.raw 3 1 -1 2")),
    "pattern-step-0": ("a pattern with a step of nothing", detached("data file: s%d.raw 1 3 0 2")),
    "pattern-percent": ("a percent sign in a pattern", detached("data file: 100%%s%d.raw 1 3 1")),
    "pattern-letter": ("a pattern for letters", detached("data file: s%x.raw 1 3 1")),
    "pattern-none": ("a pattern without a number", detached("data file: s.raw 1 3 1")),
    "pattern-cut": ("a pattern that ends in a percent sign", detached("data file: s% 1 3 1")),
    "pattern-negative": ("a pattern with negative numbers", detached("data file: s%4d.raw -3 -1 1 2")),
    "pattern-many": ("a pattern of many files", detached("data file: s%d.raw 1 9000000000 1")),
    "pattern-two": ("two numbers in a pattern", detached("data file: s%d-%d.raw 1 3 1 2")),
    "pattern-bounds": ("a pattern with one bound", detached("data file: s%d.raw 1 x 1")),
    "pattern-dimension": ("a pattern with a dimension of nothing", detached("data file: s%d.raw 1 3 1 9")),
    "sequence": ("a sequence with its index", sequence(
        "DataNodeClassName:=vtkMRMLScalarVolumeNode", "axis 0 index type:=numeric", "axis 0 index values:=0 1 2")),
    "sequence-values": ("a sequence with another number of index values", sequence(
        "DataNodeClassName:=vtkMRMLScalarVolumeNode", "axis 0 index type:=text", "axis 0 index values:=a b")),
    "sequence-items": ("items of a sequence by number", sequence(
        "axis 0 item 0:=a", "axis 0 item 1:=b", "axis 0 item 9:=z", "axis 9 item 0:=y", "axis x item 0:=x")),
}


def vtk(dataset, *lines, mode="ASCII", data=b""):
    return "\n".join(["# vtk DataFile Version 5.1", "t", mode, f"DATASET {dataset}", *lines]).encode() + b"\n" + data


def xml(kind, piece, appended="", attributes=""):
    return (f'<?xml version="1.0"?>\n<VTKFile type="{kind}" version="1.0" byte_order="LittleEndian" '
            f'{attributes}><{kind}>{piece}</{kind}>{appended}</VTKFile>').encode()


def array(name, numbers, kind="Int64", **more):
    extra = "".join(f' {key}="{value}"' for key, value in more.items())
    return f'<DataArray type="{kind}" Name="{name}" format="ascii"{extra}>{numbers}</DataArray>'


POINTS = "<Points>" + array("p", "0 0 0 1 0 0 0 1 0", "Float32", NumberOfComponents=3) + "</Points>"


def cells(tag):
    return f"<{tag}>{array('connectivity', '0 1 2')}{array('offsets', '3')}</{tag}>"


def base(*numbers, data=b""):
    """A base64 header of numbers of 32 bits, then data in base64."""
    return (base64.b64encode(struct.pack(f"<{len(numbers)}I", *numbers)) + base64.b64encode(data)).decode()


def binary(numbers, data, kind="Float32"):
    return ('<Piece NumberOfPoints="1"><PointData>'
            f'<DataArray type="{kind}" Name="b" format="binary">{base(*numbers, data=data)}</DataArray></PointData></Piece>')


ZLIB = 'compressor="vtkZLibDataCompressor" header_type="UInt32"'
VTK = {
    "cells.vtp": ("each kind of cells with its offsets", xml("PolyData", (
        '<Piece NumberOfPoints="3" NumberOfVerts="1" NumberOfLines="1" NumberOfStrips="1" NumberOfPolys="1">'
        + POINTS + cells("Verts") + cells("Lines") + cells("Strips") + cells("Polys")
        + f"<CellData>{array('c', '1 2 3 4')}</CellData></Piece>"))),
    "cells.vtu": ("cells with types", xml("UnstructuredGrid", (
        '<Piece NumberOfPoints="3" NumberOfCells="1">' + POINTS + "<Cells>" + array("connectivity", "0 1 2")
        + array("offsets", "3") + array("types", "5", "UInt8") + "</Cells></Piece>"))),
    "negative.vti": ("negative counts and extents", xml("ImageData", (
        '<Piece Extent="3 1 0 -9 0 0"><PointData>' + array("a", "1", NumberOfComponents=-1, NumberOfTuples=-2)
        + "</PointData></Piece>"))),
    "types.vtp": ("arrays without a width", xml("PolyData", (
        '<Piece NumberOfPoints="-1"><PointData>' + array("s", "97 0", "String") + array("t", "1", "Bit")
        + array("v", "1", "variant") + "</PointData></Piece>"))),
    "instruction.vtp": ("an instruction inside", xml("PolyData", "<?pi x?><!-- c --><Piece/>")),
    "binary.vtp": ("data in base64", xml("PolyData", binary([4], b"\xff\xfe\x01z"))),
    "binary-short.vtp": ("less data in base64 than its header says", xml("PolyData", binary([400], b"abcd"))),
    "binary-cut.vtp": ("a header that is cut", xml("PolyData", '<Piece NumberOfPoints="1"><PointData><DataArray '
        'type="Float32" Name="b" format="binary">AA</DataArray></PointData></Piece>')),
    "blocks.vtp": ("one compressed block", xml("PolyData", binary([1, 4, 0, 12], b"x\x9ccccc\x00\x00\x04"), attributes=ZLIB)),
    "blocks-two.vtp": ("two compressed blocks, the last one partial", xml("PolyData", binary([2, 4, 2, 8, 8], bytes(16)), attributes=ZLIB)),
    "blocks-many.vtp": ("more blocks than there is room for", xml("PolyData", binary([0x7FFFFFFF, 4, 0], b""), attributes=ZLIB)),
    "blocks-cut.vtp": ("a table of blocks that is cut", xml("PolyData", binary([3], b""), attributes=ZLIB)),
    "appended.vtp": ("data in base64 behind the elements", xml(
        "PolyData", '<Piece NumberOfPoints="1"><PointData><DataArray type="Float32" Name="b" format="appended" offset="0"/>'
        "</PointData></Piece>", f'<AppendedData encoding="base64">_{base(4, data=b"+/az")}</AppendedData>')),
    "strings.vtk": ("arrays of strings, bits and variants", vtk(
        "POLYDATA", "POINTS 1 float", "0 0 0", "POINT_DATA 1", "FIELD f 3", "s 1 1 string", "abc", "b 1 9 bit",
        "1 0 1 0 1 0 1 0 1", "v 1 1 variant", "11 x")),
    "structured.vtk": ("coordinates of a grid along its axes", vtk(
        "RECTILINEAR_GRID", "DIMENSIONS 2 2 1", "X_COORDINATES 2 float", "0 1", "Y_COORDINATES 2 float", "0 1",
        "Z_COORDINATES 1 float", "0")),
    "extent.vtk": ("an extent in place of dimensions", vtk("STRUCTURED_GRID", "EXTENT 0 1 0 1 0 0", "POINTS 4 float", "0 " * 12)),
    "attributes.vtk": ("every kind of attribute", vtk(
        "POLYDATA", "POINTS 1 float", "0 0 0", "POINT_DATA 1", "COLOR_SCALARS c 3", "1 0 0", "LOOKUP_TABLE l 1", "1 0 0 1",
        "TENSORS6 t float", "1 2 3 4 5 6", "GLOBAL_IDS g int", "1", "PEDIGREE_IDS p int", "1", "EDGE_FLAGS e int", "1",
        "NULL_ARRAY", "TEXTURE_COORDINATES u 2 float", "0 1", "METADATA", "INFORMATION 1", "NAME a LOCATION b", "DATA 1", "")),
    "negative.vtk": ("negative counts of cells", vtk("POLYDATA", "POINTS 1 float", "0 0 0", "LINES -1 -2", "OFFSETS vtktypeint64")),
    "offsets.vtk": ("offsets of a width that no reader has", vtk(
        "POLYDATA", "POINTS 1 float", "0 0 0", "VERTICES 2 1", "OFFSETS short", "0 1", "CONNECTIVITY short", "0")),
    "binary.vtk": ("offsets in binary, cut", vtk(
        "POLYDATA", "POINTS 1 float", mode="BINARY", data=bytes(12) + b"\nVERTICES 2 1\nOFFSETS vtktypeint64\n" + bytes(9))),
    "binary-colors.vtk": ("colors in binary", vtk(
        "POLYDATA", "POINTS 1 float", mode="BINARY", data=bytes(12) + b"\nPOINT_DATA 1\nCOLOR_SCALARS c 3\nabc\nLINES 1 3\n" + bytes(4))),
    **{f"cut-{n}.vtk": ("the file ends inside a keyword's numbers", vtk("POLYDATA", *lines)) for n, lines in enumerate([
        ["POINTS"], ["POINTS 3"], ["POINTS x float"], ["POINT_DATA 1", "SCALARS"], ["POINT_DATA 1", "COLOR_SCALARS"],
        ["POINT_DATA 1", "TEXTURE_COORDINATES"], ["POINT_DATA 1", "FIELD"], ["POINT_DATA 1", "FIELD f 1", "a"],
        ["POINT_DATA 1", "VECTORS"], ["POINT_DATA 1", "LOOKUP_TABLE"], ["DIMENSIONS 1"]], 1)},
}


def ply(*lines, data=b""):
    return b"ply\n" + "\n".join(lines).encode() + b"\nend_header\n" + data


LE, BE = "format binary_little_endian 1.0", "format binary_big_endian 1.0"
MESH = {
    "no-format.ply": ("a header without a format", ply("element vertex 1", "property float x")),
    "unknown-line.ply": ("a line that no reader knows", ply("format ascii 1.0", "elephant 1")),
    "negative-list.ply": ("a negative length of a list", ply(
        LE, "element face 1", "property list char int vertex_indices", data=b"\xff")),
    "negative-list-text.ply": ("a negative length of a list, in text", ply(
        "format ascii 1.0", "element face 1", "property list char int vertex_indices", data=b"-1\n")),
    "cut-property.ply": ("data that ends in a number", ply(LE, "element vertex 1", "property double x", data=b"abc")),
    "cut-count.ply": ("data that ends in the length of a list", ply(BE, "element face 1", "property list int int a", data=b"a")),
    "other-list.ply": ("a list that is no index", ply(BE, "element face 1", "property list uchar short other", data=b"\1\0\1")),
    "signed.ply": ("signed indexes in big-endian", ply(
        BE, "element vertex 1", "property char x", "element face 1", "property list ushort short vertex_index", data=b"\0\0\1\xff\xff")),
}


def meta(*lines, data=b""):
    return "\n".join(["ObjectType = Image", *lines]).encode() + b"\n" + data


IMAGE = {
    "no-dimension.mha": ("sizes before the dimension", meta("DimSize = 2 2", "NDims = 2", "ElementType = MET_SHORT", "ElementDataFile = LOCAL", data=bytes(8))),
    "no-number.mha": ("a size that is no number", meta("NDims = 2", "DimSize = 2 x", "ElementType = MET_SHORT", "ElementDataFile = LOCAL")),
    "no-channels.mha": ("channels that are no number", meta(
        "NDims = 1", "DimSize = 2", "ElementNumberOfChannels = x", "ElementType = MET_SHORT_ARRAY", "ElementDataFile = LOCAL", data=bytes(4))),
    "array.mha": ("an element type of arrays", meta("NDims = 1", "DimSize = 2", "ElementType = MET_UCHAR_ARRAY", "ElementDataFile = LOCAL", data=bytes(2))),
    "unknown-type.mha": ("an element type that no reader knows", meta("NDims = 1", "DimSize = 2", "ElementType = MET_ODD", "ElementDataFile = LOCAL")),
    "negative-compressed.mha": ("a negative compressed size", meta(
        "NDims = 1", "DimSize = 2", "CompressedData = True", "CompressedDataSize = -1", "ElementType = MET_SHORT", "ElementDataFile = LOCAL", data=b"x")),
    "header-size.mhd": ("a header before the data of another file", meta(
        "NDims = 1", "DimSize = 2", "HeaderSize = 5", "ElementType = MET_SHORT", "ElementDataFile = a.raw")),
    "pattern-down.mhd": ("a pattern that counts down", meta("NDims = 2", "DimSize = 2 3", "ElementType = MET_SHORT", "ElementDataFile = s%02d.raw 3 1 -1")),
}


def write(target, seeds, extension=""):
    folder = os.path.join(ROOT, "corpus", target, "seeds")
    path = os.path.join(folder, "README.md")
    with open(path, encoding="utf-8") as file:
        lines = file.read().splitlines()
    own = {}
    for name, (what, data) in seeds.items():
        name = f"form-{name}{extension}"
        own[name] = f"- `{name}`: {what}"
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)
    others = [line for line in lines if line.startswith("- `") and not line.startswith("- `form-")]
    head = lines[:next(n for n, line in enumerate(lines) if line.startswith("- `"))]
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(head + sorted(others + list(own.values()))) + "\n")
    print(f"{target}: {len(own)}")


def main():
    write("nrrd-header", NRRD, ".nrrd")
    write("vtk-header", VTK)
    write("mesh-header", MESH)
    write("image-header", IMAGE)


if __name__ == "__main__":
    main()
