"""Seeds of the kinds, written by the core itself. Formats that it does not write get a small file
by hand.

    python -m realreader.worker.seeds FOLDER KIND...

Writes FOLDER/KIND/seeds/NAME and prints one line for each kind: its name and the number of seeds.
"""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))

import slicer
import vtk
from registry import fresh_scene, registry
from seed_scenes import in_child

from ..session import compose
from .by_hand import BY_HAND
from .kinds import KINDS


def image(scalar=vtk.VTK_SHORT, size=(3, 3, 2), components=1):
    data = vtk.vtkImageData()
    data.SetDimensions(*size)
    data.AllocateScalars(scalar, components)
    scalars = data.GetPointData().GetScalars()
    for index in range(scalars.GetNumberOfValues()):
        scalars.SetValue(index, index % 120)
    return data


def volume(node):
    components = 3 if node.IsA("vtkMRMLVectorVolumeNode") else 1
    node.SetAndObserveImageData(image(components=components))


def picture(node):
    setter = getattr(node, "SetScreenShot", None) or getattr(node, "SetScreenshot", None)
    setter(image(vtk.VTK_UNSIGNED_CHAR, (4, 4, 1), 3))


def model(node):
    source = vtk.vtkConeSource()
    source.SetResolution(4)
    source.Update()
    node.SetAndObservePolyData(source.GetOutput())


def transform(node):
    matrix = vtk.vtkMatrix4x4()
    matrix.SetElement(0, 3, 1.5)
    node.SetMatrixTransformToParent(matrix)


def grid(node):
    """A displacement field, which images store."""
    displacements = image(vtk.VTK_DOUBLE, (3, 3, 3), 3)
    displacements.GetPointData().GetScalars().Fill(0.5)
    transform = slicer.vtkOrientedGridTransform()
    transform.SetDisplacementGridData(displacements)
    node.SetAndObserveTransformFromParent(transform)


def colors(node):
    node.SetTypeToUser()
    node.SetNumberOfColors(4)
    for index in range(4):
        node.SetColor(index, f"color{index}", index / 4, 0.5, 1 - index / 4, 1.0)


def procedural(node):
    function = vtk.vtkDiscretizableColorTransferFunction()
    function.AddRGBPoint(0, 0, 0, 1)
    function.AddRGBPoint(1, 1, 0, 0)
    node.SetAndObserveColorTransferFunction(function)


def table(node):
    for name in ("x", "y"):
        column = vtk.vtkDoubleArray()
        column.SetName(name)
        for row in range(3):
            column.InsertNextValue(row * 1.5)
        node.AddColumn(column)


def markups(node):
    for point in range(3):
        node.AddControlPoint(vtk.vtkVector3d(point, 2 * point - 1, point * point))


def text(node):
    if hasattr(node, "SetText"):
        node.SetText("a note, long enough to be worth compressing. " * 3)


def volume_property(node):
    opacity = node.GetScalarOpacity()
    opacity.AddPoint(0, 0)
    opacity.AddPoint(100, 1)
    node.GetColor().AddRGBPoint(0, 0, 0, 0)
    node.GetColor().AddRGBPoint(100, 1, 0.5, 0)


def segmentation(node):
    for number, name, color in ((1, "liver", (0.8, 0.4, 0.3)), (2, "vessel", (0, 0.5, 1))):
        node.GetSegmentation().AddEmptySegment(f"Segment_{number}", name, color)
        array = slicer.vtkOrientedImageData()
        array.DeepCopy(image(vtk.VTK_UNSIGNED_CHAR, (4, 4, 4)))
        node.GetSegmentation().GetNthSegment(number - 1).AddRepresentation("Binary labelmap", array)


def sequence_of(make, class_name):
    def build(node):
        node.SetIndexName("time")
        for step in range(3):
            item = getattr(slicer, class_name)()
            make(item)
            node.SetDataNodeAtValue(item, str(step * 0.5))

    return build


BUILDERS = {
    "volume": volume, "picture": picture, "model": model, "transform": transform, "colors": colors,
    "procedural": procedural, "table": table, "markups": markups, "text": text, "property": volume_property,
    "segmentation": segmentation, "acsv": lambda node: node.AddControlPoint([1, 2, 3], 1, 1), "shader": lambda node: None,
    "grids": sequence_of(grid, "vtkMRMLGridTransformNode"),
    "transforms": sequence_of(transform, "vtkMRMLLinearTransformNode"),
    "volumes": sequence_of(volume, "vtkMRMLScalarVolumeNode"),
    "sequence": sequence_of(text, "vtkMRMLTextNode"),
}  # fmt: skip


def written(source, kind, folder, build):
    """Bytes that the core writes for a kind and a node that `build` fills, or None."""
    scene = fresh_scene(source)
    node, storage = scene.AddNewNodeByClass(kind.node), scene.AddNewNodeByClass(kind.storage)
    build(node)
    path = os.path.join(folder, "seed" + kind.extension)
    storage.SetFileName(path)
    if not storage.WriteData(node) or not os.path.exists(path):
        return None
    with open(path, "rb") as file:
        data = file.read()
    # A header names its data file by its own name; the kind provides "data.raw".
    for name in os.listdir(folder):
        if name != os.path.basename(path):
            data = data.replace(name.encode(), b"data.raw")
    return data


def seeds_of(source, kind, root):
    """{name: bytes} of a kind."""
    found = {}
    if kind.run is not None:
        corpus = os.path.join(root, "corpus", "mrb" if kind.name == "bundle" else "mrml", "seeds")
        for name in sorted(os.listdir(corpus)):
            if not name.endswith(".md"):
                with open(os.path.join(corpus, name), "rb") as file:
                    found[name] = file.read()
        return found
    import tempfile

    builders = {"core": BUILDERS[kind.seed]}
    if kind.seed == "transform":
        builders["grid"] = grid
    for name, build in builders.items():
        with tempfile.TemporaryDirectory() as folder:
            data = in_child(lambda build=build, folder=folder: written(source, kind, folder, build))
        if data:
            found[name + kind.extension] = data
    for number, data in enumerate(BY_HAND.get(kind.extension, [])):
        found[f"hand{number}{kind.extension}"] = data
    return found


def database():
    """A table as SQLite stores it."""
    import sqlite3
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "a.db")
        connection = sqlite3.connect(path)
        connection.execute("CREATE TABLE file (x REAL, y TEXT)")
        connection.execute("INSERT INTO file VALUES (1.5, 'a')")
        connection.commit()
        connection.close()
        with open(path, "rb") as file:
            return file.read()


def tags(source):
    """{name of a kind: tags of its node and storage node}."""
    scene, found = fresh_scene(source), {}
    for kind in KINDS.values():
        if kind.storage is not None:
            nodes = [scene.CreateNodeByClass(name) or getattr(slicer, name)() for name in (kind.node, kind.storage)]
            found[kind.name] = [node.GetNodeTagName() for node in nodes]
    return found


def borrowed(folder, kind):
    """Seeds of another kind whose files have the same format."""
    for other in KINDS.values():
        place = os.path.join(folder, other.name, "seeds")
        if other.name != kind.name and other.last_extension == kind.last_extension and os.path.isdir(place):
            found = {}
            for name in os.listdir(place):
                with open(os.path.join(place, name), "rb") as file:
                    found[name] = file.read()
            if found:
                return found
    return {}


def main():
    folder, root, names = sys.argv[1], sys.argv[2], sys.argv[3:]
    output = os.dup(1)
    silence = os.open(os.devnull, os.O_RDWR)
    for descriptor in (1, 2):
        os.dup2(silence, descriptor)
    vtk.vtkLogger.SetStderrVerbosity(vtk.vtkLogger.VERBOSITY_OFF)
    source, keep, _ = registry()
    compose.write_tags(folder, tags(source))
    for name in names:
        found = seeds_of(source, KINDS[name], root) or borrowed(folder, KINDS[name])
        if KINDS[name].extension == ".db":
            found["hand.db"] = database()
        place = os.path.join(folder, name, "seeds")
        os.makedirs(place, mode=0o700, exist_ok=True)
        for file_name, data in found.items():
            with open(os.path.join(place, file_name), "wb") as file:
                file.write(data)
        os.write(output, f"{name} {len(found)}\n".encode())
    del keep
    # Skip destructors: the libraries crash when they are unloaded in the wrong order.
    os._exit(0)


if __name__ == "__main__":
    main()
