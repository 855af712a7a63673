"""Nodes and subject hierarchy items of a loaded scene as plain values."""

import vtk


def text(value):
    """Text of a value from the bindings, which return bytes for invalid UTF-8."""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value


def describe(node):
    references = {}
    for index in range(node.GetNumberOfNodeReferenceRoles()):
        role = node.GetNthNodeReferenceRole(index)
        count = node.GetNumberOfNodeReferences(role)
        ids = [text(node.GetNthNodeReferenceID(role, n)) for n in range(count)]
        if ids:
            references[text(role)] = ids
    return {
        "class": node.GetClassName(),
        "tag": node.GetNodeTagName(),
        "id": text(node.GetID()) or "",
        "name": text(node.GetName()) or "",
        "description": text(node.GetDescription()),
        "singletonTag": text(node.GetSingletonTag()),
        "flags": {
            "hideFromEditors": bool(node.GetHideFromEditors()),
            "selectable": bool(node.GetSelectable()),
            "selected": bool(node.GetSelected()),
            "undoEnabled": bool(node.GetUndoEnabled()),
        },
        "attributes": {text(name): text(node.GetAttribute(name)) for name in node.GetAttributeNames()},
        "references": references,
    }


def describe_all(scene):
    """All nodes in order. Nodes stored in a scene view follow the view, with the index of the view.
    The result is a flat list because the input decides how deep views nest."""
    nodes = []
    pending = [(scene, n, None) for n in reversed(range(scene.GetNumberOfNodes()))]
    while pending:
        holder, n, view = pending.pop()
        node = holder.GetNthNode(n)
        place = len(nodes)
        nodes.append({**describe(node), "view": view})
        stored = node.GetStoredScene() if node.IsA("vtkMRMLSceneViewNode") else None
        if stored is not None:
            pending.extend((stored, inner, place) for inner in reversed(range(stored.GetNumberOfNodes())))
    return nodes


def describe_items(scene):
    """Items of the subject hierarchy, parents first, numbered in that order: their own identifiers
    continue from scene to scene. None when the scene has no subject hierarchy; the scene's own
    getter would create one."""
    node = scene.GetFirstNodeByClass("vtkMRMLSubjectHierarchyNode")
    if node is None:
        return None
    items = []
    pending = [(node.GetSceneItemID(), None)]
    while pending:
        item, parent = pending.pop()
        children = vtk.vtkIdList()
        node.GetItemChildren(item, children, False)
        data = node.GetItemDataNode(item)
        number = len(items)
        items.append(
            {
                "parent": parent,
                "dataNode": text(data.GetID()) if data is not None else None,
                "name": text(node.GetItemName(item)),
            }
        )
        for n in reversed(range(children.GetNumberOfIds())):
            pending.append((children.GetId(n), number))
    return items
