#!/usr/bin/env python3
"""Writes the seeds and the dictionary of the target inflate: raw DEFLATE streams, most by zlib, some bent by hand.

    python3 scripts/corpus/write_inflate_seeds.py
"""

import os
import zlib

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FOLDER = os.path.join(ROOT, "corpus", "inflate")
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
    "long-matches": (pack(bytes(70000)), "the longest matches, over the window"),
    "far-match": (pack(NOISE + bytes(range(256)) * 100 + NOISE), "a match far back"),
    "flushed": (flushed(TEXT), "an empty stored block between two others"),
    "many-blocks": (pack(NOISE * 4, 9, zlib.Z_DEFAULT_STRATEGY, 1), "many short blocks"),
    "trailing": (pack(TEXT) + b"more", "bytes behind the end"),
    "hostile-cut": (pack(TEXT)[:-5], "a stream that ends too early"),
    "hostile-type": (b"\7", "the block type that is none"),
    "hostile-length": (b"\1\5\0\0\0hello", "a stored length whose complement is wrong"),
    "hostile-distance": (bytes([0x4B, 0x04, 0x12, 0x00]), "a match before the beginning"),
    "hostile-codes": (b"\5\xe0\xff\xff\xff\xff\xff\xff", "codes of its own that end too early"),
}

WORDS = {
    "stored_empty": b"\1\0\0\xff\xff", "stored_more": b"\0\0\0\xff\xff", "fixed_end": b"\3\0", "dynamic_head": b"\5\xc0",
    "longest": b"\xff\xff", "sync": b"\0\0\xff\xff",
}


def main():
    seeds = os.path.join(FOLDER, "seeds")
    with open(os.path.join(seeds, "README.md"), "w", encoding="utf-8") as file:
        file.write("# Seeds of inflate\n\nWritten by `scripts/corpus/write_inflate_seeds.py`: raw DEFLATE streams.\n\n")
        for name, (data, what) in sorted(SEEDS.items()):
            with open(os.path.join(seeds, name + ".deflate"), "wb") as seed:
                seed.write(data)
            file.write(f"- `{name}.deflate`: {what}\n")
    with open(os.path.join(FOLDER, "inflate.dict"), "w", encoding="ascii") as file:
        file.write("# Pieces of DEFLATE streams, written by scripts/corpus/write_inflate_seeds.py\n")
        for name, word in WORDS.items():
            text = "".join(f"\\x{byte:02X}" for byte in word)
            file.write(f'{name}="{text}"\n')


if __name__ == "__main__":
    main()
