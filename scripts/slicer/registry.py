"""The classes of nodes that the wheel has, registered as the application does: through the logics of its modules."""

import slicer

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


def registry():
    """A scene with every class that the wheel has, the logics that registered them, and the names of those that the
    wheel lacks."""
    scene = slicer.vtkMRMLScene()
    application = slicer.vtkMRMLApplicationLogic()
    keep = [application]
    missing = []
    for name in LOGICS:
        logic_class = getattr(slicer, name, None)
        if not isinstance(logic_class, type):
            missing.append(name)
            continue
        logic = logic_class()
        logic.SetMRMLApplicationLogic(application)
        logic.SetMRMLScene(scene)
        keep.append(logic)
    # The application itself registers the class of command-line modules.
    if hasattr(slicer, "vtkMRMLCommandLineModuleNode"):
        scene.RegisterNodeClass(slicer.vtkMRMLCommandLineModuleNode())
    return scene, keep, missing


def fresh_scene(source):
    """An empty scene that knows the classes of `source`, aliases included."""
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
    """Tag to class name."""
    table = {}
    for index in range(scene.GetNumberOfRegisteredNodeClasses()):
        node = scene.GetNthRegisteredNodeClass(index)
        table[node.GetNodeTagName()] = node.GetClassName()
    for tag, _ in ALIASES:
        name = scene.GetClassNameByTag(tag)
        if name:
            table[tag] = name
    return {tag: name for tag, name in table.items() if tag}
