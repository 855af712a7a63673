#!/usr/bin/env python3
"""Writes the seeds of the target archive-repair: archives with one defect each, and sound ones.

    python3 scripts/corpus/write_archive_repair_seeds.py
"""

import os

from write_hostile_bundles import LINK, ROOT, Member, archive, descriptor
from write_zip_seeds import TEXT, text

FOLDER = os.path.join(ROOT, "corpus", "archive-repair")


def whole():
    return archive(Member("d/"), text("d/a.txt"), text("d/b.txt", b"second", 0))


def without_directory(data):
    return data[: data.index(b"PK\1\2")]


def streamed():
    """Members as a streaming writer leaves them: sizes only in the descriptors."""
    members = [
        text("a.txt", flags=8, tail=descriptor(TEXT)),
        text("b.txt", b"stored", 0, flags=8, tail=descriptor(b"stored")),
    ]
    data = bytearray(archive(*members))
    at = data.find(b"PK\3\4")
    while at >= 0:
        data[at + 14 : at + 26] = bytes(12)
        at = data.find(b"PK\3\4", at + 4)
    return bytes(data)


def damaged(field, value):
    """A second local header with another value at an offset of its fields."""
    data = bytearray(whole())
    at = data.index(b"PK\3\4", data.index(b"PK\3\4", 4) + 4)
    data[at + field : at + field + len(value)] = value
    return bytes(data)


def cut(share):
    data = whole()
    return data[: len(data) * share // 100]


def names(*names):
    return archive(*(text(name, name.encode() if isinstance(name, str) else name, 0) for name in names))


SEEDS = {
    "whole": (whole, "a sound archive, which the target damages"),
    "no-directory": (lambda: without_directory(whole()), "the directory is missing"),
    "no-directory-streamed": (lambda: without_directory(streamed()), "sizes only in data descriptors, without a directory"),
    "cut-in-member": (lambda: cut(30), "the file ends inside a member"),
    "cut-in-directory": (lambda: cut(80), "the file ends inside the directory"),
    "zeros-at-end": (lambda: cut(60) + bytes(64), "zeros in place of the end of the file"),
    "local-signature": (lambda: damaged(0, b"\0\0\0\0"), "a local header without its signature"),
    "local-name-length": (lambda: damaged(26, b"\x09\0"), "a local header with another length of the name"),
    "local-sizes": (lambda: damaged(18, b"\xff" * 8), "a local header with other sizes"),
    "wrong-checksum": (lambda: archive(text(crc=1), text("b.txt", b"second", 0)), "a member with another checksum"),
    "climbing-names": (lambda: names("../../up.txt", "/etc/x", "C:\\a\\..\\b", "."), "names that climb or are absolute"),
    "colliding-names": (
        lambda: names("a.txt", "A.TXT", "a.txt", "a-2.txt", "f", "f/g", "F/g"), "names that collide in several ways"),
    "device-names": (lambda: names("CON", "com1.txt", "end.", "x ", "a:b", "w?"), "names that Windows refuses"),
    "unprintable-names": (lambda: names("a\1b", "x\u202ey", "z\u200b"), "names with control and invisible characters"),
    "cp437-name": (lambda: archive(text(b"\x84rger.txt")), "a name in code page 437"),
    "link": (lambda: archive(text(), Member("l", b"a.txt", attributes=LINK)), "a symbolic link, which a repair drops"),
    "prefix": (lambda: b"junk" + whole(), "bytes in front that no offset counts"),
    "many": (lambda: archive(*(text(f"m{n}", b"%d" % n, 0) for n in range(60))), "more members than a repair once found again"),
    "folder-twice": (lambda: archive(Member("d/"), text("d/a.txt"), Member("d/"), text("d/a.txt")), "a folder that is listed twice"),
    "large-damaged": (
        lambda: archive(Member("zeros", bytes(1_100_000), 8)).replace(b"PK\3\4", b"QK\3\4", 1),
        "a member beyond the limit of the target, without the signature of its local header"),
    "nested": (lambda: archive(text("inner.zip", whole(), 0)), "a stored archive in an archive"),
}


def main():
    seeds = os.path.join(FOLDER, "seeds")
    os.makedirs(seeds, exist_ok=True)
    for name, (make, _) in SEEDS.items():
        with open(os.path.join(seeds, name + ".zip"), "wb") as seed:
            seed.write(make())
    path = os.path.join(seeds, "README.md")
    with open(path, encoding="utf-8") as file:
        lines = file.read().splitlines()
    own = {f"- `{name}.zip`: {what}" for name, (_, what) in SEEDS.items()}
    others = {line for line in lines if line.startswith("- `") and line.split("`")[1][:-4] not in SEEDS}
    head = "# Seeds of archive-repair\n\nWritten by `scripts/corpus/write_archive_repair_seeds.py`, but for those that a session found.\n\n"
    with open(path, "w", encoding="utf-8") as file:
        file.write(head + "\n".join(sorted(own | others)) + "\n")
    print(f"{len(SEEDS)} seeds")


if __name__ == "__main__":
    main()
