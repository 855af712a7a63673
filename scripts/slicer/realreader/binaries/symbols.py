"""Names of functions in stripped libraries: `.eh_frame` for the range, dynamic symbols for the
name."""

import ctypes
import os
import re

from .elf import FormatError, Functions, Library

# Version suffixes of file names: the name of a library without them is the same in the next version
# of the wheel.
VERSION = re.compile(r"(-\d+(\.\d+)*)?\.so(\.\d+)*$|-[0-9a-f]{8}\.so(\.\d+)*$")


def stem(path):
    """File name of a library without version: `libITKCommon-5.4.so.1` is `libITKCommon`."""
    return VERSION.sub("", os.path.basename(path))


class Demangler:
    """C++ names by the C++ runtime; a name that it does not know stays as it is."""

    def __init__(self):
        self.function = None
        try:
            # In a class, Python would rename an attribute that begins with two underscores.
            self.function = getattr(ctypes.CDLL("libstdc++.so.6"), "__cxa_demangle")
            self.function.restype = ctypes.c_void_p
            self.free = ctypes.CDLL(None).free
            self.free.argtypes = [ctypes.c_void_p]
        except (OSError, AttributeError):
            pass

    def __call__(self, name):
        if self.function is None or not name.startswith("_Z"):
            return name
        status = ctypes.c_int()
        pointer = self.function(name.encode(), None, None, ctypes.byref(status))
        if not pointer:
            return name
        text = ctypes.cast(pointer, ctypes.c_char_p).value.decode("utf-8", "replace")
        self.free(pointer)
        return text


class Frame:
    """One frame: library stem, function name (None when the library has none), offset in the
    function."""

    __slots__ = ("address", "function", "library", "offset")

    def __init__(self, library, function, offset, address):
        self.library, self.function, self.offset, self.address = library, function, offset, address

    def __str__(self):
        return f"{self.library} {self.function or '(unnamed)'}+{self.offset:#x}"


class Symbols:
    """Functions of libraries, read when first needed."""

    def __init__(self):
        self.tables, self.demangle = {}, Demangler()

    def table(self, path):
        if path not in self.tables:
            try:
                self.tables[path] = Functions(Library(path))
            except (OSError, FormatError, KeyError, IndexError):
                self.tables[path] = None
        return self.tables[path]

    def frame(self, place, is_return):
        """The frame of (library path, offset). A return address belongs to the call before it. None
        without a place."""
        if place is None:
            return None
        path, offset = place
        table = self.table(path)
        found = table.at(offset - 1 if is_return else offset) if table else None
        if found is None:
            return Frame(stem(path), None, offset, offset)
        start, name = found
        return Frame(stem(path), self.demangle(name) if name else None, offset - start, offset)

    def frames(self, places):
        return [self.frame(place, index > 0) for index, place in enumerate(places)]

    def build_ids(self, paths):
        """Build IDs by file name."""
        tables = {path: self.table(path) for path in paths}
        return {os.path.basename(path): table.build for path, table in tables.items() if table}
