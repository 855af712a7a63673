"""Reads inputs of one kind in this process, under valgrind. Started by memcheck.py.

    python -m realreader.worker.memcheck_reader KIND LOG REPORT INPUT...

Writes REPORT as JSON: the end of the log after an empty scene, then after each input.
"""

import json
import os
import sys

from .kinds import KINDS, import_scene, read_file
from .state import State


EMPTY = b'<MRML version="Slicer5" userTags="">\n</MRML>\n'


def main():
    name, log, report, paths = sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:]
    kind = KINDS[name]
    state = State(len(paths) + 1)
    run = kind.run or read_file(kind)
    folder = os.path.join(os.getcwd(), "work")
    os.makedirs(folder, exist_ok=True)
    import_scene(state, len(paths), EMPTY, folder)
    ends = [os.path.getsize(log)]
    for number, path in enumerate(paths):
        with open(path, "rb") as file:
            data = file.read()
        try:
            run(state, number, data, folder)
        except MemoryError:
            pass
        ends.append(os.path.getsize(log))
        # Complete or absent: the process may be killed at any time.
        with open(report + ".part", "w") as file:
            json.dump(ends, file)
        os.replace(report + ".part", report)
    os._exit(0)


if __name__ == "__main__":
    main()
