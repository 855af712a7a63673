"""The libraries BlockCoverage and ReaderPreload, loaded with ctypes."""

import ctypes
import os

from .memory import Header, PreloadState


class CoverageError(Exception):
    """The block table does not belong to the loaded libraries, or the kernel refused."""


class Coverage:
    """Breakpoints of this process and its children. `folder` contains the two libraries."""

    def __init__(self, folder):
        self.library = ctypes.CDLL(os.path.join(folder, "libBlockCoverage.so"))
        self.library.block_coverage_locate.argtypes = [
            ctypes.c_uint64, ctypes.c_char_p, ctypes.c_size_t, ctypes.POINTER(ctypes.c_uint64),
        ]  # fmt: skip
        self.memory = None

    def open(self, table, shared, libraries):
        """Prepares the blocks of the named libraries. Returns their number."""
        message = ctypes.create_string_buffer(512)
        count = self.library.block_coverage_open(
            table.encode(), shared, "\n".join(libraries).encode(), message, ctypes.c_size_t(len(message))
        )
        if count < 0:
            raise CoverageError(message.value.decode())
        return count

    def attach(self, memory):
        """Uses the mapped shared memory for `header`."""
        self.memory = memory
        self.header = Header.from_buffer(memory)

    def arm(self):
        status = self.library.block_coverage_arm()
        if status != 0:
            raise CoverageError(f"the kernel does not allow to map memory as code: {os.strerror(-status)}")

    def disarm(self):
        return self.library.block_coverage_disarm()

    def roll_back(self, count):
        self.library.block_coverage_roll_back(count)

    def trace(self):
        return self.library.block_coverage_trace()

    def watch_deaths(self):
        self.library.block_coverage_watch_deaths()

    def clear_death(self):
        self.library.block_coverage_clear_death()

    def locate(self, address):
        """(library, offset), or None."""
        name, offset = ctypes.create_string_buffer(256), ctypes.c_uint64()
        if not self.library.block_coverage_locate(address, name, len(name), ctypes.byref(offset)):
            return None
        return name.value.decode(), offset.value

    def frames(self):
        return [self.header.frame[index] for index in range(self.header.frames)]


def executable_ranges():
    """(start, end, library, load address) of the code of this process. Armed code has no name any
    more."""
    ranges, bases = [], {}
    with open("/proc/self/maps", encoding="utf-8") as file:
        for line in file:
            parts = line.split(maxsplit=5)
            if len(parts) < 6 or ".so" not in parts[5]:
                continue
            start, end = (int(text, 16) for text in parts[0].split("-"))
            path = parts[5].strip()
            if path not in bases:
                bases[path] = start - int(parts[2], 16)
            if "x" in parts[1]:
                ranges.append((start, end, path, bases[path]))
    return ranges


def preload_state():
    """State of the preloaded library; None when it is not loaded."""
    try:
        function = ctypes.CDLL(None).reader_preload_state
    except AttributeError:
        return None
    function.restype = ctypes.POINTER(PreloadState)
    pointer = function()
    return pointer.contents if pointer else None
