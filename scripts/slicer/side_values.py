"""Comparison of the values that this project and the core read from a side file."""

# Defaults of the node for members that are missing in the file.
DEFAULTS = {
    "labelFormat": "%N-%d",
    "planeType": "threePoints",
    "sizeMode": "auto",
    "autoScalingFactor": 1.0,
    "objectToBase": [1.0, 0, 0, 0, 0, 1.0, 0, 0, 0, 0, 1.0, 0, 0, 0, 0, 1.0],
    "roiType": "Box",
}
# Names of enumerations. The core stores other names as a number without a name.
TERMS = {
    "planeType": ["threePoints", "pointNormal", "planeFit"],
    "sizeMode": ["auto", "absolute"],
    "roiType": ["Box", "BoundingBox"],
}


def region_matrix(one):
    center, orientation = one["center"], one["orientation"]
    rows = [[*orientation[3 * row : 3 * row + 3], center[row]] for row in range(3)]
    return [*rows[0], *rows[1], *rows[2], 0.0, 0.0, 0.0, 1.0]


def prepared(kind, one, other):
    """Converts our values to the conventions of the core and removes values that the core does not
    expose."""
    one = dict(one)
    if kind == "markups":
        for name, value in DEFAULTS.items():
            if one.get(name) is None:
                one[name] = value
        for name, terms in TERMS.items():
            if one[name] not in terms:
                one[name] = ""
        if "objectToNode" in other:
            one["objectToNode"] = region_matrix(one)
            if one["points"]:
                # With points, the node computes its center from them.
                for place in (3, 7, 11):
                    one["objectToNode"][place] = other["objectToNode"][place]
        other = {name: value for name, value in other.items() if name != "size"}
    if kind == "fcsv":
        # The core replaces an empty label of the old format by the name of the node.
        for point, theirs in zip(one["points"], other["points"]):
            if not point["label"] and theirs["label"].startswith("F-"):
                point["label"] = theirs["label"]
    if kind == "acsv":
        # A fiducial stores its last point. Values missing in the file have the defaults of the
        # node.
        one["points"] = one["points"][-1:]
        one["texts"] = one["texts"][-1:]
        other = dict(other)
        for part in ("text", "point"):
            known = {name: value for name, value in other[part].items() if name in one[part]}
            other[part] = {k: v if isinstance(v, list) else [v] for k, v in known.items()}
        if one.get("name") is None:
            del other["name"]
        if "missingColumn" in one["hazards"]:
            del other["points"]
    if kind == "segmentation":
        if not one["segments"]:
            # Without segments in the header the core creates them from the label values of the
            # data.
            other = {}
        for segment, theirs in zip(one["segments"], other.get("segments", [])):
            # The core generates a missing identifier.
            if not segment["id"]:
                segment["id"] = theirs["id"]
    if kind == "vp":
        # Values missing in the file have the defaults of the node.
        other = {name: value for name, value in other.items() if one.get(name) is not None}
        for name in ("interpolation", "shade"):
            if name in other:
                one[name] = clamped(name, one[name])
    if kind == "colors":
        for color in one["colors"]:
            color["color"] = [stored(component) for component in color["color"]]
    return one, other


def clamped(name, value):
    """Clamps interpolation to the known kinds; shade is on only for 1."""
    return max(0, min(value, 1)) if name == "interpolation" else int(value == 1)


def stored(component):
    """Byte of the lookup table: rounded half up, then the low eight bits."""
    return int(component + 0.5) & 255


def first_difference(one, other, place):
    """First difference; values that only this project reads are ignored."""
    if isinstance(other, dict) and isinstance(one, dict):
        for name, value in other.items():
            found = first_difference(one.get(name), value, f"{place}.{name}")
            if found:
                return found
        return None
    if isinstance(other, list) and isinstance(one, list):
        if len(one) != len(other):
            return {"place": place, "ours": f"{len(one)} items", "slicer": f"{len(other)} items"}
        for index, (left, right) in enumerate(zip(one, other)):
            found = first_difference(left, right, f"{place}[{index}]")
            if found:
                return found
        return None
    if isinstance(one, bool) != isinstance(other, bool) or one != other:
        return {"place": place, "ours": one, "slicer": other}
    return None


def difference(kind, one, other):
    one, other = prepared(kind, one, other)
    return first_difference(one, {k: v for k, v in other.items() if k != "verdict"}, "")
