"""Words that the code of a function compares with: strings of `.rodata` whose address it takes, and
printable constants of four or eight bytes. A stripped library has no other names of fields."""

import bisect
import mmap
import re
import struct

from .blocks import BUILD_ID_SIZE, MAGIC
from .elf import FormatError, Library

# `lea register, [rip + displacement]`, the only way in which position-independent code takes an
# address.
ADDRESS = re.compile(rb"[\x48\x4c]\x8d[\x05\x0d\x15\x1d\x25\x2d\x35\x3d](.{4})", re.DOTALL)
# `movabs register, constant`, and `cmp` of a register, of [register] or of [register + 8 bits].
CONSTANT = re.compile(
    rb"(?:[\x48\x49][\xb8-\xbf](.{8})|\x81[\x38-\x3b\x3d-\x3f\xf8-\xff](.{4})|\x81[\x78-\x7f].(.{4})|\x3d(.{4}))", re.DOTALL
)
NAME = re.compile(rb"\w{4,8}")
STRING = re.compile(rb"[!-~](?:[ -~]{0,38}[!-~])?(?=\0)")
# A message, a format or a name of C++ is no word of a file.
MESSAGE = re.compile(rb"%|::|\(|\.(?:cxx|cpp|hxx|txx|c|h)$| .* .* ")
MAXIMUM_WORDS = 64


def is_word(text):
    return len(text) > 1 and MESSAGE.search(text) is None


class LibraryWords:
    """Functions of one library file with their words. Keeps the file mapped, not read."""

    def __init__(self, path):
        library = Library(path)
        self.ranges = library.functions()
        self.starts = [start for start, _ in self.ranges]
        self.text, self.strings = library.sections[".text"], library.sections.get(".rodata", (0, 0, 0))
        with open(path, "rb") as file:
            self.data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def function(self, offset):
        """Index of the function around an offset; None outside every function."""
        index = bisect.bisect_right(self.starts, offset) - 1
        return index if index >= 0 and offset < sum(self.ranges[index]) else None

    def words(self, index):
        """At most 64 words of a function, in the order of its code."""
        (start, size), (address, offset, length) = self.ranges[index], self.text
        if start < address or start + size > address + length:
            return []
        code = self.data[start - address + offset : start - address + offset + size]
        found = {}
        for match in ADDRESS.finditer(code):
            text = self.string(start + match.end() + struct.unpack("<i", match[1])[0])
            if text is not None and is_word(text):
                found[text] = None
        for match in CONSTANT.finditer(code):
            text = next(group for group in match.groups() if group is not None)
            if NAME.fullmatch(text):
                found[text] = None
        return list(found)[:MAXIMUM_WORDS]

    def string(self, target):
        """The printable string at an address of `.rodata`; None without one."""
        address, offset, size = self.strings
        if not address <= target < address + size:
            return None
        match = STRING.match(self.data, target - address + offset, offset + size)
        return match.group() if match else None


class CodeWords:
    """Words of the functions of blocks. `paths` are the loaded libraries by file name."""

    def __init__(self, table, paths):
        with open(table, "rb") as file:
            data = memoryview(file.read())
        if data[: len(MAGIC)] != MAGIC:
            raise ValueError(f"{table}: not a block table")
        place, first = len(MAGIC), 0
        self.firsts, self.tables, self.libraries, self.known = [], [], {}, set()
        while place < len(data):
            (length,) = struct.unpack_from("<H", data, place)
            name = bytes(data[place + 2 : place + 2 + length]).decode()
            place += 2 + length + BUILD_ID_SIZE
            (count,) = struct.unpack_from("<I", data, place)
            offsets = data[place + 4 : place + 4 + 4 * count].cast("I")
            self.firsts.append(first)
            self.tables.append((paths.get(name), offsets))
            place, first = place + 4 + 4 * count, first + count

    def library(self, path):
        if path not in self.libraries:
            try:
                self.libraries[path] = LibraryWords(path)
            except (OSError, FormatError, KeyError, IndexError):
                self.libraries[path] = None
        return self.libraries[path]

    def of(self, blocks):
        """Words of the functions of some blocks, each function once in the life of this object."""
        found = {}
        for identifier in blocks:
            index = bisect.bisect_right(self.firsts, identifier) - 1
            path, offsets = self.tables[index]
            library = self.library(path) if path and identifier - self.firsts[index] < len(offsets) else None
            function = library.function(offsets[identifier - self.firsts[index]]) if library else None
            if function is not None and (index, function) not in self.known:
                self.known.add((index, function))
                found.update(dict.fromkeys(library.words(function)))
        return list(found)
