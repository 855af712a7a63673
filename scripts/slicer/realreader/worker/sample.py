"""The kind `sample`: the sample reader instead of the core, for `slicer doctor` and tests without
the wheel."""

import ctypes
import os

NAME = "sample"


def library_in(folder):
    return os.path.join(folder, "libSampleReader.so")


def write_table(path, libraries):
    """Writes the block table of the sample reader: of functions only, where Capstone is not
    installed."""
    from ..binaries import blocks

    try:
        machine = blocks.disassembler()
    except ImportError:
        machine = None
    blocks.write_table(path, [library_in(libraries)], machine)


def start(python, options, folder, seconds=0.3):
    """A worker of the sample reader with its table in `folder`."""
    from .client import Worker

    os.makedirs(folder, mode=0o700, exist_ok=True)
    table = os.path.join(folder, "blocks.json")
    write_table(table, options.libraries)
    return Worker(python, table, options.libraries, NAME, {"seconds": seconds, "growth": 64 << 10}, library_in(options.libraries))


def prepare(path):
    library = ctypes.CDLL(path)

    def run(state, number, data, folder):
        library.sample_read(data, len(data))

    return run, None, [os.path.basename(path)]
