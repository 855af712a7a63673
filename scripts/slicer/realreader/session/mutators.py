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
from . import binary, compose, tree, words
from .pool import Pool

HEAD = struct.Struct("<cBQII")
# Text formats of the structure-aware mutators by extension.
TEXT_LETTERS = {".fcsv": b"f", ".ctbl": b"c", ".csv": b"c", ".acsv": b"n", ".vp": b"p"}
SEED_BITS = 63
# Shares of the ways: decay for each mutation, seconds of an average yield at the start, smallest
# share.
SHARES = (55, 25, 8, 6, 6, 0)
ARCHIVE_SHARES = (50, 20, 8, 6, 6, 10)
WAY_DECAY, PRIOR_SECONDS, MINIMUM_SHARE = 0.9995, 0.3, 0.03
# Exponent of the yield in a share: above 1 prefers the best way.
SHARE_POWER = 2
# Share of the scene among mutated members of a bundle: its side files have more readers.
SCENE_SHARE = 0.35
# Numbers of mutations before the last one of several in a row.
STACKS = (1, 1, 2, 3)
# Share of mutations by words of the code among small ones.
WORD_SHARE = 0.2


class MutationServer:
    """The program mutation-server, which has the structure-aware mutators. Absent when it is not
    built."""

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
    """Mutates inputs of one kind. `shares` are weights of small mutations, structure-aware
    mutations, crossover, structure-aware crossover and two mutations in a row; they follow the
    yields that `credit` records."""

    def __init__(self, kind, server, random, limit, shares=SHARES, side_files=None):
        self.kind, self.server, self.random, self.limit = kind, server, random, limit
        self.side_files = side_files
        self.pool = Pool()
        for name, (node, storage) in (side_files.tags if side_files else {}).items():
            self.pool.know(node.encode())
            self.pool.know(storage.encode())
            self.pool.pairs.append((node.encode(), storage.encode(), kinds.named(name).extension.encode()))
        # Words of the code that the input to mutate reaches.
        self.words = []
        if server.process is None:
            shares = (shares[0] + shares[1], 0, shares[2], 0, 0, shares[5])
        self.ways = (self.small, self.structured, self.crossed, self.structured_cross, self.stacked, self.attached)
        self.shares, self.way = list(shares), 0
        self.gains, self.costs = [0.0] * len(shares), [0.0] * len(shares)

    def credit(self, seconds, gain):
        """Records what the last mutation cost and yielded. Shares follow the current yields for the
        processor time; a way that was seldom tried counts as an average one."""
        self.gains[self.way] = self.gains[self.way] * WAY_DECAY + gain
        self.costs[self.way] = self.costs[self.way] * WAY_DECAY + seconds
        mean = (sum(self.gains) + 1) / (sum(self.costs) + 0.01)
        yields = [
            ((gain + mean * PRIOR_SECONDS) / (cost + PRIOR_SECONDS)) ** SHARE_POWER * (share > 0)
            for gain, cost, share in zip(self.gains, self.costs, self.shares)
        ]
        total = sum(yields)
        self.shares = [max(one / total, MINIMUM_SHARE) if one else 0 for one in yields]

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
        self.way = self.random.choices(range(len(self.ways)), self.shares)[0]
        result = self.ways[self.way](one, other)
        return result[: self.limit] if self.kind.format in (kinds.TEXT, kinds.BINARY) else result

    def small(self, one, other):
        if self.kind.format == kinds.ARCHIVE:
            return self.member_mutation(one)
        return self.small_of(self.kind.format, one)

    def small_of(self, form, one):
        if form == kinds.XML:
            self.pool.words = self.words
            return tree.mutate(one, self.pool, self.random)
        if self.words and self.random.random() < WORD_SHARE:
            return words.mutate(one, form, self.words, self.random)
        if form in (kinds.BINARY, kinds.ARCHIVE):
            return binary.mutate(one, self.random)
        for _ in range(self.random.choice((1, 1, 1, 2, 3))):
            one = self.random.choice(side_mutations.MUTATIONS)(one, self.random)
        return one

    def structured(self, one, other, crosses=False):
        form, seed = self.kind.format, self.random.getrandbits(SEED_BITS)
        letter = {kinds.XML: b"x", kinds.ARCHIVE: b"a", kinds.JSON: b"j"}.get(form)
        if letter is None and form == kinds.TEXT:
            letter = TEXT_LETTERS.get(self.kind.last_extension, b"v")
        if letter is None:
            letter = b"h" if one[:4] == b"NRRD" else None
        if letter is None:
            return binary.cross(one, other, self.random) if crosses else binary.mutate(one, self.random)
        return self.server.mutate(letter, one, other if crosses else None, seed, self.limit)

    def structured_cross(self, one, other):
        return self.structured(one, other, crosses=True)

    def stacked(self, one, other):
        """A structure-aware mutation after one to three structure-aware or small ones."""
        for _ in range(self.random.choice(STACKS)):
            one = self.random.choice((self.small, self.structured))(one, other)
        return self.structured(one, other)

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
        scenes = [place for place, (name, _) in enumerate(content) if name.lower().endswith(".mrml")]
        others = [place for place in range(len(content)) if place not in scenes]
        wants_scene = self.random.random() < SCENE_SHARE
        index = self.random.choice((scenes or others) if wants_scene else (others or scenes))
        name, member = content[index]
        changed = self.changed_member(name, member)
        content[index] = name, changed
        if self.random.random() < 0.1:
            content[index] = (
                self.random.choice((name + "x", "../" + name, name.upper(), name.rsplit("/", 1)[-1])),
                changed,
            )
        return archive(content, self.random)


    def changed_member(self, name, member):
        """A member mutated by its format, structure-aware as often as not where there is a
        mutator."""
        form = compose.format_of(name)
        letter = {kinds.XML: b"x", kinds.JSON: b"j"}.get(form)
        if form == kinds.TEXT:
            letter = TEXT_LETTERS.get(os.path.splitext(name)[1], b"v")
        if letter and self.server.process is not None and self.random.random() < 0.5:
            return self.server.mutate(letter, member, None, self.random.getrandbits(SEED_BITS), self.limit)
        return self.small_of(form, member)

    def attached(self, one, other):
        """A side file of any kind with its nodes, mutated as often as not."""
        content = members(one) or members(other)
        if self.side_files is None or not content or (content := self.side_files.attach(content, self.random)) is None:
            return self.small(one, other)
        if self.random.random() < 0.5:
            name, member = content[-1]
            content[-1] = name, self.changed_member(name, member)
        return archive(content, self.random)


def members(data):
    """[(name, content)] of a readable archive of at most 64 members and 1 MB; otherwise an empty
    list."""
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
