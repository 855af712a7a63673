"""Scenes for the seeds of mrml: one for each registered class, and some that combine them."""

import os
import re
import signal

import reader
import slicer
import vtk

# Longer scenes teach a fuzzer little and cost it much.
LONGEST = 24 << 10
SECONDS = 20


def in_child(make):
    """The bytes that `make` returns, made in a process of its own: what the core cannot do must not end this one."""
    source, sink = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(source)
        signal.alarm(SECONDS)
        try:
            data = make() or b""
            while data:
                data = data[os.write(sink, data) :]
            os._exit(0)
        except BaseException as error:
            os.write(2, f"{type(error).__name__}: {error}\n".encode())
            os._exit(1)
    os.close(sink)
    pieces = []
    while piece := os.read(source, 1 << 16):
        pieces.append(piece)
    os.close(source)
    _, status = os.waitpid(process, 0)
    return b"".join(pieces) if status == 0 and pieces else None


def written(scene):
    return (reader.write(scene) or "").encode("utf-8")


def add(scene, class_name, name):
    node = scene.CreateNodeByClass(class_name)
    if node is None:
        return None
    node.UnRegister(None)
    node.SetName(name)
    return scene.AddNode(node)


def changed(value):
    """Another value of the same type, or None."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return 1 - value if value in (0, 1) else value + 1
    if isinstance(value, float):
        return value / 2 + 0.25
    if isinstance(value, tuple) and value and len(value) <= 9 and all(isinstance(v, (int, float)) for v in value):
        return tuple(type(v)(v / 2 + 1) for v in value)
    return None


def change_some(node, scene):
    """Sets what is written as an attribute and has a setter of the same name to another value."""
    text = reader.write(scene) or ""
    element = re.search(rf"<{re.escape(node.GetNodeTagName())}\b[^>]*", text)
    names = re.findall(r"\s(\w+)=\"", element.group(0)) if element else []
    for name in names:
        if name in ("id", "name", "hideFromEditors", "references", "attributes", "singletonTag"):
            continue
        stem = name[0].upper() + name[1:]
        getter, setter = getattr(node, "Get" + stem, None), getattr(node, "Set" + stem, None)
        if getter is None or setter is None:
            continue
        try:
            value = changed(getter())
            if value is not None:
                setter(*value) if isinstance(value, tuple) else setter(value)
        except (TypeError, ValueError):
            continue


def one_class(source, class_name, richer):
    """A scene with one node of a class; the richer one has other values than the defaults, a storage and a display."""
    scene = reader.fresh_scene(source)
    node = add(scene, class_name, class_name.removeprefix("vtkMRML").removesuffix("Node"))
    if node is None:
        return None
    if hasattr(node, "SetScreenShotType"):
        # Given, so that every run writes the same.
        node.SetScreenShotType(1)
    if richer:
        change_some(node, scene)
        node.SetDescription("one & only <node> of its \"class\"")
        node.SetAttribute("Seed.key", "value; with: signs % and é")
        for method in ("CreateDefaultStorageNode", "CreateDefaultDisplayNodes"):
            if hasattr(node, method):
                made = getattr(node, method)()
                if method == "CreateDefaultStorageNode" and made is not None:
                    made.UnRegister(None)
                    scene.AddNode(made)
                    made.SetFileName("data." + (made.GetDefaultWriteFileExtension() or "dat"))
                    node.SetAndObserveStorageNodeID(made.GetID())
    return written(scene)


def transform_tree(scene):
    names = ["root", "left", "right", "leaf"]
    nodes = [add(scene, "vtkMRMLLinearTransformNode", name) for name in names]
    for child, parent in ((1, 0), (2, 0), (3, 1)):
        nodes[child].SetAndObserveTransformNodeID(nodes[parent].GetID())
    matrix = vtk.vtkMatrix4x4()
    for row in range(3):
        matrix.SetElement(row, 3, 1.5 * row - 2)
    nodes[3].SetMatrixTransformToParent(matrix)
    model = add(scene, "vtkMRMLModelNode", "carried")
    model.SetAndObserveTransformNodeID(nodes[3].GetID())


def subject_hierarchy(scene):
    hierarchy = slicer.vtkMRMLSubjectHierarchyNode.GetSubjectHierarchyNode(scene)
    top = hierarchy.GetSceneItemID()
    subject = hierarchy.CreateSubjectItem(top, "Subject one")
    study = hierarchy.CreateStudyItem(subject, "Study")
    folder = hierarchy.CreateFolderItem(study, "Folder")
    model = add(scene, "vtkMRMLModelNode", "Model")
    item = hierarchy.GetItemByDataNode(model) or hierarchy.CreateItem(folder, model)
    hierarchy.SetItemParent(item, folder)
    hierarchy.SetItemUID(study, "DICOM", "1.2.3.4")
    hierarchy.SetItemAttribute(study, "DICOM.Date", "20260101")
    hierarchy.SetItemExpanded(folder, False)


def scene_views(scene):
    model = add(scene, "vtkMRMLModelNode", "Model")
    model.CreateDefaultDisplayNodes()
    add(scene, "vtkMRMLCameraNode", "Camera")
    for name in ("first", "second"):
        view = add(scene, "vtkMRMLSceneViewNode", name)
        view.SetSceneViewDescription("as it was\nat " + name)
        view.StoreScene()
        model.GetDisplayNode().SetVisibility(0)


def sequences(scene):
    sequence = add(scene, "vtkMRMLSequenceNode", "Sequence")
    sequence.SetIndexName("time")
    sequence.SetIndexUnit("s")
    for step in range(3):
        transform = slicer.vtkMRMLLinearTransformNode()
        transform.SetName(f"step {step}")
        sequence.SetDataNodeAtValue(transform, str(step * 0.5))
    browser = add(scene, "vtkMRMLSequenceBrowserNode", "Browser")
    browser.SetAndObserveMasterSequenceNodeID(sequence.GetID())
    browser.SetSelectedItemNumber(1)


def markups(scene):
    for kind in ("Fiducial", "Line", "Angle", "Curve", "ClosedCurve", "Plane", "ROI"):
        node = add(scene, f"vtkMRMLMarkups{kind}Node", kind)
        node.CreateDefaultDisplayNodes()
        node.CreateDefaultStorageNode()
        for point in range(3):
            node.AddControlPoint(vtk.vtkVector3d(point, 2 * point - 1, point * point))


def segmentation(scene):
    node = add(scene, "vtkMRMLSegmentationNode", "Segmentation")
    node.CreateDefaultDisplayNodes()
    # Identifiers of segments are random unless they are given.
    for number, name, color in ((1, "liver", (0.8, 0.4, 0.3)), (2, "vessel & co", (0, 0.5, 1))):
        node.GetSegmentation().AddEmptySegment(f"Segment_{number}", name, color)
    volume = add(scene, "vtkMRMLScalarVolumeNode", "Source")
    node.SetReferenceImageGeometryParameterFromVolumeNode(volume)
    editor = add(scene, "vtkMRMLSegmentEditorNode", "Editor")
    editor.SetAndObserveSegmentationNode(node)
    editor.SetAndObserveSourceVolumeNode(volume)


def tables_and_plots(scene):
    table = add(scene, "vtkMRMLTableNode", "Table")
    for name in ("x", "y"):
        column = vtk.vtkDoubleArray()
        column.SetName(name)
        for row in range(3):
            column.InsertNextValue(row * 1.5)
        table.AddColumn(column)
    table.SetColumnUnitLabel("x", "mm")
    series = add(scene, "vtkMRMLPlotSeriesNode", "Series")
    series.SetAndObserveTableNodeID(table.GetID())
    series.SetXColumnName("x")
    series.SetYColumnName("y")
    chart = add(scene, "vtkMRMLPlotChartNode", "Chart")
    chart.AddAndObservePlotSeriesNodeID(series.GetID())
    chart.SetTitle("a title")
    view = add(scene, "vtkMRMLPlotViewNode", "View")
    view.SetPlotChartNodeID(chart.GetID())
    view.SetLayoutName("PlotView1")


def several_displays(scene):
    model = add(scene, "vtkMRMLModelNode", "Model")
    for number in range(4):
        display = add(scene, "vtkMRMLModelDisplayNode", f"display {number}")
        display.SetColor(number / 4, 0.5, 1 - number / 4)
        display.SetOpacity(1 - number / 5)
        model.AddAndObserveDisplayNodeID(display.GetID())


def volume_rendering(scene):
    volume = add(scene, "vtkMRMLScalarVolumeNode", "Volume")
    volume.CreateDefaultDisplayNodes()
    rendering = add(scene, "vtkMRMLGPURayCastVolumeRenderingDisplayNode", "Rendering")
    settings = add(scene, "vtkMRMLVolumePropertyNode", "Property")
    region = add(scene, "vtkMRMLMarkupsROINode", "Region")
    rendering.SetNodeReferenceID("volume", volume.GetID())
    rendering.SetAndObserveVolumePropertyNodeID(settings.GetID())
    rendering.SetAndObserveROINodeID(region.GetID())
    volume.AddAndObserveDisplayNodeID(rendering.GetID())


def views_and_slices(scene):
    for name in ("Red", "Green", "Yellow"):
        view = add(scene, "vtkMRMLSliceNode", name)
        view.SetLayoutName(name)
        composite = add(scene, "vtkMRMLSliceCompositeNode", name)
        composite.SetLayoutName(name)
    for number in (1, 2):
        view = add(scene, "vtkMRMLViewNode", f"View{number}")
        view.SetLayoutName(str(number))
    add(scene, "vtkMRMLLayoutNode", "Layout")


def models_in_hierarchy(scene):
    top = add(scene, "vtkMRMLModelHierarchyNode", "top")
    for name in ("one", "two"):
        model = add(scene, "vtkMRMLModelNode", name)
        model.CreateDefaultDisplayNodes()
        level = add(scene, "vtkMRMLModelHierarchyNode", name)
        level.SetParentNodeID(top.GetID())
        level.SetModelNodeID(model.GetID())


def odd_names(scene):
    for name in ("", " ", "a;b:c", "100%", "\"quoted\" & <tagged>", "tab\tand line\n", "日本語", "𝒳", "x" * 300):
        node = add(scene, "vtkMRMLTextNode", name)
        node.SetText(name)


COMBINED = {
    "transform-tree": (transform_tree, "linear transforms under each other, and a model under the lowest"),
    "subject-hierarchy": (subject_hierarchy, "subject, study, folder and a model, with UIDs and attributes"),
    "scene-views": (scene_views, "two scene views that hold the scene as it was"),
    "sequences": (sequences, "a sequence of transforms and its browser"),
    "markups": (markups, "markups of every kind with their displays and points"),
    "segmentation": (segmentation, "a segmentation with two segments, its source volume and its editor"),
    "tables-and-plots": (tables_and_plots, "a table, a series, a chart and its view"),
    "several-displays": (several_displays, "one model with four displays"),
    "volume-rendering": (volume_rendering, "a volume, its rendering, property and region"),
    "views-and-slices": (views_and_slices, "three slice views, two 3D views and the layout"),
    "models-in-hierarchy": (models_in_hierarchy, "models in a model hierarchy"),
    "odd-names": (odd_names, "names and texts that need escaping"),
}


def combined(source, build):
    scene = reader.fresh_scene(source)
    build(scene)
    return written(scene)


def all_seeds(source):
    """File name to (bytes, line of the README), and what was left out with its reason."""
    seeds, skipped = {}, {}
    classes = {}
    for tag, class_name in sorted(reader.tag_table(reader.fresh_scene(source)).items()):
        classes.setdefault(class_name, tag)
    known = set()
    for class_name, tag in sorted(classes.items(), key=lambda pair: pair[1]):
        plain = in_child(lambda: one_class(source, class_name, False))
        rich = in_child(lambda: one_class(source, class_name, True))
        if plain is None and rich is None:
            skipped[class_name] = "the core does not make or write one by itself"
        for data, suffix, what in (
            (rich, "", f"one {class_name} with values of its own and what belongs to it"),
            (plain if rich is None else None, "", f"one {class_name} as it is made"),
        ):
            if data is None or data in known:
                continue
            if len(data) > LONGEST:
                skipped[class_name] = f"{len(data)} bytes are too many for a seed"
                continue
            known.add(data)
            seeds[f"class-{tag}{suffix}.mrml"] = (data, what)
    for name, (build, what) in COMBINED.items():
        data = in_child(lambda: combined(source, build))
        if data is None:
            skipped[name] = "the core did not write it"
        else:
            seeds[f"{name}.mrml"] = (data, what)
    seeds["empty.mrml"] = (in_child(lambda: combined(source, lambda scene: None)), "a scene without a node")
    return seeds, skipped
