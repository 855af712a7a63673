"""Reads one side file with a storage node of the real 3D Slicer core and returns its values for
JSON."""

import math
import os

import slicer
import vtk

# Markups classes of the core.
MARKUPS = {
    f"vtkMRMLMarkups{kind}Node"
    for kind in ("Fiducial", "Line", "Angle", "Curve", "ClosedCurve", "Plane", "ROI")
}


def text(value):
    """Text of a value from the bindings, which return bytes for invalid UTF-8."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value if value is not None else ""


def number(value):
    if math.isfinite(value):
        return value
    return "nan" if math.isnan(value) else "inf" if value > 0 else "-inf"


def numbers(values):
    return [number(value) for value in values]


def matrix(value):
    return numbers(value.GetElement(row, column) for row in range(4) for column in range(4))


def storage(name, path):
    scene = slicer.vtkMRMLScene()
    node = getattr(slicer, name)()
    scene.AddNode(node)
    node.SetFileName(path)
    return scene, node


def point(node, index):
    return {
        "id": text(node.GetNthControlPointID(index)),
        "label": text(node.GetNthControlPointLabel(index)),
        "description": text(node.GetNthControlPointDescription(index)),
        "associatedNodeID": text(node.GetNthControlPointAssociatedNodeID(index)),
        "position": numbers(node.GetNthControlPointPosition(index)),
        "status": node.GetNthControlPointPositionStatus(index),
        "selected": bool(node.GetNthControlPointSelected(index)),
        "locked": bool(node.GetNthControlPointLocked(index)),
        "visible": bool(node.GetNthControlPointVisibility(index)),
    }


def oriented_point(node, index):
    orientation = numbers(node.GetNthControlPointOrientationMatrix(index))
    return {**point(node, index), "orientation": orientation}


def measurement(item):
    def code(entry):
        return text(entry.GetAsString()) if entry is not None else None

    return {
        "name": text(item.GetName()),
        "enabled": bool(item.GetEnabled()),
        "defined": bool(item.GetValueDefined()),
        "value": number(item.GetValue()),
        "units": text(item.GetUnits()),
        "description": text(item.GetDescription()),
        "format": text(item.GetPrintFormat()),
        "quantity": code(item.GetQuantityCode()),
    }


def json_text(path):
    """Reads with the JSON reader alone: type of the root, and value of the member "a"."""
    reader = slicer.vtkMRMLMarkupsJsonReader()
    root = reader.ReadFromFile(path)
    if root is None:
        return {"verdict": "refused"}
    answer = {"verdict": "accepted", "root": "array" if root.IsArray() else "object"}
    if root.IsObject() and root.HasMember("a"):
        kind = root.GetMemberType("a")
        if kind == root.STRING:
            answer["value"] = text(root.GetStringProperty("a"))
        elif kind in (root.INT, root.DOUBLE):
            answer["value"] = number(root.GetDoubleProperty("a"))
        elif kind == root.BOOL:
            answer["value"] = bool(root.GetBoolProperty("a"))
    return answer


def first_type(path):
    """Type of the first element of a file; empty when missing."""
    root = slicer.vtkMRMLMarkupsJsonReader().ReadFromFile(path)
    if root is None or not root.IsObject() or not root.HasMember("markups"):
        return ""
    if root.GetMemberType("markups") != root.ARRAY:
        return ""
    elements = root.GetArrayProperty("markups")
    if elements is None or elements.GetArraySize() == 0:
        return ""
    first = elements.GetArrayItem(0)
    if first is None or not first.IsObject() or not first.HasMember("type"):
        return ""
    return text(first.GetStringProperty("type"))


def markups(path):
    """Reads the first element of a file into a node of its class."""
    scene, reader = storage("vtkMRMLMarkupsJsonStorageNode", path)
    name = f"vtkMRMLMarkups{first_type(path)}Node"
    if name not in MARKUPS:
        name = "vtkMRMLMarkupsFiducialNode"
    node = getattr(slicer, name)()
    scene.AddNode(node)
    special = {"vtkMRMLMarkupsPlaneNode": "Plane", "vtkMRMLMarkupsROINode": "ROI"}.get(name)
    if special:
        scene, reader = storage(f"vtkMRMLMarkups{special}JsonStorageNode", path)
        scene.AddNode(node)
    if not reader.ReadData(node):
        return {"verdict": "refused"}
    answer = {
        "verdict": "accepted",
        "class": name,
        "coordinateSystem": reader.GetCoordinateSystem(),
        "locked": bool(node.GetLocked()),
        "labelFormat": text(node.GetControlPointLabelFormat()),
        "fixedNumberOfControlPoints": bool(node.GetFixedNumberOfControlPoints()),
        "lastUsedControlPointNumber": node.GetLastUsedControlPointNumber(),
    }
    if not special:
        count = node.GetNumberOfControlPoints()
        answer["points"] = [oriented_point(node, index) for index in range(count)]
    if name == "vtkMRMLMarkupsFiducialNode":
        count = node.GetNumberOfMeasurements()
        answer["measurements"] = [measurement(node.GetNthMeasurement(n)) for n in range(count)]
    if special == "Plane":
        answer["planeType"] = node.GetPlaneTypeAsString(node.GetPlaneType())
        answer["sizeMode"] = node.GetSizeModeAsString(node.GetSizeMode())
        answer["autoScalingFactor"] = number(node.GetAutoSizeScalingFactor())
        answer["objectToBase"] = matrix(node.GetObjectToBaseMatrix())
    if special == "ROI":
        answer["roiType"] = node.GetROITypeAsString(node.GetROIType())
        answer["insideOut"] = bool(node.GetInsideOut())
        answer["size"] = numbers(node.GetSize())
        answer["objectToNode"] = matrix(node.GetObjectToNodeMatrix())
    return answer


def fcsv(path):
    scene, reader = storage("vtkMRMLMarkupsFiducialStorageNode", path)
    node = slicer.vtkMRMLMarkupsFiducialNode()
    scene.AddNode(node)
    if not reader.ReadData(node):
        return {"verdict": "refused"}
    return {
        "verdict": "accepted",
        "coordinateSystem": reader.GetCoordinateSystem(),
        "points": [point(node, index) for index in range(node.GetNumberOfControlPoints())],
    }


def display(node, names):
    answer = {}
    for name in names:
        value = getattr(node, "Get" + name)()
        answer[name] = numbers(value) if isinstance(value, tuple) else number(value)
    return answer


def acsv(path):
    """Reads an annotation fiducial: points, texts and display properties."""
    scene, reader = storage("vtkMRMLAnnotationFiducialsStorageNode", path)
    node = slicer.vtkMRMLAnnotationFiducialNode()
    node.Initialize(scene)
    if not reader.ReadData(node):
        return {"verdict": "refused"}
    names = ["Visibility", "Color", "SelectedColor", "Opacity", "Ambient", "Diffuse", "Specular", "Power"]
    answer = {
        "verdict": "accepted",
        "name": text(node.GetName()),
        "texts": [text(node.GetText(index)) for index in range(node.GetNumberOfTexts())],
        "points": [],
    }
    for index in range(node.GetNumberOfControlPoints()):
        place = [0.0] * 4
        node.GetControlPointWorldCoordinates(index, place)
        answer["points"].append(numbers(place[:3]))
    for key, item in (
        ("text", node.GetAnnotationTextDisplayNode()),
        ("point", node.GetAnnotationPointDisplayNode()),
    ):
        if item is not None:
            answer[key] = display(item, names)
    return answer


def colors(path):
    scene, reader = storage("vtkMRMLColorTableStorageNode", path)
    node = slicer.vtkMRMLColorTableNode()
    scene.AddNode(node)
    if not reader.ReadData(node):
        return {"verdict": "refused"}
    table = node.GetLookupTable()
    entries = [
        {
            "index": index,
            "name": text(node.GetColorName(index)),
            "color": [round(component * 255) for component in table.GetTableValue(index)],
        }
        for index in range(node.GetNumberOfColors())
        if node.GetColorDefined(index)
    ]
    return {"verdict": "accepted", "count": node.GetNumberOfColors(), "colors": entries}


def procedural(path):
    scene, reader = storage("vtkMRMLProceduralColorStorageNode", path)
    node = slicer.vtkMRMLProceduralColorNode()
    scene.AddNode(node)
    if not reader.ReadData(node):
        return {"verdict": "refused"}
    function = node.GetColorTransferFunction()
    points = []
    for index in range(function.GetSize()):
        value = [0.0] * 6
        function.GetNodeValue(index, value)
        points.append(numbers(value[:4]))
    return {"verdict": "accepted", "points": points}


def nrrd(path):
    """Reads key-value pairs with the header reader of the core."""
    reader = slicer.vtkTeemNRRDReader()
    if not reader.CanReadFile(path):
        return {"verdict": "refused"}
    reader.SetFileName(path)
    reader.UpdateInformation()
    if reader.GetReadStatus() != 0:
        return {"verdict": "refused"}
    # The reader adds this field to the pairs.
    keys = {text(key): text(reader.GetHeaderValue(key)) for key in reader.GetHeaderKeysVector()}
    keys.pop("space", None)
    return {"verdict": "accepted", "keys": keys}


def segmentation(path):
    scene, reader = storage("vtkMRMLSegmentationStorageNode", path)
    node = slicer.vtkMRMLSegmentationNode()
    scene.AddNode(node)
    if not reader.ReadData(node):
        return {"verdict": "refused"}
    read = node.GetSegmentation()
    segments = []
    for index in range(read.GetNumberOfSegments()):
        segment = read.GetNthSegment(index)
        segments.append(
            {
                "id": text(read.GetNthSegmentID(index)),
                "name": text(segment.GetName()),
                "color": numbers(segment.GetColor()),
                "labelValue": segment.GetLabelValue(),
                "nameAutoGenerated": bool(segment.GetNameAutoGenerated()),
                "colorAutoGenerated": bool(segment.GetColorAutoGenerated()),
            }
        )
    return {"verdict": "accepted", "segments": segments}


def function(values, size):
    points = []
    for index in range(values.GetSize()):
        point = [0.0] * (6 if size == 4 else 4)
        values.GetNodeValue(index, point)
        points.append(numbers(point[:size]))
    return points


def volume_property(path):
    scene, reader = storage("vtkMRMLVolumePropertyStorageNode", path)
    node = slicer.vtkMRMLVolumePropertyNode()
    scene.AddNode(node)
    if not reader.ReadData(node):
        return {"verdict": "refused"}
    read = node.GetVolumeProperty()
    return {
        "verdict": "accepted",
        "interpolation": read.GetInterpolationType(),
        "shade": read.GetShade(),
        "diffuse": number(read.GetDiffuse()),
        "ambient": number(read.GetAmbient()),
        "specular": number(read.GetSpecular()),
        "power": number(read.GetSpecularPower()),
        "opacity": function(read.GetScalarOpacity(), 2),
        "gradient": function(read.GetGradientOpacity(), 2),
        "color": function(read.GetRGBTransferFunction(), 4),
    }


KINDS = {
    "json": json_text,
    "markups": markups,
    "fcsv": fcsv,
    "acsv": acsv,
    "colors": colors,
    "procedural": procedural,
    "nrrd": nrrd,
    "segmentation": segmentation,
    "vp": volume_property,
}
