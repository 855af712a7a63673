"""Attribute values after loading: the written text of each node, and exact numbers where the class
has a getter with the name of the attribute."""

import xml.parsers.expat

import slicer
from describing import text

# Maximum length of a written scene, in characters.
MAXIMUM_LENGTH = 64 << 20


def written_scene(scene):
    """The scene as written by the library; None when it cannot be written or is too long."""
    scene.SetSaveToXMLString(1)
    written = text(scene.GetSceneXMLString()) if scene.Commit() else None
    return written if written is not None and len(written) < MAXIMUM_LENGTH else None


def written_elements(document):
    """Attributes of the top-level elements, by identifier. Stops at the first syntax error
    (unescaped text)."""
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


# Getters by class and attribute; None where no getter returns the written value.
_getters = {}


def numbers_of(node, name, written):
    """Exact numbers of a written text, when the getter's result equals the text to its precision;
    None otherwise."""
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
    """Written attributes of each node, in order: a text or a list of exact numbers. None for a node
    that is not written."""
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
