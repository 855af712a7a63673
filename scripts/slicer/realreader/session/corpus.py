"""Corpus of one kind: content-named files, chosen by what their mutations yield for their cost."""

import bisect
import hashlib
import os

# Picks between two updates of the weights.
UPDATE_PICKS = 64
# Exponent of the yield in the weight of an input: above 1 prefers the best ones.
POWER = 1.5
# Length in bytes at which the weight of an input is half of that of an empty one.
HALF_LENGTH = 1024
# Older mutations count less: factors for each mutation of an entry and of the corpus.
ENTRY_DECAY, CORPUS_DECAY, MINIMUM_GAIN = 0.98, 0.9995, 0.1
# Kept inputs and seconds that stand for the mean yield before there is one.
FIRST_GAIN, FIRST_COST = 1.0, 0.02


def name_of(data):
    return hashlib.sha1(data).hexdigest()


def write_atomically(path, data):
    """Writes a file that is either complete or absent, also after a kill."""
    temporary = f"{path}.{os.getpid()}.part"
    with open(temporary, "wb") as file:
        file.write(data)
    os.replace(temporary, path)


def read_folder(folder):
    """Contents of the files of a folder in the order of their names; incomplete files and
    descriptions are skipped."""
    if not os.path.isdir(folder):
        return []
    found = []
    for name in sorted(os.listdir(folder)):
        if name.endswith((".part", ".md")):
            continue
        with open(os.path.join(folder, name), "rb") as file:
            found.append(file.read())
    return found


class Entry:
    """A kept input with what its mutations have cost and yielded."""

    __slots__ = ("cost", "data", "gain", "words")

    def __init__(self, data, words=()):
        self.data, self.gain, self.cost, self.words = data, 0.0, 0.0, words


class Corpus:
    """Inputs in memory and in `folder`.

    An input is chosen in proportion to the yield of its mutations: those that were kept, for each
    second of processor time. Every input starts with the mean yield of all, so an unproductive or
    slow one falls back after about one mean cost of a new input, and a fresh one is tried soon.
    """

    def __init__(self, folder, random):
        self.folder, self.random = folder, random
        self.entries, self.names = [], set()
        self.weights, self.until_update = [], 0
        self.gain, self.cost = FIRST_GAIN, FIRST_COST
        os.makedirs(folder, mode=0o700, exist_ok=True)

    @property
    def inputs(self):
        return [entry.data for entry in self.entries]

    def add(self, data, store, words=()):
        """Adds an input with the words of the code that it reaches; with `store`, writes it to the
        folder. Returns whether it was new."""
        name = name_of(data)
        if name in self.names:
            return False
        self.names.add(name)
        self.entries.append(Entry(data, words))
        self.until_update = 0
        if store:
            write_atomically(os.path.join(self.folder, name), data)
        return True

    def credit(self, entry, seconds, gain):
        """Records what a mutation of `entry` cost and yielded."""
        entry.cost = entry.cost * ENTRY_DECAY + seconds
        entry.gain = entry.gain * ENTRY_DECAY + gain
        self.cost = self.cost * CORPUS_DECAY + seconds
        self.gain = max(self.gain * CORPUS_DECAY + gain, MINIMUM_GAIN)

    def update_weights(self):
        mean = self.cost / self.gain
        total, weights = 0.0, []
        for entry in self.entries:
            share = (entry.gain * mean + mean) / (entry.cost + mean)
            total += share**POWER / (1 + len(entry.data) / HALF_LENGTH)
            weights.append(total)
        self.weights, self.until_update = weights, UPDATE_PICKS

    def pick(self):
        """An entry to mutate."""
        if self.until_update <= 0:
            self.update_weights()
        self.until_update -= 1
        return self.entries[bisect.bisect_right(self.weights, self.random.random() * self.weights[-1])]

    def any(self):
        """A random input, for crossover."""
        return self.random.choice(self.entries).data
