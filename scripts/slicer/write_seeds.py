#!/usr/bin/env python3
"""Writes the seeds of the targets mrml and mrb with the real 3D Slicer core.

    python3 scripts/slicer/write_seeds.py            writes corpus/mrml/seeds and corpus/mrb/seeds
    python3 scripts/slicer/write_seeds.py --check    writes nothing; fails when the committed seeds differ

Needs the environment of `scenefuzz slicer setup`. The output is equal on every machine: it contains
no time, path, name or folder order of the machine; only the two repacked bundles depend on Python's
zlib. Hand-written seeds, whose names begin with `hostile-` or `foreign-`, are not changed.
"""

import argparse
import os
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ENVIRONMENT = os.path.join(ROOT, ".venv-slicer")
INSIDE = "SCENEFUZZ_SLICER_PYTHON"
# Prefixes of the names of hand-written seeds.
HAND_WRITTEN = ("hostile-", "foreign-")


def enter_environment():
    """Restarts this script with the Python of the environment."""
    python = os.path.join(ENVIRONMENT, "bin", "python")
    if not os.path.exists(python):
        sys.exit("the real 3D Slicer core is not installed: run ./scripts/scenefuzz slicer setup")
    os.environ[INSIDE] = "1"
    os.execv(python, [python, os.path.abspath(__file__), *sys.argv[1:]])


def readme(title, lines, hand, skipped):
    text = f"# Seeds of {title}\n\n"
    text += "Written by the core of 3D Slicer through `scripts/slicer/write_seeds.py`; "
    text += "those named `hostile-` are written by\nhand, aimed at our own reader. A test checks that every seed has a line here, and every line a seed.\n\n"
    for name, what in sorted({**lines, **hand}.items()):
        text += f"- `{name}`: {what}\n"
    if skipped:
        text += "\nWithout a seed: " + "; ".join(f"{name} ({why})" for name, why in sorted(skipped.items())) + ".\n"
    return text


def hand_written(folder):
    """README lines of the hand-written seeds, by name."""
    lines = {}
    path = os.path.join(folder, "README.md")
    if os.path.exists(path):
        for line in open(path, encoding="utf-8"):
            if line.startswith(tuple(f"- `{prefix}" for prefix in HAND_WRITTEN)):
                name, what = line[3:].rstrip("\n").split("`: ", 1)
                lines[name] = what
    return lines


def differences(folder, files):
    """Names that are missing, superfluous or different in the folder, without hand-written
    seeds."""
    there = {name for name in os.listdir(folder) if not name.startswith(HAND_WRITTEN)}
    wrong = sorted(there ^ set(files))
    for name in sorted(there & set(files)):
        with open(os.path.join(folder, name), "rb") as file:
            if file.read() != files[name]:
                wrong.append(name)
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare with the committed seeds and write nothing")
    arguments = parser.parse_args()
    if INSIDE not in os.environ:
        enter_environment()

    import registry
    import seed_bundles
    import seed_combinations
    import seed_scenes
    import vtk

    vtk.vtkLogger.SetStderrVerbosity(vtk.vtkLogger.VERBOSITY_OFF)
    source, keep, _ = registry.registry()
    failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        os.chdir(scratch)
        for target, (seeds, skipped) in {
            "mrml": seed_scenes.all_seeds(source, seed_combinations.COMBINED),
            "mrb": seed_bundles.all_seeds(source, scratch),
        }.items():
            folder = os.path.join(ROOT, "corpus", target, "seeds")
            os.makedirs(folder, exist_ok=True)
            files = {name: data for name, (data, _) in seeds.items()}
            lines = {name: what for name, (_, what) in seeds.items()}
            files["README.md"] = readme(target, lines, hand_written(folder), skipped).encode()
            for name, reason in skipped.items():
                print(f"{target}: no seed for {name}: {reason}")
            if arguments.check:
                for name in differences(folder, files):
                    print(f"{target}: {name} differs from what the core writes")
                    failed = 1
                continue
            for name in os.listdir(folder):
                if name not in files and not name.startswith(HAND_WRITTEN):
                    os.remove(os.path.join(folder, name))
            for name, data in files.items():
                with open(os.path.join(folder, name), "wb") as file:
                    file.write(data)
            size = sum(map(len, files.values()))
            print(f"{target}: {len(lines)} seeds, {size} bytes")
    sys.stdout.flush()
    # Skip destructors: the libraries crash when they are unloaded in the wrong order.
    os._exit(failed)


if __name__ == "__main__":
    main()
