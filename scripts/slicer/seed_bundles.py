"""Seeds of mrb: bundles written by the core and normalized (seed_archive.py)."""

import os

import registry
import seed_archive
import seed_combinations
import seed_scenes
import slicer
import vtk

def bundle(source, scratch, name, build):
    scene = registry.fresh_scene(source)
    folder = os.path.join(scratch, name)
    os.makedirs(folder)
    scene.SetRootDirectory(folder)
    build(scene)
    path = os.path.join(folder, name + ".mrb")
    if not scene.WriteToMRB(path):
        return None
    with open(path, "rb") as file:
        return seed_archive.normalized(file.read())


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
    seed_combinations.tables_and_plots(scene)


def text(scene):
    node = seed_scenes.add(scene, "vtkMRMLTextNode", "note")
    node.SetText("a note, long enough to be worth compressing. " * 8)


def points(scene):
    node = seed_scenes.add(scene, "vtkMRMLMarkupsFiducialNode", "points é")
    for point in range(4):
        node.AddControlPoint(vtk.vtkVector3d(point, -point, 0.5))


def transforms(scene):
    seed_combinations.transform_tree(scene)
    for number in range(scene.GetNumberOfNodesByClass("vtkMRMLTransformNode")):
        node = scene.GetNthNodeByClass(number, "vtkMRMLTransformNode")
        storage = seed_scenes.add(scene, "vtkMRMLTransformStorageNode", "TransformStorage")
        # The other format, HDF5, contains the time of writing.
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


# Name: source bundle, predicate of the members to compress, description.
REPACKED = {
    "deflated": ("several-files", lambda name: not name.endswith("/"), "several nodes and their files, all deflated"),
    "mixed": ("text", lambda name: name.endswith(".mrml"), "a deflated scene beside a stored file"),
}


def all_seeds(source, scratch):
    """(bytes, README line) by file name, and reasons by name of a skipped seed."""
    seeds, skipped = {}, {}
    for name, (build, what) in BUNDLES.items():
        data = seed_scenes.in_child(lambda: bundle(source, scratch, name, build))
        if data is None:
            skipped[name] = "the core did not write it"
        else:
            seeds[f"{name}.mrb"] = (data, what)
    for name, (origin, deflated, what) in REPACKED.items():
        if f"{origin}.mrb" in seeds:
            seeds[f"{name}.mrb"] = (seed_archive.repacked(seeds[f"{origin}.mrb"][0], deflated), what)
        else:
            skipped[name] = f"there is no {origin}"
    return seeds, skipped
