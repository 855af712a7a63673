"""Kinds of input as data: which class reads a file with which extension, and what its seeds are
made of."""

import dataclasses
import os
import shutil
from collections.abc import Callable

from . import by_hand

# Name of a scene in its folder.
SCENE_NAME = "scene.mrml"

# Formats of the mutators in session/mutators.py.
XML, ARCHIVE, JSON, TEXT, BINARY = "xml", "archive", "json", "text", "binary"
# Content of a detached data file that a header names.
DETACHED = {"data.raw": bytes(range(256)) * 16, "file.img": bytes(range(256)) * 16, "file.hdr": by_hand.nifti(b"ni1\0")}
# A table of SQLite is named before it is read, a sequence in a bundle through a manager of files.
NAMED_TABLE = 'storage.SetTableName("file")'
MANAGED = (
    "manager = slicer.vtkDataIOManager(); cache = slicer.vtkCacheManager(); cache.SetMRMLScene(scene); "
    'cache.SetRemoteCacheDirectory("."); manager.SetCacheManager(cache); scene.SetCacheManager(cache); '
    "scene.SetDataIOManager(manager)"
)
# ITK readers of these extensions of volumes are not in the wheel, so there are no kinds for them.
WITHOUT_READER = [".h5", ".vtk", ".vti", ".png", ".jpg", ".tif", ".bmp", ".gipl", ".lsm", ".pic", ".mgh", ".mrc"]


@dataclasses.dataclass(frozen=True)
class Kind:
    """A kind of input. `seed` names a function of seeds.py that builds the node to write."""

    name: str
    storage: str | None  # class of the storage node; None for scenes and bundles
    node: str | None  # class of the node that it reads into
    extension: str
    format: str
    seed: str
    libraries: str = "all"
    companions: dict[str, bytes] = dataclasses.field(default_factory=dict)
    run: Callable | None = None
    # Statements before the file is read, with `slicer`, `scene` and `storage`; the script of a
    # disclosure has them too.
    setup: str = ""

    @property
    def last_extension(self):
        """`.nrrd` of `.seg.nrrd`."""
        return self.extension[self.extension.rindex(".") :]


def write(folder, name, data):
    path = os.path.join(folder, name)
    with open(path, "wb") as file:
        file.write(data)
    return path


def empty(folder):
    """Removes what an earlier input of the batch left in the folder."""
    for name in os.listdir(folder):
        path = os.path.join(folder, name)
        shutil.rmtree(path, ignore_errors=True) if os.path.isdir(path) else os.unlink(path)


def load_scene(state, number, data, folder, method):
    scene = state.scenes[number]
    path = write(folder, SCENE_NAME, data)
    os.chdir(folder)
    scene.SetURL(path)
    getattr(scene, method)(state.messages())
    return scene


def import_scene(state, number, data, folder):
    load_scene(state, number, data, folder, "Import")


def connect_scene(state, number, data, folder):
    load_scene(state, number, data, folder, "Connect")


def rewrite_scene(state, number, data, folder):
    """Imports, writes and imports again. Sets a flag when the second scene differs from the
    first."""
    scene = load_scene(state, number, data, folder, "Import")
    scene.SetSaveToXMLString(1)
    if not scene.Commit():
        return 0
    return state.compare_again(scene, number, folder)


def import_bundle(state, number, data, folder):
    """Does what the application does with a double-clicked bundle: unpacks into a new folder and
    imports the scene."""
    empty(folder)
    scene, out = state.scenes[number], os.path.join(folder, "out")
    os.mkdir(out)
    path = write(folder, "scene.mrb", data)
    os.chdir(folder)
    found = scene.UnpackSlicerDataBundle(path, out, state.messages())
    if found:
        scene.SetURL(found)
        scene.Import(state.messages())


def added(scene, class_name):
    """A new node of a class, in the scene. One class is registered in no scene of the
    application."""
    node = scene.AddNewNodeByClass(class_name)
    if node is None:
        import slicer

        node = getattr(slicer, class_name)()
        scene.AddNode(node)
    return node


def read_file(kind):
    """Runs the storage node of a kind."""
    import slicer

    setup = compile(kind.setup, kind.name, "exec") if kind.setup else None

    def run(state, number, data, folder):
        scene = state.scenes[number]
        node, storage = added(scene, kind.node), added(scene, kind.storage)
        os.chdir(folder)
        if setup is not None:
            exec(setup, {"slicer": slicer, "scene": scene, "storage": storage})
        for name, content in kind.companions.items():
            if name != "file" + kind.extension:
                write(folder, name, content)
        storage.SetFileName(write(folder, "file" + kind.extension, data))
        storage.ReadData(node)

    return run


def files(storage, node, seed, *formats, companions=(), setup=""):
    """One kind for each (extension, format) of a storage class."""
    stem = storage.removeprefix("vtkMRML").removesuffix("StorageNode")
    return [
        Kind(
            f"{stem}{extension}", storage, node, extension, form, seed,
            companions=DETACHED if extension in companions else {}, setup=setup,
        )
        for extension, form in formats
    ]  # fmt: skip


def images(*extensions):
    return [(extension, BINARY) for extension in extensions]


MARKUPS = [
    Kind(f"MarkupsJson.{node}.mrk.json", storage, f"vtkMRMLMarkups{node}Node", ".mrk.json", JSON, "markups")
    for node, storage in [
        *((name, "vtkMRMLMarkupsJsonStorageNode") for name in ("Fiducial", "Line", "Angle", "Curve", "ClosedCurve")),
        ("Plane", "vtkMRMLMarkupsPlaneJsonStorageNode"),
        ("ROI", "vtkMRMLMarkupsROIJsonStorageNode"),
    ]
]

SCENES = [
    Kind("scene", None, None, ".mrml", XML, "scene", "scene", run=import_scene),
    Kind("scene-connect", None, None, ".mrml", XML, "scene", "scene", run=connect_scene),
    Kind("scene-rewrite", None, None, ".mrml", XML, "scene", "scene", run=rewrite_scene),
    Kind("bundle", None, None, ".mrb", ARCHIVE, "bundle", "all", run=import_bundle),
]

STORAGES = [
    *files("vtkMRMLAnnotationControlPointsStorageNode", "vtkMRMLAnnotationControlPointsNode", "acsv", (".acsv", TEXT)),
    *files("vtkMRMLAnnotationFiducialsStorageNode", "vtkMRMLAnnotationFiducialNode", "acsv", (".acsv", TEXT)),
    *files("vtkMRMLAnnotationLinesStorageNode", "vtkMRMLAnnotationLinesNode", "acsv", (".acsv", TEXT)),
    *files("vtkMRMLAnnotationRulerStorageNode", "vtkMRMLAnnotationRulerNode", "acsv", (".acsv", TEXT)),
    *files("vtkMRMLAnnotationSnapshotStorageNode", "vtkMRMLAnnotationSnapshotNode", "picture", *images(".png", ".jpg", ".tiff", ".bmp")),
    *files("vtkMRMLColorTableStorageNode", "vtkMRMLColorTableNode", "colors", (".ctbl", TEXT), (".txt", TEXT), (".csv", TEXT)),
    *files("vtkMRMLHierarchyStorageNode", "vtkMRMLHierarchyNode", "text", (".csv", TEXT)),
    *files("vtkMRMLLinearTransformSequenceStorageNode", "vtkMRMLSequenceNode", "transforms", (".seq.mha", BINARY), (".seq.mhd", BINARY), companions=(".seq.mhd",)),
    *files("vtkMRMLMarkupsFiducialStorageNode", "vtkMRMLMarkupsFiducialNode", "markups", (".fcsv", TEXT), (".txt", TEXT)),
    *MARKUPS,
    *files("vtkMRMLModelStorageNode", "vtkMRMLModelNode", "model", *images(".vtk", ".vtp", ".ply", ".stl", ".obj", ".vtu", ".g", ".byu", ".meta", ".ucd")),
    *files("vtkMRMLNRRDStorageNode", "vtkMRMLVectorVolumeNode", "volume", *images(".nrrd", ".nhdr"), companions=(".nhdr",)),
    *files("vtkMRMLProceduralColorStorageNode", "vtkMRMLProceduralColorNode", "procedural", (".txt", TEXT), (".cxml", XML)),
    *files("vtkMRMLSceneViewStorageNode", "vtkMRMLSceneViewNode", "picture", *images(".png", ".jpg", ".tiff", ".bmp")),
    *files("vtkMRMLSegmentationStorageNode", "vtkMRMLSegmentationNode", "segmentation", *images(".seg.nrrd", ".seg.nhdr", ".nrrd", ".nii.gz"), (".seg.vtm", XML), companions=(".seg.nhdr",)),
    *files("vtkMRMLSequenceStorageNode", "vtkMRMLSequenceNode", "sequence", (".seq.mrb", ARCHIVE), setup=MANAGED),
    *files("vtkMRMLShaderPropertyStorageNode", "vtkMRMLShaderPropertyNode", "shader", (".sp", JSON)),
    *files("vtkMRMLTableSQLiteStorageNode", "vtkMRMLTableNode", "table", (".db", BINARY), setup=NAMED_TABLE),
    *files("vtkMRMLTableStorageNode", "vtkMRMLTableNode", "table", (".csv", TEXT), (".tsv", TEXT), (".txt", TEXT)),
    *files("vtkMRMLTextStorageNode", "vtkMRMLTextNode", "text", (".txt", TEXT), (".json", JSON), (".xml", XML)),
    *files("vtkMRMLTransformSequenceStorageNode", "vtkMRMLSequenceNode", "grids", (".seq.nrrd", BINARY), (".nrrd", BINARY)),
    *files("vtkMRMLTransformStorageNode", "vtkMRMLTransformNode", "transform", (".tfm", TEXT), (".txt", TEXT), *images(".mat", ".h5"), *images(".nii.gz", ".nrrd", ".mha")),
    *files("vtkMRMLVolumeArchetypeStorageNode", "vtkMRMLScalarVolumeNode", "volume", *images(
        ".nrrd", ".nhdr", ".mha", ".mhd", ".hdr", ".nii", ".nii.gz", ".dcm", ".img", ".ge4", ".ipl"),
        companions=(".nhdr", ".mhd", ".hdr", ".img")),
    *files("vtkMRMLVolumeHeaderlessStorageNode", "vtkMRMLScalarVolumeNode", "text", (".raw", BINARY)),
    *files("vtkMRMLVolumePropertyJsonStorageNode", "vtkMRMLVolumePropertyNode", "property", (".vp.json", JSON)),
    *files("vtkMRMLVolumePropertyStorageNode", "vtkMRMLVolumePropertyNode", "property", (".vp", TEXT)),
    *files("vtkMRMLVolumeSequenceStorageNode", "vtkMRMLSequenceNode", "volumes", (".seq.nrrd", BINARY), (".nhdr", BINARY), companions=(".nhdr",)),
]  # fmt: skip

# Only for tests: runs without the core and is in no default.
SAMPLE = Kind("sample", None, None, ".bin", BINARY, "sample")

# Name of a worker for inputs of every kind, each after its name and a zero byte.
EVERY = "*"

KINDS = {kind.name: kind for kind in [*SCENES, *STORAGES]}


def named(name):
    """The kind of this name, the sample included; None without one."""
    return SAMPLE if name == SAMPLE.name else KINDS.get(name)


def matching(patterns):
    """Kinds whose names match one of the patterns (`*` and `?`); all without a pattern. Raises
    KeyError for a pattern without a match."""
    import fnmatch

    if not patterns:
        return list(KINDS.values())
    if patterns == [SAMPLE.name]:
        return [SAMPLE]
    chosen = {}
    for pattern in patterns:
        names = [name for name in KINDS if fnmatch.fnmatchcase(name.lower(), pattern.lower())]
        if not names:
            raise KeyError(pattern)
        chosen.update((name, KINDS[name]) for name in names)
    return list(chosen.values())


def run_named(state, number, data, folder):
    """Runs an input after the name of its kind."""
    name, _, content = data.partition(b"\0")
    kind = KINDS[name.decode()]
    return (kind.run or read_file(kind))(state, number, content, folder)


def prepare(name, batch):
    """(run, state, names of the measured libraries). Imports the core."""
    from ..binaries import libraries
    from .state import State

    state = State(batch)
    if name == EVERY:
        return run_named, state, libraries.chosen("all", libraries.loaded())
    kind = KINDS[name]
    names = libraries.chosen(kind.libraries, libraries.loaded())
    return kind.run or read_file(kind), state, names
