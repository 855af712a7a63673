#!/usr/bin/env python3
"""Loads scenes with the real 3D Slicer core and says what it made of them.

Run by `scenefuzz slicer compare`. It speaks over standard input and output in frames: four bytes of length, most
significant first, then JSON. The first frame out is a greeting: the version and the table of tags. Each frame in is
{"files": [path, ...]}; each frame out answers one file, in order.

Every file is loaded into a fresh, empty scene in a forked child, in a folder of its own that holds nothing but the
scene, with limits on time and memory and without a network. Files are loaded in batches, many to a child; when a child dies, the file that it
was at is loaded again alone, and the rest go on in a new child.
"""

import ctypes
import json
import os
import resource
import shutil
import signal
import struct
import tempfile
import time

import slicer
import vtk

# Aliases that the application registers beside a class's own tag; copying a registry loses them.
ALIASES = [
    ("SceneSnapshot", "vtkMRMLSceneViewNode"),
    ("ROI", "vtkMRMLAnnotationROINode"),
    ("VolumeRenderingParameters", "vtkMRMLCPURayCastVolumeRenderingDisplayNode"),
]

# Module logics in the order in which the application loads them; each registers its classes with the scene.
LOGICS = [
    "vtkSlicerAnnotationModuleLogic",
    "vtkSlicerCamerasModuleLogic",
    "vtkSlicerColorLogic",
    "vtkSlicerUnitsLogic",
    "vtkSlicerSubjectHierarchyModuleLogic",
    "vtkSlicerTablesLogic",
    "vtkSlicerTerminologiesModuleLogic",
    "vtkSlicerTextsLogic",
    "vtkSlicerTransformLogic",
    "vtkSlicerVolumesLogic",
    "vtkSlicerModelsLogic",
    "vtkSlicerMarkupsLogic",
    "vtkSlicerPlotsLogic",
    "vtkSlicerReformatLogic",
    "vtkSlicerSegmentationsModuleLogic",
    "vtkSlicerSequencesLogic",
    "vtkSlicerSceneViewsModuleLogic",
    "vtkSlicerVolumeRenderingLogic",
    "vtkSlicerViewControllersLogic",
    "vtkSlicerCropVolumeLogic",
    "vtkSlicerDataModuleLogic",
]

# Limits for one child; a file that passes them when it is loaded alone counts as died.
SECONDS = 30
MEMORY = 6 << 30
BATCH = 100
# Longer written scenes are left out of the answer.
LONGEST_XML = 64 << 20


def registry():
    """A scene with every class that the wheel has, and the logics that registered them."""
    scene = slicer.vtkMRMLScene()
    application = slicer.vtkMRMLApplicationLogic()
    keep = [application]
    for name in LOGICS:
        logic_class = getattr(slicer, name, None)
        if not isinstance(logic_class, type):
            continue
        logic = logic_class()
        logic.SetMRMLApplicationLogic(application)
        logic.SetMRMLScene(scene)
        keep.append(logic)
    # The application itself registers the class of command-line modules.
    if hasattr(slicer, "vtkMRMLCommandLineModuleNode"):
        scene.RegisterNodeClass(slicer.vtkMRMLCommandLineModuleNode())
    return scene, keep


def fresh_scene(source):
    scene = slicer.vtkMRMLScene()
    source.CopyRegisteredNodesToScene(scene)
    for tag, class_name in ALIASES:
        if source.GetClassNameByTag(tag):
            node = scene.CreateNodeByClass(class_name)
            if node is not None:
                scene.RegisterNodeClass(node, tag)
                node.UnRegister(None)
    return scene


def tag_table(scene):
    table = {}
    for index in range(scene.GetNumberOfRegisteredNodeClasses()):
        node = scene.GetNthRegisteredNodeClass(index)
        table[node.GetNodeTagName()] = node.GetClassName()
    for tag, _ in ALIASES:
        name = scene.GetClassNameByTag(tag)
        if name:
            table[tag] = name
    return table


def text(value):
    """What the bindings return for bytes that are no UTF-8 is no text."""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value


def describe(node):
    references = {}
    for index in range(node.GetNumberOfNodeReferenceRoles()):
        role = node.GetNthNodeReferenceRole(index)
        count = node.GetNumberOfNodeReferences(role)
        ids = [text(node.GetNthNodeReferenceID(role, n)) for n in range(count)]
        if ids:
            references[text(role)] = ids
    description = {
        "class": node.GetClassName(),
        "tag": node.GetNodeTagName(),
        "id": text(node.GetID()),
        "name": text(node.GetName()),
        "description": text(node.GetDescription()),
        "singletonTag": text(node.GetSingletonTag()),
        "hideFromEditors": bool(node.GetHideFromEditors()),
        "selectable": bool(node.GetSelectable()),
        "selected": bool(node.GetSelected()),
        "undoEnabled": bool(node.GetUndoEnabled()),
        "attributes": {text(name): text(node.GetAttribute(name)) for name in node.GetAttributeNames()},
        "references": references,
    }
    if node.IsA("vtkMRMLSceneViewNode"):
        stored = node.GetStoredScene()
        description["children"] = describe_all(stored) if stored is not None else []
    if node.GetClassName() == "vtkMRMLSubjectHierarchyNode":
        description["items"] = describe_items(node)
    return description


def describe_all(scene):
    return [describe(scene.GetNthNode(n)) for n in range(scene.GetNumberOfNodes())]


def describe_items(node):
    """Items from the top down; identifiers are the resolved ones, so only the shape can be compared."""
    items = []
    pending = [(node.GetSceneItemID(), None)]
    while pending:
        item, parent = pending.pop()
        children = vtk.vtkIdList()
        node.GetItemChildren(item, children, False)
        data = node.GetItemDataNode(item)
        items.append(
            {
                "item": item,
                "parent": parent,
                "dataNode": text(data.GetID()) if data is not None else None,
                "name": text(node.GetItemName(item)),
            }
        )
        for n in reversed(range(children.GetNumberOfIds())):
            pending.append((children.GetId(n), item))
    return items


def load(source, path, folder):
    """Loads one file into a fresh scene, in a folder that holds nothing else."""
    copy = os.path.join(folder, "scene.mrml")
    shutil.copyfile(path, copy)
    os.chdir(folder)
    scene = fresh_scene(source)
    messages = slicer.vtkMRMLMessageCollection()
    scene.SetURL(copy)
    started = time.monotonic()
    result = scene.Import(messages)
    seconds = time.monotonic() - started
    answer = {
        "result": int(result),
        "seconds": seconds,
        "messages": [text(messages.GetNthMessageText(n)) for n in range(messages.GetNumberOfMessages())],
        "version": text(scene.GetLastLoadedVersion()),
        "extensions": text(scene.GetLastLoadedExtensions()),
        "nodes": describe_all(scene),
    }
    return scene, answer


def write(scene):
    """The scene as the library writes it: this is where the values that it read can be seen."""
    scene.SetSaveToXMLString(1)
    written = text(scene.GetSceneXMLString()) if scene.Commit() else None
    return written if written is not None and len(written) < LONGEST_XML else None


def without_network():
    """Best effort: a network namespace of its own has no interface but a loopback that is down."""
    try:
        ctypes.CDLL(None, use_errno=True).unshare(0x40000000)
    except OSError:
        pass


def write_frame(descriptor, value):
    data = json.dumps(value).encode("utf-8", "surrogatepass")
    data = struct.pack(">I", len(data)) + data
    while data:
        data = data[os.write(descriptor, data) :]


def read_exactly(descriptor, count):
    data = b""
    while len(data) < count:
        piece = os.read(descriptor, count - len(data))
        if not piece:
            return None
        data += piece
    return data


def read_frame(descriptor):
    head = read_exactly(descriptor, 4)
    body = head and read_exactly(descriptor, struct.unpack(">I", head)[0])
    return None if body is None or head is None else json.loads(body.decode("utf-8", "surrogatepass"))


def child(source, files, descriptor):
    """In the forked child, for each file two frames: what was loaded, and how it is written again. A child that
    dies at the second has still loaded the scene."""
    without_network()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for path in files:
        signal.alarm(SECONDS)
        folder = tempfile.mkdtemp(prefix="scene-")
        try:
            scene, answer = load(source, path, folder)
            write_frame(descriptor, answer)
            write_frame(descriptor, {"xml": write(scene)})
        except MemoryError:
            os._exit(3)
        os.chdir("/")
        shutil.rmtree(folder, ignore_errors=True)
    os._exit(0)


def run_child(source, files):
    """Loads files in one child and yields an answer for each that it loaded, and how it died if it did."""
    reader, writer = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reader)
        child(source, files, writer)
    os.close(writer)
    for _ in files:
        answer = read_frame(reader)
        if answer is None:
            break
        written = read_frame(reader)
        yield {**answer, **(written or {"xml": None})}
        if written is None:
            break
    os.close(reader)
    _, status = os.waitpid(process, 0)
    if os.WIFSIGNALED(status):
        yield {"died": os.WTERMSIG(status)}
    elif os.WEXITSTATUS(status) != 0:
        yield {"died": 0}


def answers(source, files):
    """One answer for each file. A file that its child died at is loaded again alone, so that what an earlier file
    left behind is not held against it."""
    position = 0
    while position < len(files):
        batch = files[position : position + BATCH]
        done = 0
        written = True
        for answer in run_child(source, batch):
            if "died" not in answer:
                yield answer
                done += 1
                written = answer["xml"] is not None
        position += done
        if done < len(batch) and written:
            yield next(run_child(source, [batch[done]]))
            position += 1


def main():
    output = os.dup(1)
    source_input = os.dup(0)
    silence = os.open(os.devnull, os.O_RDWR)
    # What the library prints goes nowhere; only frames go out.
    for descriptor in (0, 1, 2):
        os.dup2(silence, descriptor)
    vtk.vtkLogger.SetStderrVerbosity(vtk.vtkLogger.VERBOSITY_OFF)
    source, keep = registry()
    scene = fresh_scene(source)
    write_frame(output, {"version": vtk.vtkVersion.GetVTKVersion(), "tags": tag_table(scene)})
    while (request := read_frame(source_input)) is not None:
        for answer in answers(source, request["files"]):
            write_frame(output, answer)
    del keep


if __name__ == "__main__":
    main()
