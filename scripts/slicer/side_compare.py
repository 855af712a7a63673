#!/usr/bin/env python3
"""Holds the readers of side files against those of the real 3D Slicer core.

    python side_compare.py KIND SCENEFUZZ [--mutations N] [--seed N] [--keep FOLDER] PATH...

KIND is one of markups, fcsv, acsv, colors, procedural, nrrd, segmentation, vp. Every PATH, and N mutations of them, goes through `SCENEFUZZ dump`
and through side_reader.py beside this file; verdicts and values must be equal. Run it with the Python of
.venv-slicer. Prints one line of JSON: files, agreement on verdicts and on values, and the first differences. Exit
codes: 0 all equal, 1 a difference. What the core dies of is counted and kept out: see SECURITY.md.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile

from side_mutations import mutations
from side_values import difference

HERE = os.path.dirname(os.path.abspath(__file__))
BATCH = 500
# The reader of ours for a kind of another name.
READERS = {"segmentation": "nrrd"}
# Codes that say that the format leaves open what a text means, or that another file decides; such files are counted,
# not compared. The last two: the core moves positions and makes up the numbers that a count claims.
UNDEFINED = {"detachedData", "lineOfBlanks", "commentInColumns", "shortRow", "positionsNotAscending", "countMismatch"}


def ours(program, kind, paths):
    answers = []
    for start in range(0, len(paths), BATCH):
        command = [program, "dump", "--json", "--as", READERS.get(kind, kind), *paths[start : start + BATCH]]
        done = subprocess.run(command, capture_output=True, text=True)
        lines = done.stdout.splitlines()
        if len(lines) != len(paths[start : start + BATCH]):
            sys.exit(f"{len(lines)} answers from {program}: {done.stderr[-2000:]}")
        answers += [json.loads(line) for line in lines]
    return answers


def theirs(kind, paths):
    command = [sys.executable, os.path.join(HERE, "side_reader.py"), kind]
    done = subprocess.run(command, input="\n".join(paths) + "\n", capture_output=True, text=True)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    if len(answers) != len(paths):
        sys.exit(f"{len(answers)} answers from the core for {len(paths)} files: {done.stderr[-2000:]}")
    return answers


def compare(kind, paths, found, expected):
    counts = {"files": 0, "verdict": 0, "values": 0, "died": 0, "undefined": 0, "accepted": 0}
    differences = []
    for path, one, other in zip(paths, found, expected):
        if "died" in other:
            counts["died"] += 1
            continue
        if UNDEFINED.intersection(one.get("findings", []) + one.get("remarks", [])):
            counts["undefined"] += 1
            continue
        counts["files"] += 1
        accepted = one["verdict"] != "refused"
        counts["accepted"] += other["verdict"] != "refused"
        if accepted != (other["verdict"] != "refused"):
            error = (one.get("error") or {}).get("code")
            differences.append({"file": path, "level": "verdict", "ours": error or "accepted", "slicer": other["verdict"]})
            continue
        counts["verdict"] += 1
        place = difference(kind, one, other) if accepted else None
        if place is None:
            counts["values"] += 1
        else:
            differences.append({"file": path, "level": "value", **place})
    return counts, differences


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("kind")
    parser.add_argument("program")
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--mutations", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", help="folder for the mutations that differ")
    parser.add_argument("--show", type=int, default=10)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        folder = options.keep or folder
        os.makedirs(folder, exist_ok=True)
        paths = [os.path.abspath(path) for path in options.paths]
        paths += mutations(paths, options.mutations, options.seed, folder)
        counts, differences = compare(
            options.kind, paths, ours(options.program, options.kind, paths), theirs(options.kind, paths)
        )
    print(json.dumps({**counts, "differences": len(differences), "first": differences[: options.show]}))
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    main()
