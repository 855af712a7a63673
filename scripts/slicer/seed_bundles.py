"""Bundles for the seeds of mrb, written by the core; their clock times are set to one fixed value afterwards."""

import os
import struct

import reader
import seed_scenes
import slicer
import vtk

# 2026-01-01 00:00:00 in the two words of MS-DOS (APPNOTE 4.4.6), and in seconds.
DOS_TIME, DOS_DATE = 0, (46 << 9) | (1 << 5) | 1
SECONDS = 1767225600


def fixed_times(data):
    """The archive with every time in it replaced; sizes and offsets stay as they are."""
    data = bytearray(data)
    end = data.rindex(b"PK\5\6")
    count, _, start = struct.unpack_from("<HII", data, end + 10)
    entry = start
    for _ in range(count):
        assert data[entry : entry + 4] == b"PK\1\2"
        struct.pack_into("<HH", data, entry + 12, DOS_TIME, DOS_DATE)
        name, extra, comment = struct.unpack_from("<HHH", data, entry + 28)
        local = struct.unpack_from("<I", data, entry + 42)[0]
        fix_extra(data, entry + 46 + name, extra)
        assert data[local : local + 4] == b"PK\3\4"
        struct.pack_into("<HH", data, local + 10, DOS_TIME, DOS_DATE)
        local_name, local_extra = struct.unpack_from("<HH", data, local + 26)
        fix_extra(data, local + 30 + local_name, local_extra)
        entry += 46 + name + extra + comment
    return bytes(data)


def fix_extra(data, start, length):
    """Times in extra fields 0x5455 (extended timestamp) and owners in 0x7875 (Info-ZIP Unix)."""
    position = start
    while position + 4 <= start + length:
        kind, size = struct.unpack_from("<HH", data, position)
        body = position + 4
        if kind == 0x5455:
            for offset in range(body + 1, body + size - 3, 4):
                struct.pack_into("<I", data, offset, SECONDS)
        elif kind == 0x7875:
            owner = data[body + 1]
            data[body + 2 : body + 2 + owner] = bytes(owner)
            group = data[body + 2 + owner]
            data[body + 3 + owner : body + 3 + owner + group] = bytes(group)
        position = body + size


def bundle(source, scratch, name, build):
    scene = reader.fresh_scene(source)
    folder = os.path.join(scratch, name)
    os.makedirs(folder)
    scene.SetRootDirectory(folder)
    build(scene)
    path = os.path.join(folder, name + ".mrb")
    if not scene.WriteToMRB(path):
        return None
    with open(path, "rb") as file:
        return fixed_times(file.read())


def model(scene):
    source = vtk.vtkConeSource()
    source.SetResolution(4)
    source.Update()
    node = seed_scenes.add(scene, "vtkMRMLModelNode", "cone, four-sided")
    node.SetAndObservePolyData(source.GetOutput())
    node.CreateDefaultDisplayNodes()


def volume(scene):
    image = vtk.vtkImageData()
    image.SetDimensions(3, 3, 2)
    image.AllocateScalars(vtk.VTK_SHORT, 1)
    for index in range(18):
        image.GetPointData().GetScalars().SetValue(index, index * index)
    node = seed_scenes.add(scene, "vtkMRMLScalarVolumeNode", "Volume")
    node.SetAndObserveImageData(image)
    node.CreateDefaultDisplayNodes()


def table(scene):
    seed_scenes.tables_and_plots(scene)


def text(scene):
    node = seed_scenes.add(scene, "vtkMRMLTextNode", "note")
    node.SetText("a note, long enough to be worth compressing. " * 8)


def points(scene):
    node = seed_scenes.add(scene, "vtkMRMLMarkupsFiducialNode", "points é")
    for point in range(4):
        node.AddControlPoint(vtk.vtkVector3d(point, -point, 0.5))


def transforms(scene):
    seed_scenes.transform_tree(scene)
    for number in range(scene.GetNumberOfNodesByClass("vtkMRMLTransformNode")):
        node = scene.GetNthNodeByClass(number, "vtkMRMLTransformNode")
        storage = seed_scenes.add(scene, "vtkMRMLTransformStorageNode", "TransformStorage")
        # The other format, HDF5, holds the time of its writing.
        storage.SetDefaultWriteFileExtension("tfm")
        node.SetAndObserveStorageNodeID(storage.GetID())


def everything(scene):
    for build in (model, text, points, transforms):
        build(scene)


BUNDLES = {
    "no-node": (lambda scene: None, "a bundle with an empty scene"),
    "model": (model, "a model and its file"),
    "volume": (volume, "a volume and its file"),
    "table-and-plot": (table, "a table and its file, and a plot"),
    "text": (text, "a text and its file"),
    "points": (points, "markups and their file, a letter beyond ASCII in a name"),
    "transforms": (transforms, "transforms under each other and their files"),
    "several-files": (everything, "several nodes and their files"),
}


def all_seeds(source, scratch):
    """File name to (bytes, line of the README), and what was left out with its reason."""
    seeds, skipped = {}, {}
    for name, (build, what) in BUNDLES.items():
        data = seed_scenes.in_child(lambda: bundle(source, scratch, name, build))
        if data is None:
            skipped[name] = "the core did not write it"
        else:
            seeds[f"{name}.mrb"] = (data, what)
    return seeds, skipped
