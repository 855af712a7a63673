"""What the classes made of their attributes: the text that each node is written with, and exact numbers where the
class has a getter of the attribute's name."""

import xml.parsers.expat

import slicer
from describing import text

# Longer written scenes are not looked at.
LONGEST = 64 << 20


def written_scene(scene):
    """The scene as the library writes it, or None."""
    scene.SetSaveToXMLString(1)
    written = text(scene.GetSceneXMLString()) if scene.Commit() else None
    return written if written is not None and len(written) < LONGEST else None


def written_elements(document):
    """The attributes of each top-level element, by identifier. Where the writer left something unescaped, those before
    that place."""
    elements = {}
    depth = 0

    def start(_, attributes):
        nonlocal depth
        depth += 1
        if depth == 2 and "id" in attributes:
            elements[attributes["id"]] = attributes

    def end(_):
        nonlocal depth
        depth -= 1

    parser = xml.parsers.expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    try:
        parser.Parse(document.encode("utf-8"), True)
    except xml.parsers.expat.ExpatError:
        pass
    return elements


# Getters by class and attribute; None where there is none that says the same as the text.
_getters = {}


def numbers_of(node, name, written):
    """The numbers behind a written text, exactly, when a getter of that name agrees with the text to its precision."""
    key = (node.GetClassName(), name)
    if key not in _getters:
        getter = getattr(type(node), "Get" + name[:1].upper() + name[1:], None)
        _getters[key] = getter
    getter = _getters[key]
    if getter is None:
        return None
    try:
        printed = [float(word) for word in written.split()]
    except ValueError:
        return None
    if not printed:
        return None
    try:
        value = getter(node)
    except TypeError:
        _getters[key] = None
        return None
    exact = list(value) if isinstance(value, tuple) else [value]
    if len(exact) != len(printed) or not all(type(number) is float for number in exact):
        return None
    for one, other in zip(exact, printed):
        if one != other and abs(one - other) > 1e-5 * abs(other) and one == one:
            return None
    return [repr(number) for number in exact]


def values_of(scene):
    """For each node of the scene, in order, its written attributes: the text, or a list of exact numbers. None for a
    node that is not written."""
    document = written_scene(scene)
    if document is None:
        return None
    elements = written_elements(document)
    answer = []
    for index in range(scene.GetNumberOfNodes()):
        node = scene.GetNthNode(index)
        attributes = elements.get(text(node.GetID()))
        if attributes is None:
            answer.append(None)
            continue
        answer.append({name: numbers_of(node, name, value) or value for name, value in attributes.items()})
    return answer
