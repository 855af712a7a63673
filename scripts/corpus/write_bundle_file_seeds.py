#!/usr/bin/env python3
"""Writes the seeds `hostile-files-*.mrb`: bundles whose scenes name files of every kind, sound, cut, hostile,
missing, or of another kind than their names say.

    python3 scripts/corpus/write_bundle_file_seeds.py

The files are seeds of the targets of side files. Also rewrites their lines in
corpus/mrb/seeds/README.md; the lines of other seeds are left alone.
"""

import os

from write_hostile_bundles import ROOT, FOLDER, Member, archive


def seed(target, name):
    with open(os.path.join(ROOT, "corpus", target, "seeds", name), "rb") as file:
        return file.read()


def bundle(*files, storage="Storage", extra=()):
    """A bundle whose scene names each of `files`: (name, content, class of the storage node)."""
    nodes = []
    for number, (name, _, kind) in enumerate(files, 1):
        nodes.append(f'<{kind} id="vtkMRML{kind}Node{number}" fileName="Data/{name}"/>')
    scene = '<MRML version="Slicer4.4.0">' + "".join(nodes) + "</MRML>"
    members = [Member("case/case.mrml", scene.encode(), 8)]
    members += [Member("case/Data/" + name, data, 8) for name, data, _ in files if data is not None]
    members += [Member("case/Data/" + name, data, 8) for name, data in extra]
    return archive(*members)


VOLUME = seed("nrrd-header", "volume.nrrd")
RAW_NHDR = b"NRRD0004\ntype: short\ndimension: 2\nsizes: 2 2\nendian: little\nencoding: raw\ndata file: a.raw\n"
LIST_NHDR = b"NRRD0004\ntype: short\ndimension: 3\nsizes: 2 2 2\nendian: little\nencoding: raw\ndata file: LIST 2\na.raw\nb.raw\n"
GZIP_NHDR = b"NRRD0004\ntype: short\ndimension: 2\nsizes: 2 2\nendian: little\nencoding: gzip\ndata file: a.raw.gz\n"
SEQUENCE = (b"NRRD0004\ntype: short\ndimension: 4\nsizes: 3 1 1 1\nkinds: list domain domain domain\nendian: little\n"
            b"encoding: raw\nDataNodeClassName:=vtkMRMLScalarVolumeNode\naxis 0 index type:=numeric\n"
            b"axis 0 index values:=0 1 2\n")
ODD_SEQUENCE = SEQUENCE.replace(b"vtkMRMLScalarVolumeNode", b"vtkObject").replace(b"0 1 2", b"0 1") + (
    b"axis 0 item 1 name:=b\naxis 0 item 9 name:=z\naxis 9 index type:=text\naxis x name:=y\n")
GZIPPED = bytes.fromhex("1f8b08000000000002ff63606462666101002be9ce0c08000000")

SEEDS = {
    "hostile-files-colors.mrb": (
        "color tables in each form, and a text that is one",
        bundle(("a.ctbl", seed("colors", "table.ctbl"), "ColorTableStorage"),
               ("b.csv", seed("colors", "columns.csv"), "ColorTableStorage"),
               ("c.tsv", seed("colors", "columns.tsv"), "ColorTableStorage"),
               ("d.txt", seed("colors", "procedural.txt"), "ProceduralColorStorage"),
               ("e.txt", b"# Color table file\n0 none 0 0 0 0\n1 bone 255 255 200 255\n", "TextStorage"),
               ("f.txt", b"0 none 0 0 0 0\n1 bone 255 255 200 255\n", "TextStorage"),
               ("g.csv", b"LabelValue,Name\n1,bone\n", "TableStorage"),
               ("h.ctbl", seed("colors", "hostile-negative.ctbl"), "ColorTableStorage"))),
    "hostile-files-markups.mrb": (
        "markups, fiducials and annotations, some refused",
        bundle(("a.mrk.json", seed("markups-json", "fiducial.mrk.json"), "MarkupsJsonStorage"),
               ("b.mrk.json", seed("markups-json", "hostile-comment.mrk.json"), "MarkupsJsonStorage"),
               ("c.json", seed("markups-json", "line.mrk.json"), "MarkupsStorage"),
               ("d.fcsv", seed("fcsv", "statuses.fcsv"), "MarkupsFiducialStorage"),
               ("e.fcsv", seed("fcsv", "hostile-nul.fcsv"), "MarkupsFiducialStorage"),
               ("f.acsv", seed("acsv", "fiducial.acsv"), "AnnotationFiducialsStorage"),
               ("g.txt", b"# Fiducial List file Case.fcsv\n", "TextStorage"),
               ("h.txt", b"# Markups fiducial file version = 5.7\n", "TextStorage"))),
    "hostile-files-images.mrb": (
        "images of each format, attached, cut and with data in other files",
        bundle(("a.nrrd", VOLUME, "VolumeArchetypeStorage"), ("b.nrrd", VOLUME[:-2], "NRRDStorage"),
               ("c.nhdr", RAW_NHDR, "NRRDStorage"), ("d.nhdr", LIST_NHDR, "NRRDStorage"),
               ("e.nhdr", GZIP_NHDR, "NRRDStorage"), ("f.seq.nrrd", SEQUENCE + b"\n" + bytes(6), "VolumeSequenceStorage"),
               ("m.seq.nrrd", ODD_SEQUENCE + b"\n" + bytes(6), "VolumeSequenceStorage"),
               ("g.mha", seed("image-header", "channels.mha"), "VolumeArchetypeStorage"),
               ("h.mhd", seed("image-header", "detached.mhd"), "VolumeArchetypeStorage"),
               ("i.mhd", seed("image-header", "hostile-path.mhd"), "VolumeArchetypeStorage"),
               ("j.nii", seed("image-header", "volume.nii"), "VolumeArchetypeStorage"),
               ("k.nii.gz", seed("image-header", "volume.nii.gz"), "VolumeArchetypeStorage"),
               ("l.seg.nrrd", seed("nrrd-header", "hostile-segments.nrrd"), "SegmentationStorage"),
               extra=[("a.raw", bytes(8)), ("b.raw", bytes(4)), ("a.raw.gz", GZIPPED)])),
    "hostile-files-meshes.mrb": (
        "meshes of each format, some with claims beyond their bytes",
        bundle(("a.vtk", seed("vtk-header", "poly.vtk"), "ModelStorage"),
               ("b.vtk", seed("vtk-header", "hostile-size.vtk"), "ModelStorage"),
               ("c.vtp", seed("vtk-header", "appended.vtp"), "ModelStorage"),
               ("d.vti", seed("vtk-header", "image.vti"), "ModelStorage"),
               ("e.stl", seed("mesh-header", "binary.stl"), "ModelStorage"),
               ("f.obj", seed("mesh-header", "cube.obj"), "ModelStorage"),
               ("g.ply", seed("mesh-header", "triangle.ply"), "ModelStorage"),
               ("h.vtp", b'<?xml version="1.0"?>\n' + seed("vtk-header", "hostile-points.vtp"), "ModelStorage"))),
    "hostile-files-texts.mrb": (
        "tables, texts, volume properties and pictures, one text with control characters",
        bundle(("a.tsv", b"x\ty\n1\t2\n3\n", "TableStorage"), ("b.csv", b'x,y\n"1\n2",2\n', "TableStorage"),
               ("c.txt", b"text\n", "TextStorage"), ("d.txt", b"bell \x07 and \xe2\x80\xae turned\n", "TextStorage"),
               ("e.txt", b"\xff\xfe\n", "TextStorage"),
               ("f.vp", seed("volume-property", "usual.vp"), "VolumePropertyStorage"),
               ("g.vp", seed("volume-property", "short-list.vp"), "VolumePropertyStorage"),
               ("h.png", b"\x89PNG\r\n\x1a\n", "SceneViewStorage"), ("i.jpg", b"\xff\xd8\xff\xe0", "SceneViewStorage"),
               ("j.json", b"{}", "TextStorage"), ("k.tfm", b"#Insight Transform File V1.0\n", "TransformStorage"),
               ("l.h5", b"\x89HDF\r\n\x1a\n", "TransformStorage"))),
    "hostile-files-renamed.mrb": (
        "files of many kinds under the name of one",
        bundle(*((f"{n}.nrrd", data, "VolumeArchetypeStorage") for n, data in enumerate([
            seed("colors", "columns.csv"), seed("colors", "procedural.txt"), seed("image-header", "text.mha"),
            seed("vtk-header", "poly.vtk"), b"PK\3\4", b"\x89PNG\r\n\x1a\n", b"\x89HDF\r\n\x1a\n",
            b"#Insight Transform File V1.0\n", seed("colors", "table.ctbl"), seed("fcsv", "statuses.fcsv"),
            seed("markups-json", "names-only-schema.mrk.json"), seed("mesh-header", "triangle.ply"), b"<MRML></MRML>"])))),
    "hostile-files-of-other-kinds.mrb": (
        "files whose content is of another kind than the name says, one of an unknown kind, and a missing one",
        bundle(("a.vtk", b'<?xml version="1.0"?>\n<VTKFile type="PolyData">', "ModelStorage"),
               ("b.nrrd", seed("image-header", "volume.nii"), "VolumeArchetypeStorage"),
               ("c.mha", seed("nrrd-header", "volume.nrrd"), "VolumeArchetypeStorage"),
               ("d.stl", seed("mesh-header", "triangle.ply"), "ModelStorage"),
               ("e.txt", b"<MRML>\n</MRML>\n", "TextStorage"), ("f.txt", b'{"@schema": "markups-schema-v1.0.3.json"}', "TextStorage"),
               ("g.dat", b"ObjectType = Image\nNDims = 3\n", "VolumeArchetypeStorage"), ("h.odd", b"?", "ModelStorage"),
               ("i.mrml", b"<MRML/>", "SequenceStorage"), ("j.mrb", b"PK\3\4", "SequenceStorage"),
               ("k.nrrd", None, "VolumeArchetypeStorage"), ("../../l.nrrd", None, "VolumeArchetypeStorage"))),
}


def main():
    for name, (_, data) in SEEDS.items():
        with open(os.path.join(FOLDER, name), "wb") as file:
            file.write(data)
    path = os.path.join(FOLDER, "README.md")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    lines = [line for line in text.splitlines() if line.startswith("- `") and not line.startswith("- `hostile-files-")]
    head = text[:text.index("- `")]
    lines += [f"- `{name}`: {what}" for name, (what, _) in SEEDS.items()]
    with open(path, "w", encoding="utf-8") as file:
        file.write(head + "\n".join(sorted(lines)) + "\n")


if __name__ == "__main__":
    main()
