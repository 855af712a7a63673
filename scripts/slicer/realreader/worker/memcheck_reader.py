"""Reads inputs of one kind in this process, under valgrind. Started by memcheck.py.

    python -m realreader.worker.memcheck_reader KIND LOG REPORT INPUT...

Writes REPORT: for each input the end of the log after it, as JSON. The first input is the seed that stands for the noise.
"""

import json
import os
import sys

from .kinds import KINDS, read_file
from .state import State


def main():
    name, log, report, paths = sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:]
    kind = KINDS[name]
    state = State(len(paths))
    run = kind.run or read_file(kind)
    folder = os.path.join(os.getcwd(), "work")
    os.makedirs(folder, exist_ok=True)
    ends = [os.path.getsize(log)]
    for number, path in enumerate(paths):
        with open(path, "rb") as file:
            data = file.read()
        try:
            run(state, number, data, folder)
        except MemoryError:
            pass
        ends.append(os.path.getsize(log))
        with open(report, "w") as file:
            json.dump(ends, file)
    os._exit(0)


if __name__ == "__main__":
    main()
