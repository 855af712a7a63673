"""Node classes of the wheel, registered like in the application: through the logics of its
modules."""

import slicer

# Additional tags of the application. Copying a registry loses them.
ALIASES = [
    ("SceneSnapshot", "vtkMRMLSceneViewNode"),
    ("ROI", "vtkMRMLAnnotationROINode"),
    ("VolumeRenderingParameters", "vtkMRMLCPURayCastVolumeRenderingDisplayNode"),
]

# Module logics in the loading order of the application; each registers its classes with the scene.
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
    """A scene with all classes of the wheel, the logics that registered them, and the names of
    missing logics."""
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
    # The application itself registers this class.
    if hasattr(slicer, "vtkMRMLCommandLineModuleNode"):
        scene.RegisterNodeClass(slicer.vtkMRMLCommandLineModuleNode())
    return scene, keep, missing


def fresh_scene(source):
    """An empty scene with the classes and aliases of `source`."""
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
    """Class names by tag."""
    table = {}
    for index in range(scene.GetNumberOfRegisteredNodeClasses()):
        node = scene.GetNthRegisteredNodeClass(index)
        table[node.GetNodeTagName()] = node.GetClassName()
    for tag, _ in ALIASES:
        name = scene.GetClassNameByTag(tag)
        if name:
            table[tag] = name
    return {tag: name for tag, name in table.items() if tag}
