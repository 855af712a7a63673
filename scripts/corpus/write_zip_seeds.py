#!/usr/bin/env python3
"""Writes the seeds of the target zip: archives as honest programs write them, and others that lie.

    python3 scripts/corpus/write_zip_seeds.py
"""

import os
import struct
import zlib

from write_hostile_bundles import LINK, ROOT, Member, archive, descriptor, packed, zip64_end

FOLDER = os.path.join(ROOT, "corpus", "zip")
TEXT = b"one line of a file, and one line of a file again\n" * 3
BIG = 0xFFFFFFFF
TIMES = b"UT\x05\0\1\0\0\0\x50"
OWNER = b"ux\x0b\0\1\4\0\0\0\0\4\0\0\0\0"


def text(name="a.txt", data=TEXT, method=8, **fields):
    return Member(name, data, method, **fields)


def unicode_path(name, stored):
    return struct.pack("<HHBI", 0x7075, 5 + len(name.encode()), 1, zlib.crc32(stored)) + name.encode()


def zip64_member(**fields):
    stored = packed(TEXT)
    return text(size=BIG, packed=BIG, extra=struct.pack("<HHQQ", 1, 16, len(TEXT), len(stored)), needs=45, **fields)


def unneeded(size):
    return text(extra=struct.pack("<HHQQ", 1, 16, size, len(packed(TEXT))))


def gap():
    """Four bytes between two members that only the file knows of."""
    whole = archive(text(method=0), text("b.txt", b"second", 0))
    second = whole.index(b"PK\3\4", 4)
    return whole[:second] + b"gap!" + whole[second:]


def in_comment():
    return archive(text(), comment=archive(text("other.txt", b"other", 0)))


def overlap():
    """Many directory entries over one local header, the shape of small archives with a huge content."""
    first = text()
    return archive(first, *(text(f"b{n}.txt", at=0) for n in range(7)))


def methods():
    members = [text(f"m{number}", b"x", 0) for number in (1, 6, 9, 12, 14, 93, 95, 98)]
    for member, number in zip(members, (1, 6, 9, 12, 14, 93, 95, 98)):
        member.method = number
    return archive(text(), *members)


def encrypted(method, extra=b""):
    member = text("secret.txt", bytes(12) + TEXT, 0, flags=1, extra=extra)
    member.method = method
    return archive(text(), member)


SEEDS = {
    "empty": (lambda: archive(), "an archive of nothing, 22 bytes"),
    "stored": (lambda: archive(text(method=0)), "a stored member"),
    "deflated": (lambda: archive(text()), "a deflated member"),
    "zero-bytes": (lambda: archive(text("none", b"", 0), text("none-deflated", b"")), "members without content"),
    "folders": (lambda: archive(Member("d/"), text("d/a.txt"), Member("d/e/"), text("d/e/b.txt", b"b", 0)), "folders and files"),
    "unix-fields": (lambda: archive(text(extra=TIMES + OWNER, attributes=0o100640 << 16)), "times, owner and permissions"),
    "link": (lambda: archive(text(), Member("l", b"a.txt", attributes=LINK)), "a symbolic link inside"),
    "cp437-name": (lambda: archive(text(b"\x84rger.txt")), "a name in code page 437"),
    "utf8-name": (lambda: archive(text("ärger.txt", flags=0x800)), "a name in UTF-8"),
    "unicode-path": (lambda: archive(text(b"?rger.txt", extra=unicode_path("ärger.txt", b"?rger.txt"))), "the name in UTF-8 in an extra field"),
    "descriptor": (lambda: archive(text(method=0, flags=8, tail=descriptor(TEXT))), "a stored member with a data descriptor"),
    "bare-descriptor": (lambda: archive(text("none", b"", 0, flags=8, tail=descriptor(b"", False))), "an empty member with a descriptor without signature"),
    "zip64": (lambda: archive(zip64_member()), "sizes in the zip64 field"),
    "zip64-descriptor": (
        lambda: archive(zip64_member(flags=8, tail=b"PK\7\x08" + struct.pack("<IQQ", zlib.crc32(TEXT), len(packed(TEXT)), len(TEXT)))),
        "a data descriptor with sizes of eight bytes"),
    "zip64-end": (zip64_end, "a zip64 end record"),
    "comment": (lambda: archive(text(), comment=b"a comment"), "a comment"),
    "self-extracting": (lambda: archive(text(), prefix=b"MZ" + bytes(60)), "a program in front, counted in the offsets"),
    "marker": (lambda: archive(text(), prefix=b"PK00"), "the marker of an archive that was not divided after all"),
    "padded": (lambda: archive(text(extra=b"\0\0\0")), "three bytes of padding as extra fields"),
    "hostile-prefix": (lambda: b"junk" + archive(text()), "bytes in front that no offset counts"),
    "hostile-gap": (gap, "bytes put between two members"),
    "hostile-end-in-comment": (in_comment, "a whole archive in the comment"),
    "hostile-later-end": (lambda: archive(text()) + archive(start=1 << 20), "a second end record, without a directory"),
    "hostile-overlap": (overlap, "eight members over the same data"),
    "hostile-methods": (methods, "methods that are not read, beside one that is"),
    "hostile-encrypted": (lambda: encrypted(0), "a member encrypted the old way"),
    "hostile-aes": (lambda: encrypted(99, b"\1\x99\7\0\2\0AE\3\x08\0"), "a member encrypted by AES"),
    "hostile-locator": (lambda: zip64_end(1 << 40), "a zip64 locator that points outside"),
    "hostile-zip64-unneeded": (lambda: archive(unneeded(len(TEXT))), "a zip64 field that nothing asks for"),
    "hostile-zip64-other": (lambda: archive(unneeded(1)), "a zip64 field that nothing asks for, with another size"),
    "hostile-zip64-short": (lambda: archive(text(size=BIG, extra=b"\1\0\4\0\0\0\0\0")), "a zip64 field that is too short"),
    "hostile-disk": (lambda: archive(text(), disk=1), "the last part of a divided archive"),
    "hostile-first-part": (lambda: b"PK\7\x08" + text().header(False), "the first part of a divided archive"),
    "hostile-twins": (lambda: archive(text("A.txt"), text("a.txt"), text("a.txt", b"other", 0)), "names that meet"),
    "hostile-names": (lambda: archive(*(text(name, b"x", 0) for name in ("../a", "/b", "c\\d", "C:e", "f\0g", ""))), "names that are no paths"),
    "hostile-leftover": (
        lambda: archive(text(packed=len(packed(TEXT)) + 4, tail=b"more")), "bytes after the last deflate block"),
    "hostile-zeros": (lambda: archive(text("z", bytes(1 << 18))), "a content a thousand times its compressed size"),
    "hostile-nested": (lambda: archive(text("inner.zip", archive(text("inner.zip", archive(text()))))), "archives in archives"),
}


def main():
    seeds = os.path.join(FOLDER, "seeds")
    os.makedirs(seeds, exist_ok=True)
    with open(os.path.join(seeds, "README.md"), "w", encoding="utf-8") as file:
        file.write("# Seeds of zip\n\nWritten by `scripts/corpus/write_zip_seeds.py`; those named `hostile-` lie.\n\n")
        for name, (make, what) in sorted(SEEDS.items()):
            with open(os.path.join(seeds, name + ".zip"), "wb") as seed:
                seed.write(make())
            file.write(f"- `{name}.zip`: {what}\n")
    print(f"{len(SEEDS)} seeds")


if __name__ == "__main__":
    main()
