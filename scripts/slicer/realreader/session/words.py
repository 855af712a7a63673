"""Mutations by words of the code that an input reaches (binaries/words.py), for formats without
tags."""

import re

from ..worker import kinds

WORD = re.compile(rb"[A-Za-z_][\w.]*")
QUOTED = re.compile(rb'"[^"\\]*"')
LINE = re.compile(rb"(?<=\n)")
# Bytes in which a word is replaced; headers are at the start.
HEADER = 4096
# Words of an input: its own before those of the input that it was made from.
MAXIMUM_WORDS = 256
VALUES = [b"0", b"1", b"-1", b"2", b"3", b"0 0 0", b"1 0 0 0 1 0 0 0 1", b"true", b"none", b"ascii"]
# Between a word and its value, and after an inserted word.
MARKS, ENDS = (b" ", b"=", b" = ", b": ", b","), (b"", b" ", b"\n", b",", b"\0")
JSON_VALUES = [b"0", b"-1", b"1.5", b"true", b"null", b'""', b"[]", b"{}", b"[0, 0, 0]", b"[[0, 0, 0]]"]


def merged(own, inherited):
    """Words of a new input."""
    return list(dict.fromkeys([*own, *inherited]))[:MAXIMUM_WORDS]


def replaced(pattern, data, piece, random):
    """`data` with one match of `pattern` in its header replaced; None without a match."""
    found = list(pattern.finditer(data, 0, HEADER))
    if not found:
        return None
    match = random.choice(found)
    return data[: match.start()] + piece + data[match.end() :]


def in_json(data, word, random):
    """Replaces a string, or adds a member to an object."""
    quoted = b'"' + word.replace(b"\\", b"").replace(b'"', b"") + b'"'
    if random.random() < 0.5:
        return replaced(QUOTED, data, quoted, random) or data
    places = [place for place, byte in enumerate(data[:HEADER]) if byte == 0x7B]
    if not places:
        return data
    place = random.choice(places) + 1
    value = quoted if random.random() < 0.2 else random.choice(JSON_VALUES)
    return data[:place] + quoted + b": " + value + b", " + data[place:]


def mutate(data, form, words, random):
    """`data` with one of the words, which must not be empty."""
    word = random.choice(words)
    if form == kinds.JSON:
        return in_json(data, word, random)
    way = random.randrange(4)
    if way == 0 and (result := replaced(WORD, data, word, random)) is not None:
        return result
    if way == 1:
        line = word + random.choice(MARKS) + random.choice(VALUES) + b"\n"
        result = replaced(LINE, data, line, random)
        return data + line if result is None else result
    place = random.randrange(min(len(data), HEADER) + 1)
    if way == 2:
        return data[:place] + word + data[place + len(word) :]
    return data[:place] + word + random.choice(ENDS) + data[place:]
