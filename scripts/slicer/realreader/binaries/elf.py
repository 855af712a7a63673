"""ELF shared libraries of x86-64: sections, build ID, function ranges, dynamic symbols. Standard
library only."""

import bisect
import struct

BUILD_ID_SIZE = 20
PCREL_SDATA4, UDATA4, DATAREL_SDATA4 = 0x1B, 0x03, 0x3B
STT_FUNC = 2


class FormatError(Exception):
    """The file is not an ELF library in the expected form."""


class Library:
    """One library file. `sections` maps names to (address, offset, size)."""

    def __init__(self, path):
        self.path = path
        with open(path, "rb") as file:
            self.data = file.read()
        data = self.data
        if data[:6] != b"\x7fELF\2\1":
            raise FormatError(f"{path}: not a 64-bit little-endian ELF file")
        (table,) = struct.unpack_from("<Q", data, 40)
        size, count, names = struct.unpack_from("<HHH", data, 58)
        headers = [struct.unpack_from("<IIQQQQIIQQ", data, table + size * i) for i in range(count)]
        base = headers[names][4]
        self.sections = {}
        for name, _, _, address, offset, length, *_ in headers:
            end = data.index(b"\0", base + name)
            self.sections[data[base + name : end].decode("ascii")] = (address, offset, length)

    def content(self, name):
        """Bytes of a section; empty when the section is missing."""
        _, offset, size = self.sections.get(name, (0, 0, 0))
        return self.data[offset : offset + size]

    def build_id(self):
        """The first 20 bytes of the build ID, padded with zeros; zeros without one."""
        note = self.content(".note.gnu.build-id")
        if len(note) < 16:
            return bytes(BUILD_ID_SIZE)
        names, size, _ = struct.unpack_from("<III", note)
        return note[12 + names : 12 + names + size][:BUILD_ID_SIZE].ljust(BUILD_ID_SIZE, b"\0")

    def functions(self):
        """(start, size) of every frame description, sorted by start."""
        header, frames = self.content(".eh_frame_hdr"), self.content(".eh_frame")
        if len(header) < 12 or header[0] != 1 or header[2] != UDATA4 or header[3] != DATAREL_SDATA4:
            raise FormatError(f"{self.path}: no binary search table in .eh_frame_hdr")
        header_address, frames_address = self.sections[".eh_frame_hdr"][0], self.sections[".eh_frame"][0]
        (count,) = struct.unpack_from("<I", header, 8)
        found = []
        for index in range(count):
            start, description = struct.unpack_from("<ii", header, 12 + 8 * index)
            place = header_address + description - frames_address
            begin, size = struct.unpack_from("<iI", frames, place + 8)
            if begin + frames_address + place + 8 != header_address + start:
                raise FormatError(f"{self.path}: .eh_frame_hdr and .eh_frame disagree")
            found.append((header_address + start, size))
        return found

    def symbols(self):
        """(address, size, name) of the functions among the dynamic symbols, sorted by address."""
        table, strings = self.content(".dynsym"), self.content(".dynstr")
        found = []
        for place in range(0, len(table) - 23, 24):
            name, info, _, section, value, size = struct.unpack_from("<IBBHQQ", table, place)
            if section and value and info & 15 == STT_FUNC:
                found.append((value, size, strings[name : strings.index(b"\0", name)].decode("utf-8", "replace")))
        return sorted(found)


class Functions:
    """Finds the function of an offset: its start by .eh_frame, its name by the dynamic symbols."""

    def __init__(self, library):
        self.ranges = library.functions()
        self.starts = [start for start, _ in self.ranges]
        self.names = {}
        for address, _, name in library.symbols():
            # Of several names the shortest, then the first, is the same on every machine.
            known = self.names.get(address)
            if known is None or (len(name), name) < (len(known), known):
                self.names[address] = name
        self.build = library.build_id().hex()

    def at(self, offset):
        """(start, name or None) of the function around an offset; None outside every function."""
        index = bisect.bisect_right(self.starts, offset) - 1
        if index < 0:
            return None
        start, size = self.ranges[index]
        return (start, self.names.get(start)) if offset < start + size else None
