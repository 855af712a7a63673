"""Deterministic mutations of side files: bytes, lines, fields and numbers."""

import os
import random

NUMBERS = [
    b"0", b"-1", b"1", b"+5", b"007", b"0x1F", b"1.5abc", b"1e5", b"1e999", b"-1e-400", b"NaN", b"Inf", b"-Infinity",
    b"nan", b"inf", b"", b" 3 ", b"2147483648", b"-2147483649", b"99999999999999999999", b"0.1234567890123456789",
    b"256", b"1.", b".5", b"1,5", b"true", b"null", b"\"x\"", b"[]", b"{}",
]  # fmt: skip
PIECES = [
    b",", b"\"", b"\"\"", b"'", b"#", b"# ", b"=", b"|", b"\n", b"\r\n", b"\r", b"\t", b" ", b"\\", b"\x00", b"\xff",
    b"\xc3\xa9", b"{", b"}", b"[", b"]", b":", b":=", b"_", b"\\u0000", b"\\ud800",
    b"# CoordinateSystem = LPS\n", b"# CoordinateSystem = 0\n", b"# Markups fiducial file version = 5.7\n",
]  # fmt: skip


def split_numbers(data):
    """Splits data into (is number, bytes) parts."""
    parts, current, inside = [], bytearray(), False
    for byte in data:
        is_number = chr(byte) in "0123456789.+-eE"
        if is_number != inside and current:
            parts.append((inside, bytes(current)))
            current = bytearray()
        inside = is_number
        current.append(byte)
    parts.append((inside, bytes(current)))
    return parts


def one_number(data, chance):
    parts = split_numbers(data)
    places = [index for index, (inside, _) in enumerate(parts) if inside]
    if not places:
        return data
    place = chance.choice(places)
    parts[place] = (True, chance.choice(NUMBERS))
    return b"".join(part for _, part in parts)


def one_byte(data, chance):
    if not data:
        return b"x"
    place = chance.randrange(len(data))
    return data[:place] + bytes([chance.randrange(256)]) + data[place + 1 :]


def one_piece(data, chance):
    place = chance.randrange(len(data) + 1)
    return data[:place] + chance.choice(PIECES) + data[place:]


def cut(data, chance):
    if not data:
        return data
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randint(1, 20) :]


def one_line(data, chance):
    lines = data.split(b"\n")
    place = chance.randrange(len(lines))
    kind = chance.randrange(3)
    if kind == 0:
        del lines[place]
    elif kind == 1:
        lines.insert(chance.randrange(len(lines) + 1), lines[place])
    else:
        other = chance.randrange(len(lines))
        lines[place], lines[other] = lines[other], lines[place]
    return b"\n".join(lines)


def one_field(data, chance):
    lines = data.split(b"\n")
    place = chance.randrange(len(lines))
    separator = chance.choice([b",", b" ", b"\t", b"|", b":"])
    fields = lines[place].split(separator)
    which = chance.randrange(len(fields))
    if chance.random() < 0.5:
        del fields[which]
    else:
        fields[which] = chance.choice(NUMBERS + PIECES)
    lines[place] = separator.join(fields)
    return b"\n".join(lines)


def truncate(data, chance):
    return data[: chance.randrange(len(data) + 1)]


MUTATIONS = [one_number, one_number, one_number, one_byte, one_piece, one_piece, cut, one_line, one_field, one_field, truncate]


def mutations(paths, count, seed, folder):
    """Writes `count` mutations of the files at `paths` into `folder` and returns their paths."""
    chance = random.Random(seed)
    contents = []
    for path in paths:
        with open(path, "rb") as file:
            contents.append(file.read())
    made = []
    for number in range(count):
        index = chance.randrange(len(paths))
        data = contents[index]
        for _ in range(chance.choice([1, 1, 1, 2, 3])):
            data = chance.choice(MUTATIONS)(data, chance)
        name = os.path.basename(paths[index])
        extension = name[name.index(".", 1 + name.rfind("__")) :] if "." in name[1:] else ""
        path = os.path.join(folder, f"m{number}{extension}")
        with open(path, "wb") as file:
            file.write(data)
        made.append(path)
    return made
