"""Inputs between the model's corpora and those of the core. What the core is fed comes from the working and the committed
corpora of the model; what the core gives goes to the private folder, minimized for block coverage."""

import os

from ..worker import memory
from .corpus import name_of, read_folder, write_atomically

# Target of the model by kind; a kind of the prefix with a dot belongs to the same target.
TARGETS = {
    "scene": "mrml", "scene-connect": "mrml", "scene-rewrite": "mrml", "bundle": "mrb", "MarkupsJson": "markups-json",
    "MarkupsFiducial": "fcsv", "ColorTable": "colors", "ProceduralColor": "colors", "NRRD": "nrrd-header",
    "VolumeArchetype.nrrd": "nrrd-header", "Segmentation.seg.nrrd": "nrrd-header", "AnnotationFiducials": "acsv",
    "VolumeArchetype": "image-header", "Transform.mha": "image-header", "Model.vtk": "vtk-header",
    "Model.vtp": "vtk-header", "VolumeArchetype.nhdr": "nrrd-header", "Model": "mesh-header",
    "AnnotationControlPoints": "acsv", "AnnotationLines": "acsv", "AnnotationRuler": "acsv", "VolumeProperty": "volume-property",
}  # fmt: skip
# Kinds whose corpora are given back: one for each target.
GIVERS = {"scene", "bundle", "MarkupsJson.Fiducial.mrk.json", "MarkupsFiducial.fcsv", "ColorTable.ctbl", "NRRD.nrrd",
          "VolumeArchetype.mha", "Model.vtk", "Model.ply", "AnnotationFiducials.acsv", "VolumeProperty.vp"}  # fmt: skip
MAXIMUM_IMPORTS = 4000


def target_of(name):
    """The target whose corpus has the same format, or None."""
    return TARGETS.get(name) or TARGETS.get(name.split(".")[0])


def inputs_of_model(name, root):
    """Inputs of the model's corpora for a kind, the shortest first."""
    target = target_of(name)
    if target is None:
        return []
    found = {}
    for folder in (os.path.join(root, "corpus", target, "found"), os.path.join(root, ".scenefuzz", "corpus", target)):
        for data in read_folder(folder):
            found[name_of(data)] = data
    return sorted(found.values(), key=lambda data: (len(data), data))[:MAXIMUM_IMPORTS]


class Imports:
    """Names of the inputs of the model that a kind has run, in the file `imported` of its folder. Each runs once."""

    def __init__(self, folder):
        self.path = os.path.join(folder, "imported")
        self.file, self.names = None, set()

    def __enter__(self):
        if os.path.exists(self.path):
            with open(self.path, encoding="ascii") as file:
                self.names = set(file.read().split())
        self.file = open(self.path, "a", encoding="ascii")
        return self

    def __exit__(self, *_):
        self.file.close()

    def new(self, name, root):
        """Inputs that were not run before; each is recorded when the next one is asked for."""
        for data in inputs_of_model(name, root):
            identifier = name_of(data)
            if identifier not in self.names:
                yield data
                self.file.write(identifier + "\n")


def cover(sets, sizes):
    """Indexes of a small selection with the same union: greedy by new blocks for each byte, then without redundant ones."""
    left, chosen = set().union(*sets) if sets else set(), []
    gains = {index: len(blocks) for index, blocks in enumerate(sets)}
    while left:
        # Gains only shrink, so the best old gain whose new value stays the best is the choice.
        while True:
            best = max(gains, key=lambda index: (gains[index] / (sizes[index] + 64), -index))
            gain = len(sets[best] & left)
            if gain == gains[best]:
                break
            gains[best] = gain
        chosen.append(best)
        left -= sets[best]
        del gains[best]
    counts = {}
    for index in chosen:
        for block in sets[index]:
            counts[block] = counts.get(block, 0) + 1
    kept = []
    for index in sorted(chosen, key=lambda index: -sizes[index]):
        if all(counts[block] > 1 for block in sets[index]):
            for block in sets[index]:
                counts[block] -= 1
        else:
            kept.append(index)
    return sorted(kept)


def export(worker, inputs, folder, extension, is_over):
    """Traces inputs, the newest first, and writes a selection with the same blocks. It replaces the older selection when there
    was time for all inputs; otherwise it is added. Returns numbers of traced and selected inputs."""
    traced, sets = [], []
    for data in reversed(inputs):
        if is_over():
            break
        answer, blocks = worker.trace(data)
        if answer.status == memory.READ and blocks:
            traced.append(data)
            sets.append(blocks)
    is_whole = not is_over()
    chosen = cover(sets, [len(data) for data in traced])
    os.makedirs(folder, mode=0o700, exist_ok=True)
    names = {name_of(traced[index]) + extension: traced[index] for index in chosen}
    for name in os.listdir(folder) if is_whole else []:
        if name not in names:
            os.unlink(os.path.join(folder, name))
    for name, data in names.items():
        write_atomically(os.path.join(folder, name), data)
    return len(traced), len(chosen)
