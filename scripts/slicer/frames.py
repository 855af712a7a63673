"""Frames over a pipe: a big-endian length of four bytes, then JSON."""

import json
import os
import struct


def write_frame(descriptor, value):
    data = json.dumps(value, separators=(",", ":")).encode("utf-8", "surrogatepass")
    data = struct.pack(">I", len(data)) + data
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def read_exactly(descriptor, count):
    pieces = []
    while count:
        piece = os.read(descriptor, min(count, 1 << 20))
        if not piece:
            return None
        pieces.append(piece)
        count -= len(piece)
    return b"".join(pieces)


def read_frame(descriptor):
    """Value of the next frame; None at the end of the pipe."""
    head = read_exactly(descriptor, 4)
    body = head and read_exactly(descriptor, struct.unpack(">I", head)[0])
    return None if body is None else json.loads(body.decode("utf-8", "surrogatepass"))
