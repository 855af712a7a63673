#!/usr/bin/env python3
"""Compares the readers of side files with those of the real 3D Slicer core.

    python side_compare.py KIND SCENEFUZZ [--mutations N] [--seed N] [--keep FOLDER] PATH...

KIND is markups, fcsv, acsv, colors, procedural, nrrd, segmentation or vp. Reads every PATH and N
mutations with `SCENEFUZZ dump` and with side_reader.py; verdicts and values must be equal. Run it
with the Python of .venv-slicer. Prints one line of JSON: number of files, equal verdicts and
values, and the first differences. Exit codes: 0 all equal, 1 a difference. Deaths of the core are
counted and not described (SECURITY.md).
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
# Reader of this project where its name differs from the kind.
READERS = {"segmentation": "nrrd"}
# Codes of files that are counted but not compared, because the format leaves their meaning open or
# another file decides it. For the last two the core moves positions or invents missing values.
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
        if UNDEFINED.intersection(one.get("hazards", []) + one.get("notes", [])):
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
    parser.add_argument("--keep", help="folder for mutations with differences")
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
