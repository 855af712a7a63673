"""Memory that the worker and its client share, and the frames between them."""

import ctypes
import mmap
import os
import struct

FRAMES = 64
HITS_OFFSET = 4096
MAXIMUM_INPUT = 64 << 20

# Client to worker: operation, length of the input in the shared memory.
REQUEST = struct.Struct("<II")
# PATIENT is ALONE with more time.
RUN, TRACE, PLAIN, BATCH_END, ALONE, PATIENT = range(6)
# Worker to client: status, signal, number of hits, outside files, connections, growth in KiB,
# flags, microseconds.
ANSWER = struct.Struct("<8I")
READ, DIED, DIED_IN_BATCH, OUT_OF_MEMORY, GREW, FAILED = range(6)
STATUS_NAMES = ["read", "died", "died in a batch only", "out of memory", "grew", "failed in Python"]
# A flag that kinds set, and one of a death: a batch stopped an input early, and it did not run
# again alone, because it was in the loop of a confirmed hang or others had used up the time for it.
ROUND_TRIP_DIFFERS, STOPPED = 1, 2
# First frame of a worker: number of prepared blocks, then a text of that many bytes.
GREETING = struct.Struct("<II")


class Header(ctypes.Structure):
    """struct block_coverage_shared."""

    _fields_ = [
        ("total", ctypes.c_uint32), ("hits", ctypes.c_uint32), ("trace", ctypes.c_uint32), ("signal", ctypes.c_uint32),
        ("code", ctypes.c_int32), ("frames", ctypes.c_uint32), ("fault", ctypes.c_uint64), ("error", ctypes.c_uint64),
        ("instruction", ctypes.c_uint64), ("stack", ctypes.c_uint64), ("frame", ctypes.c_uint64 * FRAMES),
    ]  # fmt: skip


class PreloadState(ctypes.Structure):
    """struct reader_preload_state."""

    _fields_ = [
        ("watching", ctypes.c_uint32), ("files", ctypes.c_uint32), ("connections", ctypes.c_uint32),
        ("reserved", ctypes.c_uint32), ("folder", ctypes.c_char * 256), ("first", ctypes.c_char * 512),
    ]  # fmt: skip


def anonymous_file(name, size=0):
    """A descriptor of memory without a path, inherited by children."""
    descriptor = os.memfd_create(name, 0)
    os.ftruncate(descriptor, size)
    return descriptor


def mapped(descriptor):
    return mmap.mmap(descriptor, os.fstat(descriptor).st_size)


def read_exactly(descriptor, count):
    """Bytes, or None at the end of the pipe."""
    pieces = []
    while count:
        piece = os.read(descriptor, min(count, 1 << 20))
        if not piece:
            return None
        pieces.append(piece)
        count -= len(piece)
    return b"".join(pieces)
