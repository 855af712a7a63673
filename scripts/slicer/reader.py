#!/usr/bin/env python3
"""Worker of `scenefuzz slicer compare`: loads scenes with the real 3D Slicer core and describes the
results.

Standard input and output carry frames (frames.py). The first output frame is a greeting: versions,
tag table, missing logics, network isolation. Each input frame is a request, {"files": [path, ...]}
with the optional members "batch", "seconds", "memory" and "values". Each output frame answers one
file, in order.

Every file is loaded into an empty scene in a forked child, in a folder that contains only the
scene, with limits of time and memory and without a network (children.py). A child loads a batch of
files. When it dies, the current file is loaded again in a child of its own, and the remaining files
continue in a new child.

The empty scenes are created once, before the first fork, because creating one takes longer than
loading a small file. Each child has its own untouched copies.
"""

import gc
import os

import slicer
import vtk
from children import answers, without_network
from frames import read_frame, write_frame
from registry import fresh_scene, registry, tag_table

# Number of empty scenes: the maximum size of a batch.
SCENES = 64
# Defaults of a request. A file that exceeds a limit in a child of its own counts as died.
DEFAULTS = {"batch": SCENES, "seconds": 30, "memory": 6 << 30, "values": True}


def main():
    output = os.dup(1)
    requests = os.dup(0)
    silence = os.open(os.devnull, os.O_RDWR)
    # Only frames leave the process; prints of the libraries are discarded.
    for descriptor in (0, 1, 2):
        os.dup2(silence, descriptor)
    isolated = without_network()
    vtk.vtkLogger.SetStderrVerbosity(vtk.vtkLogger.VERBOSITY_OFF)
    source, keep, missing = registry()
    greeting = {
        "slicer": getattr(slicer, "__version__", ""),
        "vtk": vtk.vtkVersion.GetVTKVersion(),
        "tags": tag_table(fresh_scene(source)),
        "missing": missing,
        "withoutNetwork": isolated,
    }
    scenes = [fresh_scene(source) for _ in range(SCENES)]
    write_frame(output, greeting)
    # Children share these pages; the garbage collector would write to all of them.
    gc.freeze()
    while (request := read_frame(requests)) is not None:
        for answer in answers(scenes, {**DEFAULTS, **request}):
            write_frame(output, answer)
    # Skip destructors: the libraries crash when they are unloaded in the wrong order.
    del keep
    os._exit(0)


if __name__ == "__main__":
    main()
