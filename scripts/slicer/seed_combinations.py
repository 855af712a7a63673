"""Scenes with nodes of several classes and the references between them, as users create them."""

import slicer
import vtk
from seed_scenes import add


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
    # Segment identifiers are random unless specified.
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
