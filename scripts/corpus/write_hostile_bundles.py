#!/usr/bin/env python3
"""Writes the seeds `hostile-*.mrb`: archives that lie in one way each, aimed at our own reader.

    python3 scripts/corpus/write_hostile_bundles.py

Also rewrites their lines in corpus/mrb/seeds/README.md; the lines of other seeds are left alone.
"""

import os
import struct
import zlib

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FOLDER = os.path.join(ROOT, "corpus", "mrb", "seeds")
SCENE = b'<MRML version="Slicer 5"><Model id="vtkMRMLModelNode1" name="m"></Model></MRML>'
TIME = struct.pack("<HH", 0, (46 << 9) | (1 << 5) | 1)


class Member:
    """One member; each field of its two headers can be made to lie."""

    def __init__(self, name, data=b"", method=0, **fields):
        self.name = name if isinstance(name, bytes) else name.encode()
        self.data, self.method = data, method
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        self.stored = packer.compress(data) + packer.flush() if method == 8 else data
        self.fields = {"flags": 0, "crc": zlib.crc32(data), "size": len(data), "packed": len(self.stored),
                       "extra": b"", "attributes": 0, "needs": 20, "local_name": self.name, "at": None, "tail": b"", **fields}

    def header(self, central, offset=0):
        f = self.fields
        name = self.name if central else f["local_name"]
        common = struct.pack("<HHH", f["needs"], f["flags"], self.method) + TIME
        sizes = struct.pack("<III", f["crc"], f["packed"], f["size"])
        if not central:
            return b"PK\3\4" + common + sizes + struct.pack("<HH", len(name), len(f["extra"])) + name + f["extra"]
        at = offset if f["at"] is None else f["at"]
        return (b"PK\1\2" + struct.pack("<H", 0x31E) + common + sizes + struct.pack("<HHHHH", len(name), len(f["extra"]), 0, 0, 0)
                + struct.pack("<II", f["attributes"], at) + name + f["extra"])


def archive(*members, prefix=b"", comment=b"", count=None, start=None, disk=0, after=b""):
    out, directory = prefix, b""
    for member in members:
        directory += member.header(True, len(out))
        out += member.header(False) + member.stored + member.fields["tail"]
    at = len(out) if start is None else start
    number = len(members) if count is None else count
    out += directory + b"PK\5\6" + struct.pack("<HHHHIIH", disk, disk, number, number, len(directory), at, len(comment))
    return out + comment + after


def scene(name="case/case.mrml", data=SCENE, **fields):
    return Member(name, data, **fields)


LINK = 0xA1FF << 16


def descriptor(data, signature=True):
    return (b"PK\7\x08" if signature else b"") + struct.pack("<III", zlib.crc32(data), len(data), len(data))


def streamed(signature):
    member = scene(flags=8, tail=descriptor(SCENE, signature))
    return archive(member)


def zip64():
    big = 0xFFFFFFFF
    extra = struct.pack("<HHQQ", 1, 16, len(SCENE), len(SCENE))
    return archive(scene(size=big, packed=big, extra=extra, needs=45))


def zip64_end(at=None):
    """An archive whose end record refers to a zip64 one, at its place or elsewhere."""
    plain = archive(scene())
    end = plain.rindex(b"PK\5\6")
    size, start = struct.unpack_from("<II", plain, end + 12)
    record = b"PK\6\6" + struct.pack("<QHHIIQQQQ", 44, 0x31E, 45, 0, 0, 1, 1, size, start)
    locator = b"PK\6\7" + struct.pack("<IQI", 0, end if at is None else at, 1)
    last = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return plain[:end] + record + locator + last


def deflated(stream, size=len(SCENE)):
    """A scene that claims to be deflated, over any bytes."""
    member = Member("case/case.mrml", SCENE, packed=len(stream), size=size)
    member.method, member.stored = 8, stream
    return archive(member)


def dynamic(lengths, *symbols):
    """The beginning of a dynamic deflate block (RFC 1951 3.2.7): lengths of the code length code, then fields of (bits, count)."""
    order = (16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15)
    fields = [(1, 1), (2, 2), (0, 5), (0, 5), (15, 4), *((lengths.get(code, 0), 3) for code in order), *symbols]
    value = at = 0
    for bits, count in fields:
        value |= bits << at
        at += count
    return value.to_bytes(at // 8 + 4, "little")


def packed(data=SCENE):
    return Member("", data, 8).stored


def two_methods():
    member = scene(method=8)
    whole = bytearray(archive(member))
    struct.pack_into("<H", whole, 8, 0)
    return bytes(whole)


def overlapping():
    first = scene()
    return archive(first, Member("case/Data/again.txt", SCENE, at=0))


SHAPES = {
    "parent-folder": (lambda: archive(scene(), Member("case/../../up.txt", b"x")), "a name that leaves the folder by `..`"),
    "absolute": (lambda: archive(scene(), Member("/up.txt", b"x")), "an absolute name"),
    "drive": (lambda: archive(scene(), Member("C:\\up.txt", b"x")), "a drive letter and a backslash"),
    "backslash-parent": (lambda: archive(scene(), Member("case\\..\\..\\up.txt", b"x")), "a name that leaves by backslashes"),
    "link-out": (lambda: archive(scene(), Member("case/Data/link", b"../../up", attributes=LINK)), "a symbolic link out of the folder"),
    "through-link": (lambda: archive(Member("case/Data", b"../../up", attributes=LINK), scene(), Member("case/Data/a.txt", b"x")),
                     "a member below a symbolic link"),
    "scene-is-link": (lambda: archive(Member("case/case.mrml", b"other", attributes=LINK)), "a scene that is a symbolic link"),
    "twin-names": (lambda: archive(scene(), scene(data=SCENE.replace(b"m", b"n", 1))), "two members of one name"),
    "twin-case": (lambda: archive(scene(), Member("CASE/CASE.MRML", SCENE)), "two names that differ by case only"),
    "two-names": (lambda: archive(scene(local_name=b"case/evil.mrml")), "another name in the local header"),
    "two-sizes": (lambda: archive(scene(size=9999)), "a size that is too large in both headers"),
    "wrong-crc": (lambda: archive(scene(crc=1)), "a checksum that is not that of the data"),
    "overlapping": (overlapping, "two members that share their data"),
    "no-scene": (lambda: archive(Member("case/readme.txt", b"x")), "no scene at all"),
    "no-member": (lambda: archive(), "an archive without a member"),
    "two-scenes": (lambda: archive(scene(), scene("case/other.mrml")), "two scenes at one depth"),
    "deep-scene": (lambda: archive(scene("/".join(["d"] * 60) + "/s.mrml")), "a scene sixty folders down"),
    "nested": (lambda: archive(Member("case/inner.mrb", archive(scene()))), "a scene in a nested bundle only"),
    "count-high": (lambda: archive(scene(), count=65535), "an end record that counts too many members"),
    "count-low": (lambda: archive(scene(), scene("case/b.mrml"), count=1), "an end record that counts too few members"),
    "directory-elsewhere": (lambda: archive(scene(), start=0x7FFFFFFF), "a directory that begins outside the file"),
    "many-disks": (lambda: archive(scene(), disk=3), "an archive of several disks"),
    "encrypted": (lambda: archive(scene(flags=1)), "a member with the flag of encryption"),
    "unknown-method": (lambda: archive(scene(method=99)), "an unknown method"),
    "prefix": (lambda: archive(scene(), prefix=b"#!/bin/sh\nexit\n"), "a program in front"),
    "comment": (lambda: archive(scene(), comment=b"PK\5\6" + bytes(18)), "a comment that looks like an end record"),
    "after": (lambda: archive(scene(), after=b"more"), "bytes after the end"),
    "descriptor": (lambda: streamed(True), "a data descriptor with its signature"),
    "bare-descriptor": (lambda: streamed(False), "a data descriptor without signature"),
    "zip64": (zip64, "sizes in the zip64 field"),
    "long-extra": (lambda: archive(scene(extra=b"\1\0\xff\xff")), "an extra field longer than the extra fields"),
    "bomb": (lambda: archive(scene(), Member("case/Data/zeros.bin", bytes(1 << 20), 8)), "a megabyte in a thousand bytes"),
    "control-name": (lambda: archive(scene(), Member(b"case/\x1b[2J\x07\x00.txt", b"x")), "control characters in a name"),
    "bidirectional-name": (lambda: archive(scene(), Member("case/\u202elrm.exe", b"x", flags=0x800)), "a name that is shown reversed"),
    "bad-utf8-name": (lambda: archive(scene(), Member(b"case/\xff\xfe", b"x", flags=0x800)), "a name that is not UTF-8 although its flag says so"),
    "folder-with-data": (lambda: archive(scene(), Member("case/Data/", b"data")), "a folder that has data"),
    "missing-file": (lambda: archive(scene(data=SCENE.replace(b"</MRML>", b'<ModelStorage id="vtkMRMLModelStorageNode1" fileName="Data/none.vtk"></ModelStorage></MRML>'))),
                     "a scene whose file is not in the bundle"),
    "escaping-file": (lambda: archive(scene(data=SCENE.replace(b"</MRML>", b'<ModelStorage id="vtkMRMLModelStorageNode1" fileName="../../a%2F..%2Fb.vtk"></ModelStorage></MRML>'))),
                      "a scene with a file outside of the bundle"),
    "broken-scene": (lambda: archive(scene(data=b"<MRML><Model></MRML>")), "a scene that is not well-formed"),
    "empty-scene": (lambda: archive(scene(data=b"")), "a scene of no bytes"),
    "two-methods": (two_methods, "a local header that says stored and a directory that says deflated"),
    "two-ends": (lambda: archive(scene("case/a.mrml")) + archive(scene("case/b.mrml")), "two archives in one file"),
    "zip64-end": (zip64_end, "a zip64 end record and its locator"),
    "zip64-end-elsewhere": (lambda: zip64_end(1 << 63), "a locator that points outside the file"),
    "zip64-end-self": (lambda: zip64_end(0), "a locator that points at a member"),
    "bad-descriptor": (lambda: archive(scene(flags=8, tail=descriptor(SCENE[1:]))), "a data descriptor of other data"),
    "empty-name": (lambda: archive(scene(), Member("", b"x")), "a member without a name"),
    "dot-names": (lambda: archive(scene("./case/./case.mrml"), Member("case//Data/.", b"x"), Member("..", b"x")),
                  "names made of dots and empty parts"),
    "long-name": (lambda: archive(scene(), Member("case/Data/" + "n" * 600, b"x")), "a name of six hundred letters"),
    "file-and-folder": (lambda: archive(scene(), Member("case/Data", b"x"), Member("case/Data/a.txt", b"x")),
                        "one name for a file and for a folder"),
    "link-ring": (lambda: archive(scene(), Member("case/a", b"b", attributes=LINK), Member("case/b", b"a", attributes=LINK)),
                  "two symbolic links to each other"),
    "scene-only-extension": (lambda: archive(scene(".mrml")), "a scene without anything before its extension"),
    "scene-upper-case": (lambda: archive(scene("case/CASE.MRML")), "a scene with its extension in capitals"),
    "many-members": (lambda: archive(scene(), *(Member(f"d/{n}") for n in range(15))), "sixteen members, most of them empty"),
    "deflate-cut": (lambda: deflated(packed()[:-9]), "deflated data without its end"),
    "deflate-more": (lambda: deflated(packed() + b"more"), "bytes after the last deflate block"),
    "deflate-short": (lambda: deflated(packed(SCENE[:-1])), "deflated data that yield one byte too few"),
    "deflate-long": (lambda: deflated(packed(SCENE + b" ")), "deflated data that yield one byte too many"),
    "deflate-distance": (lambda: deflated(b"\x4b\x04\x42\x00"), "a distance to before the beginning"),
    "deflate-stored-length": (lambda: deflated(b"\1\5\0\5\0<MRM/>"), "a stored block whose two lengths disagree"),
    "deflate-reserved": (lambda: deflated(b"\7\0\0"), "a deflate block of the reserved type"),
    "deflate-too-many-codes": (lambda: deflated(dynamic({code: 1 for code in range(19)})), "code lengths that are over-subscribed"),
    "deflate-too-few-codes": (lambda: deflated(dynamic({code: 7 for code in range(19)})), "code lengths that are incomplete"),
    "deflate-repeat-first": (lambda: deflated(dynamic({0: 1, 16: 1}, (1, 1), (3, 2))), "a repeat of a length before the first length"),
    "deflate-repeat-past": (lambda: deflated(dynamic({0: 1, 18: 1}, *[(1, 1), (127, 7)] * 3)), "a repeat past the last length"),
    "deflate-no-end-code": (lambda: deflated(dynamic({0: 1, 18: 1}, (1, 1), (127, 7), (1, 1), (109, 7))),
                            "a code without an end of block"),
    "deflate-empty": (lambda: deflated(b"\3\0"), "a deflate stream of nothing under a size of something"),
    "tar": (lambda: b"case/case.mrml".ljust(257, b"\0") + b"ustar\x0000" + bytes(255), "a tar archive under this name"),
    "gzip": (lambda: b"\x1f\x8b\x08\0\0\0\0\0\0\3\3\0\0\0\0\0\0\0\0\0", "a gzip file under this name"),
    "seven-zip": (lambda: b"7z\xbc\xaf\x27\x1c\0\4" + bytes(24), "the signature of 7-Zip under this name"),
    "cut": (lambda: archive(scene())[:-30], "an archive without its end"),
}


def main():
    lines = {}
    for name, (make, what) in SHAPES.items():
        with open(os.path.join(FOLDER, f"hostile-{name}.mrb"), "wb") as file:
            file.write(make())
        lines[f"hostile-{name}.mrb"] = what
    path = os.path.join(FOLDER, "README.md")
    head, others = [], {}
    for line in open(path, encoding="utf-8"):
        if line.startswith("- `"):
            name, what = line[3:].rstrip("\n").split("`: ", 1)
            if not name.startswith("hostile-") or name.startswith("hostile-files-"):
                others[name] = what
        else:
            head.append(line)
    with open(path, "w", encoding="utf-8") as file:
        file.write("".join(head))
        for name, what in sorted({**others, **lines}.items()):
            file.write(f"- `{name}`: {what}\n")
    print(f"{len(lines)} hostile bundles")


if __name__ == "__main__":
    main()
