"""Mutations of binary files with headers: numbers in both byte orders, text headers, compressed
blocks, checksums."""

import gzip
import re
import struct
import zlib

INTERESTING = [0, 1, 2, 3, 4, 7, 8, 15, 16, 31, 32, 63, 64, 127, 128, 255, 256, 511, 512, 1023, 1024, 4095, 4096, 32767, 32768,
               65535, 65536, 1 << 20, 1 << 24, (1 << 31) - 1, 1 << 31, (1 << 32) - 1, 1 << 32, (1 << 63) - 1, (1 << 64) - 1]  # fmt: skip
TEXT_NUMBERS = [b"0", b"1", b"-1", b"2", b"3", b"16", b"17", b"255", b"256", b"1000", b"65536", b"2147483647", b"-2147483648",
                b"4294967295", b"4294967296", b"9223372036854775807", b"1e308", b"nan", b"inf", b"-0.0", b"1e-320", b"0x10", b""]  # fmt: skip
NUMBER = re.compile(rb"-?\d+(\.\d+)?([eE][-+]?\d+)?")
PNG = b"\x89PNG\r\n\x1a\n"
HEADER = 512
MAXIMUM_INFLATED = 1 << 20


def place_in(data, random):
    """An offset, in the header twice as often as elsewhere."""
    end = min(len(data), HEADER) if random.random() < 0.66 else len(data)
    return random.randrange(max(end, 1))


def set_number(data, random):
    """Overwrites 1, 2, 4 or 8 bytes with an edge value in either byte order."""
    size = random.choice((1, 2, 2, 4, 4, 4, 8))
    place = place_in(data, random)
    if random.random() < 0.7:
        place -= place % size
    value = random.choice(INTERESTING) & ((1 << 8 * size) - 1)
    piece = value.to_bytes(size, random.choice(("little", "big")))
    return data[:place] + piece + data[place + size :]


def add_to_number(data, random):
    """Adds a small amount to a number, or multiplies it: counts and sizes that disagree by a
    little."""
    size, order = random.choice((1, 2, 4, 8)), random.choice(("little", "big"))
    place = place_in(data, random)
    piece = data[place : place + size]
    if len(piece) < size:
        return data
    value = int.from_bytes(piece, order)
    value = random.choice((value + random.randint(-16, 16), value * 2, value // 2, -value, value << 8))
    return data[:place] + (value & ((1 << 8 * size) - 1)).to_bytes(size, order) + data[place + size :]


def reverse_number(data, random):
    size = random.choice((2, 4, 8))
    place = place_in(data, random)
    return data[:place] + data[place : place + size][::-1] + data[place + size :]


def flip_bit(data, random):
    place = place_in(data, random)
    if not data:
        return data
    return data[:place] + bytes([data[place] ^ (1 << random.randrange(8))]) + data[place + 1 :]


def change_text_number(data, random):
    """Replaces a number of a text header."""
    found = list(NUMBER.finditer(data[: 8 * HEADER]))
    if not found:
        return set_number(data, random)
    match = random.choice(found)
    if random.random() < 0.3 and match.group().isdigit():
        piece = str(max(int(match.group()[:18]) + random.choice((-1, 1, 2, 100)), -1)).encode()
    else:
        piece = random.choice(TEXT_NUMBERS)
    return data[: match.start()] + piece + data[match.end() :]


def delete_range(data, random):
    place = place_in(data, random)
    return data[:place] + data[place + random.choice((1, 2, 4, 8, 16, 64, 256)) :]


def repeat_range(data, random):
    place, size = place_in(data, random), random.choice((1, 2, 4, 8, 16, 64, 256))
    piece = data[place : place + size]
    return data[:place] + piece * random.choice((1, 1, 2, 4, 16)) + data[place:]


def copy_range(data, random):
    """Copies bytes over others: a field gets the value of another one."""
    source, target, size = place_in(data, random), place_in(data, random), random.choice((1, 2, 4, 8, 16))
    return data[:target] + data[source : source + size] + data[target + size :]


def truncate(data, random):
    return data[: random.randrange(len(data) + 1)]


def change_lines(data, random):
    """Deletes, repeats or swaps lines of a text header."""
    lines = data.split(b"\n", 64)
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    kind = random.randrange(3)
    if kind == 0:
        del lines[one]
    elif kind == 1:
        lines.insert(other, lines[one])
    else:
        lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


PLAIN = [
    set_number, set_number, set_number, add_to_number, add_to_number, reverse_number, flip_bit, change_text_number,
    change_text_number, delete_range, repeat_range, copy_range, truncate, change_lines,
]  # fmt: skip


def plain(data, random):
    for _ in range(random.choice((1, 1, 1, 2, 2, 4))):
        data = random.choice(PLAIN)(data, random)
    return data


def inside_gzip(data, random):
    """Mutates the content of a gzip stream, which begins the file or follows a text header. None
    without one."""
    place = data.find(b"\x1f\x8b\x08")
    if place < 0:
        return None
    try:
        content = zlib.decompressobj(31).decompress(data[place:], MAXIMUM_INFLATED)
    except zlib.error:
        return None
    return data[:place] + gzip.compress(plain(content, random), 1, mtime=0)


def png_chunks(data):
    chunks, place = [], len(PNG)
    while place + 8 <= len(data):
        (length,) = struct.unpack_from(">I", data, place)
        chunks.append((data[place + 4 : place + 8], data[place + 8 : place + 8 + length]))
        place += 12 + length
    return chunks


def inside_png(data, random):
    """Mutates one chunk and corrects lengths and checksums. None when the file is no PNG."""
    chunks = png_chunks(data) if data.startswith(PNG) else []
    if not chunks:
        return None
    index = random.randrange(len(chunks))
    kind, content = chunks[index]
    if kind == b"IDAT" and random.random() < 0.5:
        try:
            content = zlib.compress(plain(zlib.decompressobj().decompress(content, MAXIMUM_INFLATED), random), 1)
        except zlib.error:
            content = plain(content, random)
    else:
        content = plain(content, random)
    chunks[index] = kind, content
    if random.random() < 0.1:
        chunks.insert(random.randrange(len(chunks)), random.choice(chunks))
    return PNG + b"".join(
        struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in chunks
    )


def mutate(data, random):
    """One mutated file."""
    if random.random() < 0.7:
        for inside in (inside_png, inside_gzip):
            result = inside(data, random)
            if result is not None:
                return result
    return plain(data, random)


def cross(one, other, random):
    """The start of one file and the end of another, or a piece of the other inside the first."""
    if random.random() < 0.5:
        return one[: place_in(one, random)] + other[place_in(other, random) :]
    place, start, size = place_in(one, random), place_in(other, random), random.choice((4, 16, 64, 256, 1024))
    return one[:place] + other[start : start + size] + one[place + random.choice((0, size)) :]
