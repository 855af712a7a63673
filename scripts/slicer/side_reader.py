#!/usr/bin/env python3
"""Reads side files with the storage nodes of the real 3D Slicer core and prints their values.

    python side_reader.py KIND < paths

Standard input has one path a line; standard output has one line of JSON for each, in order. KIND is
a key of KINDS in side_describe.py. Forked children with limits of time and memory read batches of
files. The file at which a child died is read again in a child of its own; when that dies too, the
answer is {"died": signal}.
"""

import json
import os
import resource
import signal
import sys

import slicer
import vtk

from side_describe import KINDS

SECONDS = 20
MEMORY = 4 << 30
BATCH = 200


def child(describe, files, descriptor):
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    silence = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(silence, stream)
    with os.fdopen(descriptor, "w", encoding="utf-8", errors="surrogateescape") as output:
        for path in files:
            signal.alarm(SECONDS)
            output.write(json.dumps(describe(path)) + "\n")
            output.flush()
    os._exit(0)


def run_child(describe, files):
    """Answers of one child, and the signal that ended it or None."""
    reader, writer = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reader)
        try:
            child(describe, files, writer)
        finally:
            os._exit(3)
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8") as answers:
        lines = [line for line in answers if line.endswith("\n")]
    _, status = os.waitpid(process, 0)
    died = None
    if len(lines) < len(files):
        died = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    return lines, died


def answers(describe, files):
    position = 0
    while position < len(files):
        batch = files[position : position + BATCH]
        lines, _ = run_child(describe, batch)
        yield from lines
        position += len(lines)
        if len(lines) < len(batch):
            again, died = run_child(describe, [files[position]])
            yield again[0] if again else json.dumps({"died": died}) + "\n"
            position += 1


def main():
    vtk.vtkLogger.SetStderrVerbosity(vtk.vtkLogger.VERBOSITY_OFF)
    describe = KINDS[sys.argv[1]]
    files = sys.stdin.read().splitlines()
    for line in answers(describe, files):
        sys.stdout.write(line)
        sys.stdout.flush()


if __name__ == "__main__":
    main()
