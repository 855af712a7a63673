"""Chooses a mutator by the format of a kind."""

import io
import os
import struct
import subprocess
import sys
import warnings
import zipfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))

import side_mutations

from ..worker import kinds
from . import binary, tree

HEAD = struct.Struct("<cBQII")
# Text formats of the structure-aware mutators by extension.
TEXT_LETTERS = {".fcsv": b"f", ".ctbl": b"c", ".csv": b"c", ".acsv": b"n", ".vp": b"p"}
SEED_BITS = 63


class MutationServer:
    """The program mutation-server, which has the structure-aware mutators. Absent when it is not built."""

    def __init__(self, program):
        self.process = None
        if program and os.access(program, os.X_OK):
            self.process = subprocess.Popen(
                [program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
            )

    def mutate(self, letter, one, other, seed, limit):
        """The result, or the input when the server is absent."""
        if self.process is None:
            return one
        frame = HEAD.pack(letter, other is not None, seed, limit, len(one)) + one + (other or b"")
        self.process.stdin.write(struct.pack(">I", len(frame)) + frame)
        (length,) = struct.unpack(">I", self.read(4))
        return self.read(length)

    def read(self, count):
        pieces = []
        while count:
            piece = self.process.stdout.read(count)
            if not piece:
                raise EOFError("the mutation server ended")
            pieces.append(piece)
            count -= len(piece)
        return b"".join(pieces)

    def processor_seconds(self):
        if self.process is None:
            return 0.0
        with open(f"/proc/{self.process.pid}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")

    def close(self):
        if self.process is not None:
            self.process.kill()
            self.process.wait()


class Mutator:
    """Mutates inputs of one kind. `shares` are weights of small mutations, structure-aware mutations and crossover."""

    def __init__(self, kind, server, random, limit, shares=(60, 30, 10)):
        self.kind, self.server, self.random, self.limit, self.shares = kind, server, random, limit, shares
        self.pool = tree.Pool()
        if server.process is None:
            self.shares = (shares[0] + shares[1], 0, shares[2])

    def learn(self, data):
        """Adds tags and values of a kept input to the pool."""
        if self.kind.format == kinds.XML:
            self.pool.add(data)
        elif self.kind.format == kinds.ARCHIVE:
            for name, content in members(data):
                if name.endswith(".mrml"):
                    self.pool.add(content)

    def mutate(self, one, other):
        """A new input from a kept one; `other` is used by crossover."""
        way = self.random.choices((0, 1, 2), self.shares)[0]
        result = (self.small, self.structured, self.crossed)[way](one, other)
        return result[: self.limit] if self.kind.format in (kinds.TEXT, kinds.BINARY) else result

    def small(self, one, other):
        form = self.kind.format
        if form == kinds.XML:
            return tree.mutate(one, self.pool, self.random)
        if form == kinds.ARCHIVE:
            return self.member_mutation(one)
        if form == kinds.BINARY:
            return binary.mutate(one, self.random)
        for _ in range(self.random.choice((1, 1, 1, 2, 3))):
            one = self.random.choice(side_mutations.MUTATIONS)(one, self.random)
        return one

    def structured(self, one, other):
        form, seed = self.kind.format, self.random.getrandbits(SEED_BITS)
        letter = {kinds.XML: b"x", kinds.ARCHIVE: b"a", kinds.JSON: b"j"}.get(form)
        if letter is None and form == kinds.TEXT:
            letter = TEXT_LETTERS.get(self.kind.last_extension, b"v")
        if letter is None:
            letter = b"h" if one[:4] == b"NRRD" else None
        if letter is None:
            return binary.mutate(one, self.random)
        return self.server.mutate(letter, one, None, seed, self.limit)

    def crossed(self, one, other):
        if self.kind.format == kinds.XML:
            return tree.cross(one, other, self.random)
        if self.kind.format == kinds.ARCHIVE:
            return cross_archives(one, other, self.random)
        return binary.cross(one, other, self.random)

    def member_mutation(self, data):
        """Mutates one member of an archive and writes a valid archive again."""
        content = members(data)
        if not content:
            return binary.plain(data, self.random)
        index = self.random.randrange(len(content))
        name, member = content[index]
        if name.endswith(".mrml") or self.random.random() < 0.4:
            index = next((place for place, (other, _) in enumerate(content) if other.endswith(".mrml")), index)
            name, member = content[index]
        changed = (
            tree.mutate(member, self.pool, self.random)
            if name.endswith((".mrml", ".xml", ".vtp"))
            else binary.mutate(member, self.random)
        )
        content[index] = name, changed
        if self.random.random() < 0.1:
            content[index] = (
                self.random.choice((name + "x", "../" + name, name.upper(), name.rsplit("/", 1)[-1])),
                changed,
            )
        return archive(content, self.random)


def members(data):
    """[(name, content)] of a readable archive of at most 64 members and 1 MB; otherwise an empty list."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            infos = [info for info in file.infolist() if not info.is_dir()]
            if len(infos) > 64 or sum(info.file_size for info in infos) > 1 << 20:
                return []
            return [(info.filename, file.read(info)) for info in infos]
    # zipfile and zlib raise many types for a damaged archive.
    except Exception:
        return []


def archive(content, random):
    out = io.BytesIO()
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(out, "w") as file:
        for name, data in content:
            info = zipfile.ZipInfo(name or "x", (2026, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED if random.random() < 0.2 else zipfile.ZIP_STORED
            file.writestr(info, data, compresslevel=1)
    return out.getvalue()


def cross_archives(one, other, random):
    """Replaces or adds a member of another archive."""
    content, others = members(one), members(other)
    if not content or not others:
        return binary.cross(one, other, random)
    name, data = random.choice(others)
    matching = [
        place for place, (known, _) in enumerate(content) if os.path.splitext(known)[1] == os.path.splitext(name)[1]
    ]
    if matching and random.random() < 0.7:
        place = random.choice(matching)
        content[place] = content[place][0], data
    else:
        content.append((name, data))
    return archive(content, random)
