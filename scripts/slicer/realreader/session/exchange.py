"""Inputs between the model's corpora and those of the core. What the core is fed comes from the
working and the committed corpora of the model; what the core gives goes to the private folder,
minimized for block coverage."""

import os
import subprocess

from ..worker import memory, sample
from .corpus import name_of, read_folder, write_atomically

# Target of the model by kind; a kind of the prefix with a dot belongs to the same target.
TARGETS = {
    "scene": "mrml", "scene-connect": "mrml", "scene-rewrite": "mrml", "bundle": "mrb", "MarkupsJson": "markups-json",
    "MarkupsFiducial": "fcsv", "ColorTable": "colors", "ProceduralColor": "colors", "NRRD": "nrrd-header",
    "VolumeArchetype.nrrd": "nrrd-header", "Segmentation.seg.nrrd": "nrrd-header", "AnnotationFiducials": "acsv",
    "VolumeArchetype": "image-header", "Transform.mha": "image-header", "Model.vtk": "vtk-header",
    "Model.vtp": "vtk-header", "VolumeArchetype.nhdr": "nrrd-header", "Model": "mesh-header",
    "AnnotationControlPoints": "acsv", "AnnotationLines": "acsv", "AnnotationRuler": "acsv", "VolumeProperty": "volume-property",
    sample.NAME: sample.NAME,
}  # fmt: skip
MAXIMUM_IMPORTS = 4000
# Limit of the solver; after it the best selection so far is used.
SOLVER_SECONDS = 10


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
    """Names of the inputs of the model that a kind has run, in the file `imported` of its folder.
    Each runs once."""

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


class SolverError(Exception):
    """cover-solver is missing or refused its input."""


def control_file(sets, sizes):
    """libFuzzer's record of a merge, with blocks as features and indexes as names. Blocks that
    every input reaches are written once, because they decide nothing."""
    common = frozenset(sets[0]).intersection(*sets) if sets else frozenset()
    lines = [str(len(sets)), "0", *map(str, range(len(sets)))]
    for index, (blocks, size) in enumerate(zip(sets, sizes)):
        left = sorted(blocks - common) + sorted(common)[:1]
        lines += [f"STARTED {index} {size}", f"FT {index} {' '.join(map(str, left))}"]
    return "\n".join(lines).encode() + b"\n"


def select(solver, sets, sizes):
    """Indexes of the fewest inputs with all blocks, by the program cover-solver."""
    if not sets:
        return []
    try:
        done = subprocess.run(
            [solver, str(SOLVER_SECONDS)], input=control_file(sets, sizes), capture_output=True, timeout=60 + SOLVER_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SolverError(str(error)) from error
    if done.returncode != 0:
        raise SolverError(done.stderr.decode("utf-8", "replace").strip())
    return [int(line) for line in done.stdout.decode().splitlines()[1:]]


def export(worker, inputs, folder, kind, solver, is_over):
    """Traces inputs, the newest first, and writes a selection with the same blocks. It replaces the
    older selection of the kind when there was time for all inputs; otherwise it is added. Returns
    numbers of traced and selected inputs."""
    traced, sets = [], []
    for data in reversed(inputs):
        if is_over():
            break
        answer, blocks = worker.trace(data)
        if answer.status == memory.READ and blocks:
            traced.append(data)
            sets.append(blocks)
    is_whole = not is_over()
    chosen = select(solver, sets, [len(data) for data in traced])
    os.makedirs(folder, mode=0o700, exist_ok=True)
    names = {f"{kind.name}--{name_of(traced[index])}{kind.extension}": traced[index] for index in chosen}
    for name in os.listdir(folder) if is_whole else []:
        if name.startswith(kind.name + "--") and name not in names:
            os.unlink(os.path.join(folder, name))
    for name, data in names.items():
        write_atomically(os.path.join(folder, name), data)
    return len(traced), len(chosen)
