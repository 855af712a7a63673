"""The kind `sample`: the sample reader instead of the core, for `slicer doctor` and tests without the wheel."""

import ctypes
import os

NAME = "sample"


def library_in(folder):
    return os.path.join(folder, "libSampleReader.so")


def write_table(path, libraries):
    """Writes the block table of the sample reader: of functions only, where Capstone is not installed."""
    from ..binaries import blocks

    try:
        machine = blocks.disassembler()
    except ImportError:
        machine = None
    blocks.write_table(path, [library_in(libraries)], machine)


def prepare(path):
    library = ctypes.CDLL(path)

    def run(state, number, data, folder):
        library.sample_read(data, len(data))

    return run, None, [os.path.basename(path)]
