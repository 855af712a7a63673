#!/usr/bin/env python3
"""Loads scenes with the real 3D Slicer core and says what it made of them.

Run by `scenefuzz slicer compare`. It speaks over standard input and output in frames (frames.py). The first frame out is
a greeting: versions, the table of tags, what the wheel lacks, whether there is no network. Each frame in is a request,
{"files": [path, ...]} and perhaps {"batch", "seconds", "memory", "values"}; each frame out answers one file, in order.

Every file is loaded into a fresh, empty scene in a forked child, in a folder of its own that holds nothing but the
scene, with limits on time and memory and without a network (children.py). Files are loaded in batches, many to a child;
when a child dies, the file that it was at is loaded again alone, and the rest go on in a new child.

The empty scenes are made once, before the first fork: to make one takes longer than to load a small file into it, and
each child has its own untouched copies.
"""

import gc
import os

import slicer
import vtk
from children import answers, without_network
from frames import read_frame, write_frame
from registry import fresh_scene, registry, tag_table

# Empty scenes made in advance: the largest batch.
SCENES = 64
# Limits of a request that states none; a file that passes them when it is loaded alone counts as died.
DEFAULTS = {"batch": SCENES, "seconds": 30, "memory": 6 << 30, "values": True}


def main():
    output = os.dup(1)
    requests = os.dup(0)
    silence = os.open(os.devnull, os.O_RDWR)
    # What the library prints goes nowhere; only frames go out.
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
    # Children share these pages; the collector would copy them all.
    gc.freeze()
    while (request := read_frame(requests)) is not None:
        for answer in answers(scenes, {**DEFAULTS, **request}):
            write_frame(output, answer)
    # The libraries are not made to be torn down in any order; nothing is left to do.
    del keep
    os._exit(0)


if __name__ == "__main__":
    main()
