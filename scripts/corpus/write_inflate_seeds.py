#!/usr/bin/env python3
"""Writes the seeds of inflate and inflate-differential: streams, most by zlib, some bent by hand.

    python3 scripts/corpus/write_inflate_seeds.py
"""

import os
import struct
import zlib

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TEXT = b'<MRML><Model id="vtkMRMLModelNode1" name="m" references="display:vtkMRMLModelDisplayNode1;"></Model></MRML>' * 8


def pack(data, level=9, strategy=zlib.Z_DEFAULT_STRATEGY, memory=8):
    packer = zlib.compressobj(level, zlib.DEFLATED, -15, memory, strategy)
    return packer.compress(data) + packer.flush()


def flushed(data):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    half = len(data) // 2
    return packer.compress(data[:half]) + packer.flush(zlib.Z_FULL_FLUSH) + packer.compress(data[half:]) + packer.flush()


NOISE = bytes((i * i * 7 + (i >> 3) * 31) & 255 for i in range(600))

SEEDS = {
    "empty": (pack(b""), "a stream of nothing"),
    "stored": (pack(TEXT, 0), "stored blocks"),
    "fixed": (pack(TEXT, 9, zlib.Z_FIXED), "fixed codes"),
    "dynamic": (pack(TEXT), "codes of its own"),
    "huffman-only": (pack(NOISE, 9, zlib.Z_HUFFMAN_ONLY), "no match at all"),
    "run-length": (pack(b"a" * 1000 + b"b" * 1000, 9, zlib.Z_RLE), "matches of distance one"),
    "long-matches": (pack(bytes(70000)), "matches of maximum length, across the window"),
    "far-match": (pack(NOISE + bytes(range(256)) * 100 + NOISE), "a match far back"),
    "flushed": (flushed(TEXT), "an empty stored block between two others"),
    "many-blocks": (pack(NOISE * 4, 9, zlib.Z_DEFAULT_STRATEGY, 1), "many short blocks"),
    "trailing": (pack(TEXT) + b"more", "bytes after the end"),
    "hostile-cut": (pack(TEXT)[:-5], "a stream that ends too early"),
    "hostile-type": (b"\7", "a reserved block type"),
    "hostile-length": (b"\1\5\0\0\0hello", "a stored length whose complement is wrong"),
    "hostile-distance": (bytes([0x4B, 0x04, 0x12, 0x00]), "a match before the beginning"),
    "hostile-codes": (b"\5\xe0\xff\xff\xff\xff\xff\xff", "codes of its own that end too early"),
}


def wrapped(bits, data=TEXT, level=9):
    packer = zlib.compressobj(level, zlib.DEFLATED, bits)
    return packer.compress(data) + packer.flush()


def gzip(flags=0, fields=b"", data=TEXT, crc=None, length=None):
    """A gzip member with the optional fields that `flags` announces (RFC 1952, section 2.3)."""
    head = b"\x1f\x8b\x08" + bytes([flags]) + b"\0\0\0\0\0\xff" + fields
    if flags & 2:
        head += struct.pack("<H", zlib.crc32(head) & 0xFFFF)
    crc = zlib.crc32(data) if crc is None else crc
    return head + pack(data) + struct.pack("<II", crc, len(data) if length is None else length)


def bits(*groups):
    """Bits, the lowest first, from pairs of value and count; codes are given with their first bit lowest."""
    number, count = 0, 0
    for value, width in groups:
        number |= value << count
        count += width
    return number.to_bytes((count + 7) // 8, "little")


def head(literals, distances, lengths):
    """Block header with codes of its own (RFC 1951, section 3.2.7): counts less 257, 1 and 4, and the code lengths."""
    return [(1, 1), (2, 2), (literals, 5), (distances, 5), (len(lengths) - 4, 4)] + [(n, 3) for n in lengths]


DIFFERENTIAL = {
    "dynamic.zlib": (wrapped(15), "a zlib stream"),
    "stored.zlib": (wrapped(15, TEXT, 0), "a zlib stream of stored blocks"),
    "small-window.zlib": (wrapped(9), "a zlib stream with the smallest window"),
    "trailing.zlib": (wrapped(15) + b"more", "bytes after a zlib stream"),
    "hostile-adler.zlib": (wrapped(15)[:-1] + b"\0", "a wrong Adler-32"),
    "hostile-dictionary.zlib": (b"\x78\xf9" + wrapped(15)[2:], "a zlib stream that asks for a dictionary"),
    "hostile-dictionary-cut.zlib": (b"\x78\xf9\0", "cut off in the dictionary's checksum"),
    "hostile-window.zlib": (b"\x88\x1c" + wrapped(15)[2:], "a window that is too large"),
    "hostile-check.zlib": (b"\x78\x9d" + wrapped(15)[2:], "a header whose check bits are wrong"),
    "hostile-method.zlib": (b"\x77\x85" + wrapped(15)[2:], "another method than deflate"),
    "plain.gz": (gzip(), "a gzip member"),
    "fields.gz": (gzip(4 | 8 | 16 | 2, b"\3\0abcname\0comment\0"), "a gzip member with every optional field"),
    "two.gz": (gzip() + gzip(data=b"second"), "two gzip members, of which the first is read"),
    "empty.gz": (gzip(data=b""), "a gzip member of nothing"),
    "hostile-crc.gz": (gzip(crc=1), "a wrong CRC-32"),
    "hostile-length.gz": (gzip(length=1), "a wrong length"),
    "hostile-cut.gz": (gzip()[:-2], "cut off in the length"),
    "hostile-reserved.gz": (gzip(0x20), "a reserved flag"),
    "hostile-head-crc.gz": (gzip()[:3] + b"\2" + gzip()[4:], "a wrong header checksum"),
    "hostile-extra.gz": (gzip(4, b"\xff\xff"), "an extra field longer than the file"),
    "hostile-name.gz": (gzip()[:3] + b"\x08" + b"\0\0\0\0\0\xff" + b"n" * 40, "a name without an end"),
    "one-code.deflate": (
        # Code length code: 18 and 1 with one bit each, 0 is none. One literal code, 256, and one distance code.
        bits(*head(0, 0, [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]),
             (1, 1), (127, 7), (1, 1), (107, 7), (0, 1), (0, 1), (0, 1)),
        "codes of one symbol each, as incomplete as is allowed"),
    "hostile-oversubscribed.deflate": (bits(*head(0, 0, [1, 1, 1, 1])), "an over-subscribed code length code"),
    "hostile-incomplete.deflate": (bits(*head(0, 0, [2, 2, 2, 0])), "an incomplete code length code"),
    "hostile-no-code.deflate": (b"\5\1\0\0", "a code length code without a code, cut off: a known difference"),
    "hostile-repeat-first.deflate": (bits(*head(0, 0, [1, 1, 0, 0]), (0, 8)), "a repeat before the first length"),
    "hostile-repeat-past.deflate": (
        bits(*head(0, 0, [0, 1, 1, 0]), (1, 1), (127, 7), (1, 1), (127, 7)), "repeated lengths past the last code"),
    "hostile-many-codes.deflate": (bits(*head(31, 31, [1, 1, 0, 0]), (0, 8)), "more codes than there may be"),
}

NOTES = {
    "inflate": "raw DEFLATE streams.",
    "inflate-differential": "streams by their extension raw, zlib or gzip; each is read as all three.",
}


def write(target, seeds):
    folder = os.path.join(ROOT, "corpus", target)
    os.makedirs(os.path.join(folder, "seeds"), exist_ok=True)
    with open(os.path.join(folder, "seeds", "README.md"), "w", encoding="utf-8") as file:
        file.write(f"# Seeds of {target}\n\nWritten by `scripts/corpus/write_inflate_seeds.py`: {NOTES[target]}\n\n")
        for name, (data, what) in sorted(seeds.items()):
            with open(os.path.join(folder, "seeds", name), "wb") as seed:
                seed.write(data)
            file.write(f"- `{name}`: {what}\n")


def main():
    raw = {name + ".deflate": seed for name, seed in SEEDS.items()}
    write("inflate", raw)
    write("inflate-differential", {**raw, **DIFFERENTIAL})


if __name__ == "__main__":
    main()
