"""Seeds of mrml: one scene for each registered class, and combinations."""

import os
import re
import signal

import registry
import values

# Maximum size of a seed in bytes: longer scenes slow the fuzzer down and add little coverage.
MAXIMUM_SIZE = 24 << 10
SECONDS = 20


def in_child(make):
    """Result of `make`, called in a child process that may crash; None when it did."""
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
    return (values.written_scene(scene) or "").encode("utf-8")


def add(scene, class_name, name):
    node = scene.CreateNodeByClass(class_name)
    if node is None:
        return None
    node.UnRegister(None)
    node.SetName(name)
    return scene.AddNode(node)


def changed(value):
    """A different value of the same type; None for an unsupported type."""
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
    """Changes the written attributes that have a setter of the same name."""
    text = values.written_scene(scene) or ""
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
    """A scene with one node of a class; with `richer`, non-default values, a storage node and a
    display node."""
    scene = registry.fresh_scene(source)
    node = add(scene, class_name, class_name.removeprefix("vtkMRML").removesuffix("Node"))
    if node is None:
        return None
    if hasattr(node, "SetScreenShotType"):
        # Set for equal output of every run.
        node.SetScreenShotType(1)
    if class_name == "vtkMRMLAnnotationRulerNode":
        # The core does not write a ruler without two points.
        for point in ([1, 2, 3], [3, 2, 1]):
            node.AddControlPoint(point, 1, 1)
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


def combined(source, build):
    scene = registry.fresh_scene(source)
    build(scene)
    return written(scene)


def all_seeds(source, combinations):
    """(bytes, README line) by file name, and reasons by name of a skipped seed."""
    seeds, skipped = {}, {}
    classes = {}
    for tag, class_name in sorted(registry.tag_table(registry.fresh_scene(source)).items()):
        classes.setdefault(class_name, tag)
    for class_name, tag in sorted(classes.items(), key=lambda pair: pair[1]):
        data = in_child(lambda: one_class(source, class_name, True))
        what = f"one {class_name} with values of its own and what belongs to it"
        if data is None:
            data = in_child(lambda: one_class(source, class_name, False))
            what = f"one {class_name} as it is made"
        if data is None:
            skipped[class_name] = "the core does not make or write one by itself"
        elif len(data) > MAXIMUM_SIZE:
            skipped[class_name] = f"{len(data)} bytes are too many for a seed"
        else:
            seeds[f"class-{tag}.mrml"] = (data, what)
    for name, (build, what) in combinations.items():
        data = in_child(lambda: combined(source, build))
        if data is None:
            skipped[name] = "the core did not write it"
        else:
            seeds[f"{name}.mrml"] = (data, what)
    seeds["empty.mrml"] = (in_child(lambda: combined(source, lambda scene: None)), "a scene without a node")
    return seeds, skipped
