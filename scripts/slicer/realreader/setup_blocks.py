"""Writes the block table of the installed core: `scenefuzz slicer setup` runs this.

    python -m realreader.setup_blocks TABLE [--check]

Prints one line of JSON. With --check writes nothing; exit code 1 when the table is missing or of
another build.
"""

import contextlib
import json
import os
import sys
import time


def check(table, paths, names):
    """The reason why a table does not belong to the loaded libraries; None when it does."""
    from .binaries.blocks import read_table
    from .binaries.elf import Library

    try:
        known = {name: build for name, build, _, _ in read_table(table)}
    except (OSError, ValueError) as error:
        return str(error)
    if sorted(known) != names:
        return f"{table}: made for other libraries"
    for name in names:
        if Library(paths[name]).build_id() != known[name]:
            return f"{table}: another build of {name}"
    return None


def main():
    table = sys.argv[1]
    started = time.monotonic()
    # The core prints warnings while it is imported.
    with open(os.devnull, "w") as silence, contextlib.redirect_stdout(silence), contextlib.redirect_stderr(silence):
        import registry
        import vtk

        vtk.vtkLogger.SetStderrVerbosity(vtk.vtkLogger.VERBOSITY_OFF)
        keep = registry.registry()
    from .binaries import blocks, libraries

    paths = libraries.loaded()
    names = libraries.chosen("all", paths)
    reason = check(table, paths, names)
    if "--check" in sys.argv[2:]:
        print(json.dumps({"table": table, "reason": reason}), flush=True)
        os._exit(0 if reason is None else 1)
    totals = None
    if reason is not None:
        totals = blocks.write_table(
            table, [paths[name] for name in names], blocks.disassembler(), lambda line: print(line, file=sys.stderr)
        )
    if totals is not None:
        with open(table + ".json", "w") as file:
            json.dump(totals, file)
    print(json.dumps({"table": table, "written": totals, "seconds": round(time.monotonic() - started, 1)}), flush=True)
    del keep
    # Skip destructors: the libraries crash when they are unloaded in the wrong order.
    os._exit(0)


if __name__ == "__main__":
    main()
